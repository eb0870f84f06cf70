using Merit.Metrics.Language;
using Merit.Tests;

namespace Merit.Metrics.Tests;

/// <summary>The language analysts write in and the planner hosts call change only on purpose.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_reviewed_one() =>
        Baseline.Same(PublicSurface.Of(typeof(Define).Assembly), "tests", "Metrics", "PublicApi.txt");
}
