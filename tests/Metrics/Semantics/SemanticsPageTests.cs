using Merit.Metrics.Semantics;
using Merit.Metrics.Tests.Planning;
using Merit.Tests;

namespace Merit.Metrics.Tests.Semantics;

public sealed class SemanticsPageTests
{
    [Fact]
    public void The_page_says_what_the_planner_does() =>
        Baseline.Same(SemanticsPage.Render(StandardMetrics.All, SemanticsPage.CanonicalSchema()), "tests", "Metrics", "Baselines", "semantics.md");
}
