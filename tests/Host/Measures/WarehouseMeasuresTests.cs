using Merit.Diagnostics;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Measures;

public sealed class WarehouseMeasuresTests : IDisposable
{
    private readonly MeasuredWarehouse warehouse = new MeasuredWarehouse()
        .With("campaigns", "campaign_id, name, type, channel", "'spring', 'Spring', 'lead-gen', 'email'", "'fair', 'Fair', 'lead-gen', 'expo'")
        .With("spend", "date, campaign_id, amount", "DATE '2025-03-01', 'spring', 100.0", "DATE '2025-03-02', 'fair', 50.5", "DATE '2025-04-01', 'spring', 7")
        .With("leads", "lead_id, campaign_id, created_at, mql_at, duplicate_of",
            "'a', 'spring', TIMESTAMP '2025-03-01 10:00', TIMESTAMP '2025-03-05', NULL",
            "'b', 'spring', TIMESTAMP '2025-03-31 15:30', NULL, NULL",
            "'c', 'spring', TIMESTAMP '2025-03-31 17:00', NULL, NULL",
            "'d', 'spring', TIMESTAMP '2025-03-02', NULL, 'a'");

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void A_question_is_answered_from_scripts_over_the_warehouse()
    {
        var answer = Ask("cost", "new_leads", "cpl", "mqls");

        // The third lead came on the first of April in Shanghai; the fourth is a duplicate.
        Assert.Equal("email: 100 2 50 1; expo: 50.5 0 – 0", Shown(answer));
        Assert.Equal(NoValue.DivisionByZero, answer.Rows[1].Figures[2].Reason);
        Assert.Equal("Cost per lead", answer.Metrics[2].Label);
        Assert.Equal(Unit.Money, answer.Metrics[2].Unit);
    }

    [Fact]
    public void The_workspace_s_scripts_see_the_standard_ones_and_can_replace_them()
    {
        warehouse.Folder.Write("metrics/mine.csx", "Metric(\"twice\", metrics.cost * 2);");
        Assert.Equal("email: 200; expo: 101", Shown(Ask("twice")));

        warehouse.Folder.Write("metrics/cost.csx", "Metric(\"media_cost\", Count(spend));");
        var lacking = Assert.Single(Assert.Throws<MeritException>(() => Ask("twice")).Diagnostics);
        Assert.Equal(("MRT2112", "metrics/cost.csx(1,1)"), (lacking.Code, lacking.At?.ToString()));

        warehouse.Folder.Write("metrics/cost.csx", string.Concat(new[] { "cost", "media_cost", "sales_cost", "budget", "budget_used" }.Select(id => $"Metric(\"{id}\", Count(spend) * 3);\n")));
        Assert.Equal("email: 6; expo: 6", Shown(Ask("twice")));
    }

    [Fact]
    public void What_no_source_loads_has_no_value_and_a_reason()
    {
        var answer = Ask("clicks", "roi");

        Assert.All(answer.Rows, r => Assert.Equal((null, NoValue.NotLoaded), (r.Figures[0].Value, r.Figures[0].Reason)));
    }

    [Fact]
    public void A_metric_nobody_declares_cannot_be_asked_for() => Assert.Throws<MeritException>(() => Ask("cpk"));

    [Fact]
    public void A_total_is_computed_from_rows()
    {
        var answer = warehouse.Measures(warehouse.Definitions).Ask(new Request { Metrics = ["cpl"], By = ["channel"], Total = true });

        Assert.Equal(157.5 / 3, answer.Total?.Figures[0].Value);
    }

    private Answer Ask(params string[] metrics) => warehouse.Measures(warehouse.Definitions).Ask(new Request
    {
        Metrics = metrics,
        By = ["channel"],
        Period = new Period(new DateOnly(2025, 3, 1), new DateOnly(2025, 4, 1), "2025-03", PeriodKind.Month),
    });

    private static string Shown(Answer answer) => string.Join(
        "; ", answer.Rows.Select(r => $"{r.Dimensions[0]}: {string.Join(' ', r.Figures.Select(f => FormattableString.Invariant($"{f.Value?.ToString("R") ?? "–"}")))}"));
}
