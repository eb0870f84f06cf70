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
        _folder.Write("merit.yaml", Yaml.Replace("upper(tier)", "(SELECT 1)", StringComparison.Ordinal).Replace("template: mine", "template: mien", StringComparison.Ordinal) + "\nscoring: { scorecards: { webinar: led-gen } }\n");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads));\n");
        _folder.Write("plugins/broken.dll", "no assembly");

        Assert.Equal(1, await Merit("check"));

        Assert.Contains("merit.yaml(9,69): error MRT1203: The expression '(SELECT 1)' cannot be used: it holds a subquery.", Notes, StringComparison.Ordinal);
        Assert.Contains("merit.yaml: error MRT3001: ", Notes, StringComparison.Ordinal);
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
