using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Reports;

/// <summary><c>merit report</c>, as users call it.</summary>
public sealed class ReportCommandTests
{
    [Fact]
    public void It_renders_what_is_named_over_what_was_loaded()
    {
        using var guide = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));
        guide.Write("reports/sheet.md", "---\ntitle: Sheet of ${item}\nparameters: { top: 1 }\nfor_each: { by: campaign, limit: 2, having: cost }\n---\n{{table \"cost\" by=\"month\" limit=top}}\n{{notes}}\n");

        var done = MeritProcess.Run(guide.Folder, "report", "sheet", "--period", "2025", "--formats", "md,xlsx", "--set", "top=2", "--output", "sheets").Fine();

        Assert.Equal(4, done.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        var files = Directory.GetFiles(guide.PathOf("sheets")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        // The two dearest: trade shows with 80,000 and, by its name, one of those with 50,000.
        Assert.Equal(4, files.Count);
        Assert.Contains(files, f => f?.StartsWith("sheet-trade-show", StringComparison.Ordinal) == true || f?.EndsWith(".xlsx", StringComparison.Ordinal) == true);
        var text = File.ReadAllText(guide.PathOf("sheets/" + files.First(f => f?.EndsWith(".md", StringComparison.Ordinal) == true)));
        Assert.StartsWith("# Sheet of ", text, StringComparison.Ordinal);
        Assert.Contains("Only the first 2 groups are shown.", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(guide.PathOf("out")));
    }

    [Fact]
    public void What_is_wrong_with_the_call_is_said()
    {
        using var guide = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));

        var format = MeritProcess.Run(guide.Folder, "report", "overview", "--formats", "html,docx");
        var unset = MeritProcess.Run(guide.Folder, "report", "overview", "--set", "top=2");

        Assert.Equal((2, 1), (format.ExitCode, unset.ExitCode));
        Assert.Contains("'docx' is not a value of --formats", format.Notes, StringComparison.Ordinal);
        Assert.Contains("MRT3063: The template 'overview' has no parameter 'top'.", unset.Notes, StringComparison.Ordinal);
    }
}
