using Merit.Metrics.Requests;
using Merit.Tests;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>The statements of questions over other days and groups, as a person would review them.</summary>
public sealed class OverTimeStatementTests
{
    private static readonly Dictionary<string, Request> Questions = new(StringComparer.Ordinal)
    {
        ["rolling-by-week"] = Ask.For("revenue revenue_rolling_28_days", "week channel", "2025-Q1", total: true),
        ["change-by-month"] = Ask.For("cpl_percent_change", "month", "2025"),
        ["change-of-a-period"] = Ask.For("cost_percent_change", "campaign", "2025-03", total: true),
        ["cumulative-of-all"] = Ask.For("revenue_cumulative", "month"),
        ["year-ago-by-day"] = Ask.For("new_leads_year_ago", "day", "2025-02"),
        ["share-of-channel"] = Ask.For("revenue_share_of_channel buyers_rank", "month channel", "2025-Q1", total: true),
    };

    public static TheoryData<string> Names() => new(Questions.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_statement_is_the_reviewed_one(string name)
    {
        using var warehouse = Everything();
        var plan = warehouse.Plan(OverTimeMetrics.All, Questions[name]);
        var parameters = plan.Parameters.Select((value, i) => $"-- ${i + 1} = {value}\n");

        Baseline.Same(plan.Sql + string.Concat(parameters), "tests", "Metrics", "Baselines", "OverTime", $"{name}.sql");
        Assert.NotNull(warehouse.Ask(OverTimeMetrics.All, Questions[name]));
    }

    private static TestWarehouse Everything()
    {
        var warehouse = new TestWarehouse();
        foreach (var table in Merit.Metrics.Tables.Canonical.Tables)
        {
            warehouse.With(table.Name, string.Join(' ', table.Columns.Select(c => c.Name)));
        }

        warehouse.Settings = warehouse.Settings with { TimeZone = "Asia/Shanghai", WeekStart = DayOfWeek.Sunday };
        return warehouse;
    }
}
