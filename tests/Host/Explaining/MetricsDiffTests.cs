using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Host.Tests.Pipeline;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Explaining;

/// <summary>What <c>merit metrics diff</c> says, of a real repository.</summary>
public sealed class MetricsDiffTests : SmallWorkspace
{
    [Fact]
    public async Task What_changed_since_a_revision_is_told_with_its_figures()
    {
        Assert.Equal(0, await Merit("load"));
        Assert.Equal(1, await Merit("metrics", "diff", "HEAD"));
        Assert.Contains("error MRT5008: ", Notes, StringComparison.Ordinal);
        _folder.Write("metrics/gone.csx", "Metric(\"all_leads\", Count(leads));\n");
        Git("init", "-q");
        Commit("first");
        _notes.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("metrics", "diff", "HEAD"));
        Assert.Contains("No metric changed since HEAD.", Notes, StringComparison.Ordinal);

        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(leads).Where(leads.tier.In(\"GOLD\", \"TIN\")));\nMetric(\"gold_cost\", metrics.cost / metrics.gold_leads);\n");
        _folder.Write("metrics/cost.csx", "Metric(\"cost\", Sum(spend.amount)).Label(\"Spent\", zh: \"花费\");\nMetric(\"media_cost\", Sum(spend.amount));\nforeach (var id in new[] { \"sales_cost\", \"budget\", \"budget_used\" }) { Metric(id, metrics.cost); }");
        _folder.Write("metrics/gone.csx", "");
        _data.GetStringBuilder().Clear();
        Assert.Equal(0, await Merit("metrics", "diff", "HEAD", "--format", "csv"));
        var rows = _data.ToString().Split('\n');
        Assert.Equal("id,change,formula_before,formula_now,before,now,difference", rows[0]);
        Assert.Contains("gold_leads,redefined,count(leads) where (leads.tier = 'GOLD'),\"count(leads) where (leads.tier in ('GOLD', 'TIN'))\",2,3,1", rows);
        Assert.Contains("gold_cost,added,,cost ÷ gold_leads,,343.5,", rows);
        Assert.Contains(rows, r => r.StartsWith("cost,reworded,sum(spend.amount),sum(spend.amount),1030.5,1030.5,0", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("all_leads,removed,", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("media_cpc,through media_cost,", StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.StartsWith("cpl,", StringComparison.Ordinal));

        Assert.Equal(1, await Merit("metrics", "diff", "nowhere"));
        Assert.Contains("error MRT5009: The repository knows no revision 'nowhere'.", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_revisions_are_compared_in_a_folder_of_a_larger_repository()
    {
        foreach (var file in new[] { "merit.yaml", "leads.csv", "spend.csv", "metrics/own.csx", "reports/mine.md" })
        {
            _folder.Write($"team/small/{file}", _folder.Read(file));
        }

        Assert.Equal(0, await Merit("load", "--project", "team/small"));
        Git("init", "-q");
        Commit("first");
        _folder.Write("team/small/metrics/own.csx", "Metric(\"gold_leads\", Count(leads).Where(leads.tier == \"TIN\"));\n");
        Commit("second");
        _folder.Write("team/small/metrics/own.csx", "Metric(\"silver_leads\", Count(leads));\n");

        Assert.Equal(0, await Merit("metrics", "diff", "HEAD~1..HEAD", "--format", "csv", "--project", "team/small"));
        Assert.Equal("gold_leads,redefined,count(leads) where (leads.tier = 'GOLD'),count(leads) where (leads.tier = 'TIN'),2,1,-1", _data.ToString().Split('\n')[1]);
        Assert.Equal(0, await Merit("metrics", "diff", "HEAD~1..HEAD", "--period", "2024", "--project", "team/small"));
        Assert.Contains("period 2024", Notes, StringComparison.Ordinal);
        Assert.Equal(1, await Merit("metrics", "diff", "HEAD..HEAD~7", "--project", "team/small"));
        Assert.Contains("The repository knows no revision 'HEAD~7'.", Notes, StringComparison.Ordinal);
        Assert.Equal(0, await Merit("metrics", "diff", "HEAD..HEAD", "--project", "team/small"));
        Assert.Contains("No metric changed between HEAD and HEAD.", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_of_another_day_is_told_with_its_day()
    {
        Assert.Equal(0, await Merit("load"));
        Git("init", "-q");
        var good = _folder.Read("metrics/own.csx");
        _folder.Write("metrics/own.csx", "Metric(\"gold_leads\", Count(laeds));\n");
        Commit("first");
        _folder.Write("metrics/own.csx", good);

        Assert.Equal(1, await Merit("metrics", "diff", "HEAD"));
        Assert.StartsWith("HEAD:metrics/own.csx(1,28): error MRT2001: ", Notes.Split('\n').First(l => l.Contains("MRT2001", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_git_it_says_so()
    {
        var workspace = new Workspace { Directory = _folder.Path, Name = "", Currency = "CNY", Zone = TimeZoneInfo.Utc, Attribution = new AttributionSettings { Default = "linear", Models = [] } };
        var wrong = Assert.Throws<MeritException>(() => PastScripts.Of(AppContext.BaseDirectory, workspace, "HEAD", TimeProvider.System, "git-that-nobody-installed"));
        Assert.Equal("MRT5007", Assert.Single(wrong.Diagnostics).Code);
    }

    private void Commit(string message)
    {
        Git("add", ".");
        Git("-c", "user.name=Tester", "-c", "user.email=tester@example.org", "commit", "-q", "-m", message);
    }

    private void Git(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("git", arguments) { UseShellExecute = false, WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true };
        using var git = System.Diagnostics.Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var told = git.StandardError.ReadToEndAsync();
        git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, told.Result);
    }
}
