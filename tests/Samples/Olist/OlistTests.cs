using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Olist;

/// <summary>The olist sample on Olist's own files, where they are.</summary>
public sealed class OlistTests
{
    [Fact]
    public void The_real_funnel_comes_out()
    {
        using var workspace = TemporaryWorkspace.Of("olist");
        workspace.Write(".env", $"OLIST_DATA={SharedData.Require("olist")}\n");
        var run = MeritProcess.Run(workspace.Folder, "run").Fine();
        Assert.Contains("1 lead was won before it was created", run.Notes, StringComparison.Ordinal);
        Assert.Contains("10.5%", File.ReadAllText(workspace.PathOf("out/lead-gen.md")), StringComparison.Ordinal);

        const string Metrics = "new_leads,won_leads,lead_to_customer,sales_cycle_days,sales_cycle_days_median,leads_won_before_created,wins";
        var total = QueryAnswer.Ask(workspace.Folder, Metrics, period: "all");
        Assert.Equal(8_000, total["new_leads"]);
        Assert.Equal(842, total["won_leads"]);
        Assert.Equal(.10525, total["lead_to_customer"]);
        Assert.Equal(49.10, total["sales_cycle_days"] ?? 0, .005);
        Assert.Equal(14.65, total["sales_cycle_days_median"] ?? 0, .005);
        Assert.Equal(1, total["leads_won_before_created"]);

        var sources = QueryAnswer.Ask(workspace.Folder, "new_leads,lead_to_customer", "source", "all").By("source");
        Assert.Equal(1_099, sources["Unknown"]["new_leads"]?.GetValue<double>());
        Assert.Equal(.162875, sources["Unknown"]["lead_to_customer"]?.GetValue<double>() ?? 0, 5e-7);
        Assert.Equal(.030426, sources["Email"]["lead_to_customer"]?.GetValue<double>() ?? 0, 5e-7);

        // By first contact a cohort, by winning a period.
        var year = QueryAnswer.Ask(workspace.Folder, "new_leads,won_leads,lead_to_customer,wins", period: "2018");
        Assert.Equal(5_998, year["new_leads"]);
        Assert.Equal(781, year["won_leads"]);
        Assert.Equal(.1302, year["lead_to_customer"] ?? 0, 5e-5);
        Assert.Equal(839, year["wins"]);

        // Neither spend nor deal values: no value, and a reason, not zero.
        var none = MeritProcess.Run(workspace.Folder, "query", "--metrics", "cpl,roi,score", "--format", "json").Fine();
        Assert.Equal(3, none.Output.Split("null").Length - 1);
        Assert.Contains("cpl has no value", none.Notes, StringComparison.Ordinal);
        Assert.Contains("roi has no value", none.Notes, StringComparison.Ordinal);
    }
}
