using Merit.Host.Commands;
using Merit.Host.Reports;
using Merit.Host.Reports.Archive;
using Merit.Host.Tests.Pipeline;

namespace Merit.Host.Tests.Reports.Archive;

/// <summary>Past renderings are kept as they were.</summary>
public sealed class ReportArchiveTests : SmallWorkspace
{
    [Fact]
    public async Task A_rendering_is_kept_as_it_was_once_as_long_as_it_says_the_same()
    {
        Assert.Equal(ExitCode.Fine, await Merit("run"));
        var first = File.ReadAllText(Path.Combine(_folder.Path, "out", "mine.html"));
        Assert.Equal(ExitCode.Fine, await Merit("report", "mine"));
        Assert.Equal(ExitCode.Fine, await Merit("report", "mine", "--period", "2025-Q1", "--output", "elsewhere"));
        Assert.Single(Kept.All());
        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-01,a,gold\n");

        Assert.Equal(ExitCode.Fine, await Merit("run"));

        var kept = Kept.All();
        Assert.Equal(2, kept.Count);
        Assert.Equal(first, File.ReadAllText(Path.Combine(kept[1].Folder, "mine.html")));
        Assert.Equal(("Mine", "2025", new DateOnly(2025, 3, 3)), (kept[1].Title, kept[1].Days, kept[1].AsOf ?? default));
        Assert.Equal(["mine.html", "mine.md"], kept[1].Files.Order(StringComparer.Ordinal));
        Assert.NotEmpty(kept[1].DefinitionHash);
        Assert.Contains(kept[1].Figures, f => f is { Label: "New leads" } && f.Text.StartsWith('3'));
        Assert.Equal(kept[1].Time, Kept.Find("mine", kept[1].Time)?.Time);
        Assert.Null(Kept.Find("mine", ".."));
        Assert.Null(Kept.Find("..", kept[1].Time));

        _folder.Write("merit.yaml", Yaml + "\narchive: { keep: 1 }\n");
        Assert.Equal(ExitCode.Fine, await Merit("report", "mine", "--period", "2025-03"));
        Assert.Equal("Mar 2025", Assert.Single(Kept.All()).Days);

        _folder.Write("merit.yaml", Yaml + "\narchive: { keep: 0 }\n");
        Assert.Equal(ExitCode.Fine, await Merit("report", "mine", "--period", "2025-Q1"));
        Assert.Single(Kept.All());
    }

    [Fact]
    public void What_is_older_than_it_is_kept_for_goes_and_a_draft_of_a_killed_run_is_no_rendering()
    {
        var archive = new ReportArchive(_folder.Path, new ArchiveSettings(10, TimeSpan.FromDays(30)));
        var first = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Directory.CreateDirectory(Path.Combine(_folder.Path, ReportArchive.Folder, ".draft"));
        File.WriteAllText(Path.Combine(_folder.Path, ReportArchive.Folder, ".draft", "said.json"), "{}");
        for (var i = 0; i < 4; i++)
        {
            archive.Keep(Of(first.AddDays(20 * i)), $"text {i}", [ReportFile.Of("a.md", $"text {i}")]);
        }

        Assert.Equal([61, 41], archive.Kept.All().Select(k => (int)(k.At - first).TotalDays + 1));
    }

    private KeptReports Kept => new ReportArchive(Path.Combine(_folder.Path, ".merit"), ArchiveSettings.Usual).Kept;

    private static KeptReport Of(DateTimeOffset at) => new() { Report = "a", Key = "", At = at, Title = "A", Days = "2025", Facts = [], Figures = [], Files = [] };
}
