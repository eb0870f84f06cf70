using Merit.Metrics.Semantics;
using Merit.Samples.Tests.Library;

namespace Merit.Samples.Tests.Docs;

/// <summary>docs/semantics.md says of every metric of the standard library what the planner does with it. MERIT_UPDATE_BASELINES=1 writes it anew.</summary>
public sealed class SemanticsPageTests
{
    [Fact]
    public void The_page_says_what_the_planner_does_with_the_standard_library() =>
        Baseline.Same(SemanticsPage.Render(Scripts.Define(Scripts.Library), SemanticsPage.CanonicalSchema()), "docs", "semantics.md");
}
