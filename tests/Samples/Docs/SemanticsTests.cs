using Merit.Metrics.Semantics;
using Merit.Samples.Tests.Library;
using Merit.Tests;

namespace Merit.Samples.Tests.Docs;

/// <summary>docs/semantics.md is written from the model that plans every number. MERIT_UPDATE_BASELINES=1 writes it anew.</summary>
public sealed class SemanticsTests
{
    [Fact]
    public void The_page_says_what_the_planner_does() =>
        Baseline.Same(SemanticsPage.Render(Scripts.Define(Scripts.Library), SemanticsPage.CanonicalSchema()), "docs", "semantics.md");
}
