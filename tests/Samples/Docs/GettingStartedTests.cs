using System.Text.RegularExpressions;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Docs;

/// <summary>The company of docs/getting-started.md, whose files and merit.yaml are the page's own, gives the answers the page shows.</summary>
public sealed partial class GettingStartedTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "getting-started.md"));
    private readonly TemporaryWorkspace workspace = new();

    public GettingStartedTests()
    {
        var files = NamedFile().Matches(Page);
        Assert.True(files.Count >= 7, "The page lost its files.");
        foreach (Match file in files)
        {
            workspace.Write(file.Groups["name"].Value, file.Groups["text"].Value);
        }
    }

    public void Dispose() => workspace.Dispose();

    [Fact]
    public void The_page_s_commands_give_the_page_s_answer()
    {
        MeritProcess.Run(workspace.Folder, "check").Fine();
        Assert.DoesNotContain("rejected;", MeritProcess.Run(workspace.Folder, "run").Fine().Notes, StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.PathOf("out/overview.html")) && File.Exists(workspace.PathOf("out/channels.md")));
        var answers = QueryAnswer.Ask(workspace.Folder, "cost,new_leads,cpl,customers,revenue,roi", "channel").By("channel");
        var shown = Shown().Matches(Page);
        Assert.Equal(shown.Select(m => m.Groups["channel"].Value), answers.Keys);
        foreach (Match row in shown)
        {
            var figures = row.Groups["figure"].Captures.Select(c => double.Parse(c.Value.Replace(",", "", StringComparison.Ordinal))).ToArray();
            var given = answers[row.Groups["channel"].Value].Skip(1).Select(f => f.Value?.GetValue<double>() ?? double.NaN).ToArray();
            Assert.Equal(figures, given.Select(f => Math.Round(f, 2)));
        }
    }

    [Fact]
    public void The_dollars_count_at_the_day_s_rate()
    {
        MeritProcess.Run(workspace.Folder, "load").Fine();
        Assert.Equal(89.1, QueryAnswer.Ask(workspace.Folder, "cost", more: ["--where", "spend.category = tools"])["cost"]);
    }

    [GeneratedRegex("^`(?<name>[a-z/.]+)`\n```[a-z]+\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"^\| (?<channel>Brief|Messe|Suche) (\| (?<figure>[0-9.,]+) )+\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shown();
}
