using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Tests;

namespace Merit.Metrics.Tests.Planning;

/// <summary>The statements of representative questions, as a person would review them.</summary>
public sealed class StatementTests
{
    public static TheoryData<string> Names() => new(Questions.Keys);

    private static readonly Dictionary<string, Request> Questions = new(StringComparer.Ordinal)
    {
        ["one-figure"] = Ask.For("cost"),
        ["channels"] = Ask.For("cost new_leads cpl customers revenue roi", "channel", "2025", total: true, sort: "-roi"),
        ["weeks-in-a-zone"] = Ask.For("mqls_by_date lead_score", "week", "2025-Q1"),
        ["compared"] = Ask.For("cost", "campaign_name month", "2025-Q1", compare: Comparison.Previous),
        ["filtered"] = Ask.For("new_leads good_leads", "lead_owner", "2025-03", ["channel = email", "campaign_name contains expo", "leads.source not in (webinar, (none))", "leads.score >= 80", "month != 2025-02"]),
        ["attributed"] = Ask.For("attributed_conversions attributed_customers attributed_revenue", "channel", "2025", total: true),
        ["goals-and-benchmarks"] = Ask.For("leads_reached cpl_index", "channel", "2025-03", total: true),
        ["balance"] = Ask.For("cost budget_used", "campaign", "2025"),
        ["far-column"] = Ask.For("revenue", "accounts.industry leads.source", "2025"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_statement_is_the_reviewed_one(string name)
    {
        using var warehouse = Everything();
        var plan = warehouse.Plan(StandardMetrics.All, Questions[name]);
        var parameters = plan.Parameters.Select((value, i) => $"-- ${i + 1} = {value}\n");

        Baseline.Same(plan.Sql + string.Concat(parameters), "tests", "Metrics", "Baselines", $"{name}.sql");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_engine_takes_every_statement(string name)
    {
        using var warehouse = Everything();

        Assert.NotNull(warehouse.Ask(StandardMetrics.All, Questions[name]));
    }

    [Fact]
    public void The_same_question_gives_the_same_statement()
    {
        using var warehouse = Everything();

        Assert.All(Questions.Values, q => Assert.Equal(warehouse.Plan(StandardMetrics.All, q).Sql, warehouse.Plan(StandardMetrics.All, q).Sql));
    }

    [Fact]
    public void A_plan_explains_what_it_reads()
    {
        using var warehouse = Everything();

        var explanation = Assert.Single(warehouse.Plan(StandardMetrics.All, Ask.For("cpl", "channel")).Explanations);

        Assert.Equal("cost ÷ new_leads", explanation.Formula);
        Assert.Equal("spend leads", string.Join(' ', explanation.Facts.Select(f => f.Table)));
        Assert.Equal("spend.date leads.created_at", string.Join(' ', explanation.Facts.Select(f => f.DatedBy)));
        Assert.Equal("campaigns.channel by (leads.campaign_id, else first_touches.campaign_id by contact_id), else first_touches.channel by contact_id", explanation.Facts[1].Paths[0].Path);
    }

    [Fact]
    public void An_answer_carries_what_readers_need_to_know_of_its_columns()
    {
        using var warehouse = Everything();

        var answer = warehouse.Ask(StandardMetrics.All, Ask.For("cost", "channel week"));

        Assert.Equal(new MetricColumn("cost", "Total cost", "总成本", Unit.Money, LowerIsBetter: true) { Additive = true }, answer.Metrics[0]);
        var rates = warehouse.Ask(StandardMetrics.All, Ask.For("cpl lead_to_mql", "channel")).Metrics;
        Assert.Equal([(false, false), (false, true)], rates.Select(m => (m.Additive, m.Maturing)));
        Assert.Equal(("渠道", "周"), (answer.Dimensions[0].LabelZh, answer.Dimensions[1].LabelZh));
    }

    private static TestWarehouse Everything()
    {
        var warehouse = new TestWarehouse().WithModel("u-shaped");
        foreach (var table in Merit.Metrics.Tables.Canonical.Tables)
        {
            warehouse.With(table.Name, string.Join(' ', table.Columns.Select(c => c.Name)));
        }

        warehouse.Goals = [new GoalSchema("new_leads", "campaign", Dated: true, Undated: false)];
        warehouse.Settings = warehouse.Settings with { TimeZone = "Asia/Shanghai", WeekStart = DayOfWeek.Sunday, DefaultModel = "u-shaped" };
        return warehouse;
    }
}
