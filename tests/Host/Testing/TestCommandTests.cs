using Merit.Host.Tests.Pipeline;

namespace Merit.Host.Tests.Testing;

/// <summary>Tests of metrics and of data, from the command line.</summary>
public sealed class TestCommandTests : SmallWorkspace
{
    [Fact]
    public async Task A_metric_of_the_workspace_without_a_test_is_worth_a_warning()
    {
        _folder.Write("metrics/more.csx", "Metric(\"tin_leads\", Count(leads).Where(leads.tier == \"TIN\"));\n");

        Assert.Equal(0, await Merit("check"));
        Assert.Equal(
            "metrics/more.csx(1): warning MRT2306: The metric 'tin_leads' has no test. Add one beside it: Test(\"tin_leads\", t => t.Given(…).Expect(metrics.tin_leads, …)).\n0 errors, 1 warning.\n",
            Notes);
    }

    [Fact]
    public async Task A_test_that_cannot_be_asked_is_found_without_running_it()
    {
        _folder.Write("metrics/more.csx", """
            Test("chanel", t => t.Given(leads).By("chanel").Expect(metrics.gold_leads, 1));
            Reconcile(metrics.cost, metrics.gold_leads).By("leads.tier");
            Reconcile(metrics.cost, metrics.gold_leads).On("2025-13");
            """);

        Assert.Equal(1, await Merit("check"));
        Assert.StartsWith("metrics/more.csx(1): error MRT2204: There is no dimension 'chanel'.", Notes, StringComparison.Ordinal);
        Assert.Contains("\nmetrics/more.csx(2): error MRT2206: 'cost' cannot be shown or filtered by 'leads.tier'", Notes, StringComparison.Ordinal);
        Assert.Contains("\nmetrics/more.csx(3): error MRT2201: '2025-13' is not a period", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_run_from_the_command_line()
    {
        Assert.Equal(0, await Merit("test"));
        Assert.Matches("^1 test: 1 passed, 0 failed, in [0-9.]+ s.\n$", _data.ToString());

        _folder.Write("metrics/more.csx", "Test(\"wrong\", t => t.Given(leads.Row(tier: \"TIN\")).Expect(metrics.gold_leads, 1));\n");
        _data.GetStringBuilder().Clear();
        Assert.Equal(1, await Merit("test", "--junit", "results.xml", "--verbose"));
        Assert.Contains("metrics/more.csx(1): error MRT2301: The test 'wrong' failed: gold_leads is 0, not 1.", _data.ToString(), StringComparison.Ordinal);
        Assert.Contains("passed  gold (", _data.ToString(), StringComparison.Ordinal);
        Assert.Contains("failures=\"1\"", _folder.Read("results.xml"), StringComparison.Ordinal);
        Assert.Equal(0, await Merit("test", "gold"));
        Assert.Equal(2, await Merit("test", "--data", "--watch"));
    }

    [Fact]
    public async Task Tests_that_a_source_brings_along_run_too()
    {
        const string Described = """
            address: https://api.invalid
            streams: { deals: { path: /deals, fields: { id: {}, cents: { type: integer } } } }
            tests:
              - { name: a deal, stream: deals, answers: [{ body: '[{"id": 1, "cents": 5}]' }], rows: [{ id: 1, cents: 5 }] }
            """;
        const string Source = "sources:\n  deals: { connector: http, describe: acme.yaml, stream: deals, into: orders, columns: { order_id: id, amount: cents, ordered_at: { constant: 2025-01-01 } } }\n";
        _folder.Write("merit.yaml", Yaml.Replace("sources:\n", Source, StringComparison.Ordinal));
        _folder.Write("acme.yaml", Described);

        Assert.Equal(0, await Merit("test"));
        Assert.Matches("^2 tests: 2 passed, 0 failed, in [0-9.]+ s.\n$", _data.ToString());

        _folder.Write("acme.yaml", Described.Replace("\"cents\": 5", "\"cents\": 6", StringComparison.Ordinal));
        _data.GetStringBuilder().Clear();
        Assert.Equal(1, await Merit("test", "a deal"));
        Assert.StartsWith("acme.yaml(4): error MRT2301: The test 'a deal' failed: cents of row 1 is 6, not 5.", _data.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 test: 0 passed, 1 failed", _data.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_are_tested_after_each_load()
    {
        _folder.Write("metrics/data.csx", """
            Expect(spend.amount >= 100).Label("Spend is no pocket money", zh: "花费不小");
            Expect(leads.tier.In("GOLD", "TIN")).Warn();
            Expect(leads.campaign_id == "a").Warn();
            Expect(spend.category.HasValue);
            Unique(leads.campaign_id).Warn().BlockDelivery();
            Fresh(spend, within: 2.Days());
            Fresh(touchpoints, within: 2.Days());
            Reconcile(metrics.new_leads, metrics.gold_leads);
            Reconcile(metrics.new_leads, metrics.gold_leads, within: 40.Percent());
            Reconcile(metrics.new_leads, metrics.gold_leads).By("campaign").On("2025");
            """);

        Assert.Equal(1, await Merit("run"));

        var notes = Notes;
        Assert.Contains("10 tests of data: 2 passed, 6 failed, 2 not run.\n", notes, StringComparison.Ordinal);
        Assert.Contains("metrics/data.csx(1): error MRT2309: The data fail the test 'Spend is no pocket money': 1 row. Correct the source", notes, StringComparison.Ordinal);
        Assert.Contains("metrics/data.csx(3): warning MRT2310: The data fail the test 'leads.campaign_id = 'a'': 1 row.", notes, StringComparison.Ordinal);
        Assert.Contains("metrics/data.csx(5): warning MRT2310: The data fail the test 'leads.campaign_id is unique': 1 row repeats a value.", notes, StringComparison.Ordinal);
        Assert.Matches(@"metrics/data.csx\(6\): error MRT2309: The data fail the test 'spend is no older than 2 days': its last day is 2025-03-02, [0-9,]+ days ago\.", notes);
        Assert.Contains("metrics/data.csx(8): error MRT2309: The data fail the test 'new_leads agrees with gold_leads': 3 against 2.", notes, StringComparison.Ordinal);
        Assert.Contains("metrics/data.csx(10): error MRT2309: The data fail the test 'new_leads agrees with gold_leads': 1 of 2 groups, first b with 1 against 0.", notes, StringComparison.Ordinal);
        Assert.Contains("2 of 10 passed; failed: Spend is no pocket money (1 row); failed: leads", _folder.Read("out/mine.md"), StringComparison.Ordinal);

        _data.GetStringBuilder().Clear();
        Assert.Equal(1, await Merit("test", "--data"));
        Assert.Contains("not run spend.category is known: no source loads spend.category\n", _data.ToString(), StringComparison.Ordinal);
        Assert.Contains("not run touchpoints is no older than 2 days: no source loads touchpoints\n", _data.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("10 tests of data: 2 passed, 6 failed, 2 not run.\n", _data.ToString(), StringComparison.Ordinal);

        _folder.Write("metrics/data.csx", "Expect(spend.amont >= 100);");
        _notes.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("load"));
        Assert.Contains("warning MRT2313: The data were not tested", Notes, StringComparison.Ordinal);
    }
}
