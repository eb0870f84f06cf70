namespace Merit.Host.Tests.Pipeline;

/// <summary>Commands over the real stages.</summary>
public sealed class StagesTests : SmallWorkspace
{
    [Fact]
    public async Task A_sound_workspace_is_checked_without_data()
    {
        Assert.Equal(0, await Merit("check"));
        Assert.Equal("Everything checked is in order.\n", Notes);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, ".merit", "warehouse")));
    }

    [Fact]
    public async Task Every_kind_of_mistake_is_found_at_once()
    {
        _folder.Write("merit.yaml", Yaml.Replace("upper(tier)", "(SELECT 1)", StringComparison.Ordinal).Replace("template: mine", "template: mien", StringComparison.Ordinal) + "\nscoring: { scorecards: { webinar: led-gen } }\nattribution: { unit: chanel, conversions: { form: { of: touchpoints, where: (SELECT true) } } }\n");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads));\n");
        _folder.Write("plugins/broken.dll", "no assembly");

        Assert.Equal(1, await Merit("check"));

        Assert.Contains("merit.yaml(9,69): error MRT1203: The expression '(SELECT 1)' cannot be used: it holds a subquery.", Notes, StringComparison.Ordinal);
        Assert.Contains("merit.yaml(17,35): error MRT3001: Campaigns of type 'webinar' are to be scored by 'led-gen'", Notes, StringComparison.Ordinal);
        Assert.Contains("error MRT1409: The condition `(SELECT true)` of the conversion `form` cannot be used: it holds a subquery.", Notes, StringComparison.Ordinal);
        Assert.Contains("error MRT1407: The attribution model `first` is to tell touches apart by `chanel`", Notes, StringComparison.Ordinal);
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
}
