using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;

namespace Merit.Host.Tests.Reports;

/// <summary>The real planner takes every question the built-in reports ask, with the metrics Merit brings along.</summary>
public sealed class PlannedQuestionsTests
{
    [Fact]
    public void Every_question_of_the_built_in_reports_can_be_planned()
    {
        using var bench = new ReportBench();
        bench.Render([.. new[] { "overview", "channels", "lead-gen", "revenue", "brand" }.SelectMany(t => new[]
        {
            ReportBench.Ask(t),
            ReportBench.Ask(t, "2025-Q2") with { Name = t + "-q2" },
        })]);
        var definitions = new MetricScripts(AppContext.BaseDirectory, TimeProvider.System).Load(bench.Workspace, bench.Measures.Schema);
        var planner = new Planner(bench.Measures.Schema, definitions, new PlannerSettings("UTC", DayOfWeek.Monday, ReportBench.Today, "u-shaped"));

        var refused = bench.Measures.Asked.SelectMany(request => Refusals(planner, request)).Distinct(StringComparer.Ordinal);

        Assert.Empty(refused);
    }

    private static IEnumerable<string> Refusals(Planner planner, Request request)
    {
        try
        {
            planner.Plan(request);
            return [];
        }
        catch (MeritException error)
        {
            return error.Diagnostics.Select(d => d.ToString());
        }
    }
}
