using Merit.Tests;

namespace Merit.Plugins.Tests.Abstractions;

public sealed class PublicApiTests
{
    [Fact]
    public void The_contract_is_what_was_reviewed() =>
        Baseline.Same(PublicSurface.Of(typeof(IPlugin).Assembly), "tests", "Plugins", "Abstractions", "PublicApi.txt");
}
