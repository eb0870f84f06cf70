using Merit.Host.Commands;
using Merit.Host.Pipeline;

namespace Merit.Host.Tests.Pipeline;

/// <summary>Commands over the real stages, on a workspace small enough to know by heart.</summary>
public sealed class StagesTests : IDisposable
{
    private const string Yaml =
        """
        name: Small
        currency: CNY
        timezone: Asia/Shanghai
        sources:
          leads:
            connector: files
            path: leads.csv
            into: leads
            columns: { lead_id: id, created_at: day, campaign_id: campaign, tier: { sql: "upper(tier)", type: text } }
          spend:
            connector: files
            path: spend.csv
            into: spend
            columns: { date: day, campaign_id: campaign, amount: { from: cost, decimal: "," } }
        reports:
          - { template: mine, period: 2025 }
        """;

    private const string Test = "Test(\"gold\", t => t.Given(leads.Row(tier: \"GOLD\"), leads.Row(tier: \"TIN\")).Expect(metrics.gold_leads, 1));\n";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _data = new() { NewLine = "\n" };
    private readonly StringWriter _notes = new() { NewLine = "\n" };

    public StagesTests()
    {
        _folder.Write("merit.yaml", Yaml);
        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-01,a,gold\n2,2025-03-02,a,gold\n3,2025-03-03,b,tin\n");
        _folder.Write("spend.csv", "day;campaign;cost\n2025-03-01;a;1.000,50\n2025-03-02;b;30\n");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads).Where(leads.tier == \"GOLD\")).Label(\"Gold leads\", zh: \"金牌线索\");\n" + Test);
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"cost, new_leads, gold_leads\"}}\n");
    }

    [Fact]
    public async Task A_sound_workspace_is_checked_without_data()
    {
        Assert.Equal(0, await Merit("check"));
        Assert.Equal("Everything checked is in order.\n", Notes);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".merit", "warehouse")));
    }

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

    [Fact]
    public async Task Whoever_uses_a_metric_on_its_way_out_is_told_what_to_use()
    {
        _folder.Write("metrics/own.csx", """
            Metric("gold_leads", Count(leads).Where(leads.tier == "GOLD")).Deprecated("use tiers").Format("0.0 'g'");
            Metric("tiers", metrics.gold_leads * 2);
            Test("gold", t => t.Given(leads.Row(tier: "GOLD")).Expect(metrics.gold_leads, 1).Expect(metrics.tiers, 2));
            """);

        Assert.Equal(0, await Merit("check"));
        Assert.Equal(
            """
            metrics/own.csx(2,25): warning MRT2190: The metric 'gold_leads' is deprecated: use tiers. Ask for what it names instead; 'gold_leads' may be gone one day.
            reports/mine.md(4,3): warning MRT2190: The metric 'gold_leads' is deprecated: use tiers. Ask for what it names instead; 'gold_leads' may be gone one day.
            0 errors, 2 warnings.

            """, Notes);

        Assert.Equal(0, await Merit("run"));
        Assert.Contains("reports/mine.md(4,3): warning MRT2190", Notes, StringComparison.Ordinal);
        Assert.Contains("2.0 g", _folder.Read("out/mine.md"), StringComparison.Ordinal);
        _notes.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("query", "--metrics", "gold_leads,tiers"));
        Assert.StartsWith("warning MRT2190: The metric 'gold_leads' is deprecated: use tiers.", Notes, StringComparison.Ordinal);
        Assert.Contains("2.0 g", _data.ToString(), StringComparison.Ordinal);

        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads)).Format(\"only words\");\n");
        _notes.GetStringBuilder().Clear();
        Assert.Equal(1, await Merit("check"));
        Assert.StartsWith("metrics/own.csx(1): error MRT2191: The figures of 'gold_leads' cannot be written as 'only words'.", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_mistake_is_found_at_once()
    {
        _folder.Write("merit.yaml", Yaml.Replace("upper(tier)", "(SELECT 1)", StringComparison.Ordinal).Replace("template: mine", "template: mien", StringComparison.Ordinal) + "\nscoring: { scorecards: { webinar: led-gen } }\n");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads));\n");
        _folder.Write("plugins/broken.dll", "no assembly");

        Assert.Equal(1, await Merit("check"));

        Assert.Contains("merit.yaml(9,69): error MRT1203: The expression '(SELECT 1)' cannot be used: it holds a subquery.", Notes, StringComparison.Ordinal);
        Assert.Contains("merit.yaml(17,35): error MRT3001: Campaigns of type 'webinar' are to be scored by 'led-gen'", Notes, StringComparison.Ordinal);
        Assert.Contains("did you mean 'mine'?", Notes, StringComparison.Ordinal);
        Assert.Contains("plugins/broken.dll: error MRT1101: ", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_and_a_template_are_checked_where_they_are_wrong()
    {
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads).Where(leads.teir == \"GOLD\"));\n");
        Assert.Equal(1, await Merit("check"));
        Assert.StartsWith("metrics/own.csx(1,47): error MRT2001", Notes, StringComparison.Ordinal);

        _notes.GetStringBuilder().Clear();
        _folder.Write("metrics/own.csx", "Metric(\"silver_leads\", Count(leads).Where(leads.tier == \"SILVER\"));\n");
        Assert.Equal(1, await Merit("check"));
        Assert.Contains("reports/mine.md(4,3): error MRT2203: There is no metric 'gold_leads'.", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_no_report_names_is_checked_too()
    {
        _folder.Write("reports/draft.md", "---\ntitle: Draft\n---\n{{metric \"new_laeds\"}}\n");

        Assert.Equal(1, await Merit("check"));

        Assert.StartsWith("reports/draft.md(4,3): error MRT2203: There is no metric 'new_laeds'.", Notes, StringComparison.Ordinal);
        Assert.EndsWith("1 error, 0 warnings.\n", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_template_of_two_reports_is_said_once()
    {
        _folder.Write("merit.yaml", Yaml + "\n  - { template: mine, name: again }\n");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metric \"new_laeds\"}}\n");

        Assert.Equal(1, await Merit("check"));
        Assert.EndsWith("1 error, 0 warnings.\n", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_loaded_whole_is_unknown_until_it_is_loaded()
    {
        _folder.Write("merit.yaml", Yaml.Replace("reports:", "  visits:\n    connector: files\n    path: visits.csv\n    into: visits\nreports:", StringComparison.Ordinal));
        _folder.Write("visits.csv", "id,day,pages,kind\n1,2025-03-01,4,shop\n2,2025-03-01,5,blog\n");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads));\nMetric(\"pages\", Sum(visits.pages).Where(visits.kind == \"shop\").On(visits.day));\n");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{table \"pages\" by=\"visits.kind\"}}\n");

        Assert.Equal(0, await Merit("check"));
        Assert.Equal(
            "merit.yaml(16,5): note MRT2033: The columns of the table 'visits' are those of its source, so they are not known before the first load; "
            + "scripts that use them, and what is built on scripts, are not checked. "
            + "Run 'merit load' and then this again, or give the source 'columns'.\nEverything checked is in order.\n", Notes);
        _notes.GetStringBuilder().Clear();
        Assert.Equal(1, await Merit("metrics"));
        Assert.Contains("merit.yaml(16,5): error MRT2034: ", Notes, StringComparison.Ordinal);

        Assert.Equal(0, await Merit("load", "--quiet"));
        _notes.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("check"));
        Assert.DoesNotContain("note", Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("error MRT", Notes, StringComparison.Ordinal);
        _folder.Write("metrics/own.csx", "Metric(\"pages\", Sum(visits.pagse));\n");
        Assert.Equal(1, await Merit("check"));
        Assert.Contains("metrics/own.csx(1,28): error MRT2001: ", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_beside_an_unknown_table_is_said_nevertheless()
    {
        _folder.Write("merit.yaml", Yaml.Replace("reports:", "  visits:\n    connector: files\n    path: visits.csv\n    into: visits\nreports:", StringComparison.Ordinal));
        _folder.Write("metrics/own.csx", "Metric(\"pages\", Sum(visits.pages));\nMetric(\"gold_leads\", Count(leads).Where(leads.teir == \"x\"));\n");

        Assert.Equal(1, await Merit("check"));

        Assert.Contains("metrics/own.csx(2,47): error MRT2001: ", Notes, StringComparison.Ordinal);
        Assert.Contains(": note MRT2033: ", Notes, StringComparison.Ordinal);
        Assert.EndsWith("1 error, 0 warnings.\n", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_of_a_scoring_model_are_checked()
    {
        _folder.Write("merit.yaml", Yaml + "\nscoring:\n  models:\n    - { model: composite-index, normalisation: min-max }\n    - { id: mine, model: weighted-sum, normalisation: curve }\n");

        Assert.Equal(1, await Merit("check"));
        Assert.StartsWith("merit.yaml(20,40): error MRT1003: Unknown key 'normalisation'", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_loads_measures_and_renders()
    {
        Assert.Equal(0, await Merit("run"));

        Assert.Equal(["out/mine.html", "out/mine.md"], _data.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("1,030.5", _folder.Read("out/mine.md"), StringComparison.Ordinal);
        Assert.Contains("Published version 1 of the warehouse.", Notes, StringComparison.Ordinal);

        _data.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("query", "--metrics", "cost,new_leads,gold_leads,cpl", "--by", "campaign", "--format", "csv"));
        Assert.Equal("campaign,cost,new_leads,gold_leads,cpl\na,1000.5,2,2,500.25\nb,30,1,0,30\n", _data.ToString());
    }

    [Fact]
    public async Task Rejected_rows_are_named_and_the_rest_is_published()
    {
        _folder.Write("spend.csv", "day;campaign;cost\n2025-03-01;a;100\n2025-13-02;b;30\n" + string.Concat(Enumerable.Range(0, 6).Select(i => $"2025-03-03;c;x{i}\n")));

        Assert.Equal(1, await Merit("load"));

        Assert.Contains("spend.csv(3): error MRT1208: This row of the source 'spend' was not loaded: 'date': ", Notes, StringComparison.Ordinal);
        Assert.Contains("error MRT1214: 7 of 8 rows of the source 'spend' were not loaded; the first 5 are named above.", Notes, StringComparison.Ordinal);
        Assert.Equal(6, Notes.Split("error MRT12").Length - 1);
        _data.GetStringBuilder().Clear();
        await Merit("query", "--metrics", "cost", "--format", "csv");
        Assert.Equal("cost\n100\n", _data.ToString());
    }

    [Fact]
    public async Task A_load_that_fails_leaves_the_last_version()
    {
        Assert.Equal(0, await Merit("load"));
        File.Delete(Path.Combine(_folder.Path, "spend.csv"));

        Assert.Equal(1, await Merit("load"));
        Assert.Contains("merit.yaml(11,5): error MRT1201: The source 'spend' cannot be read: ", Notes, StringComparison.Ordinal);
        Assert.Equal(0, await Merit("query", "--metrics", "cost", "--format", "csv"));
        Assert.Equal("cost\n1030.5\n", _data.ToString());
    }

    [Fact]
    public async Task Metrics_are_listed_with_formulas_before_anything_is_loaded()
    {
        Assert.Equal(0, await Merit("metrics", "--format", "csv"));

        Assert.Contains("gold_leads,Gold leads,number,count(leads) where (leads.tier = 'GOLD'),", _data.ToString(), StringComparison.Ordinal);
        Assert.Contains("\ncpl,", _data.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Built_in_plugins_are_listed()
    {
        Assert.Equal(0, await Merit("plugins", "--format", "csv"));
        Assert.Matches(@"(?m)^connector,files,\d+\.\d+\.\d+,built-in$", _data.ToString());
        Assert.Matches(@"(?m)^attribution model,u-shaped,\d+\.\d+\.\d+,built-in$", _data.ToString());
    }

    [Fact]
    public async Task A_folder_that_is_no_workspace_has_no_plugins()
    {
        File.Delete(Path.Combine(_folder.Path, "merit.yaml"));
        _folder.Write("plugins/broken.dll", "no assembly");

        Assert.Equal(0, await Merit("plugins"));
        Assert.Empty(Notes);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
        _notes.Dispose();
    }

    private string Notes => _notes.ToString();

    private Task<int> Merit(params string[] args) => CommandLine.RunAsync(args, new Surroundings
    {
        Output = new Terminal(_data, _notes, interactive: false, colour: false),
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        CurrentDirectory = _folder.Path,
        BaseDirectory = AppContext.BaseDirectory,
        Clock = TimeProvider.System,
        Stages = new Stages(AppContext.BaseDirectory, TimeProvider.System),
    }, CancellationToken.None);
}
