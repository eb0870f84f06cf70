using System.Diagnostics;
using Merit.Samples.Tests.Serving;

namespace Merit.Samples.Tests.Delivering;

/// <summary>While the dashboard is served, what is due is run by itself, and its page tells.</summary>
public sealed class ServedScheduleTests(DeliveringWorkspace workspace) : IClassFixture<DeliveringWorkspace>
{
    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_made_up_for()
    {
        workspace.Files.Write(".merit/schedules.jsonl", """{"schedule":"nightly","occasion":"2026-01-01T00:00:00+00:00","started_at":"2026-01-01T00:00:00+00:00","result":"known"}""" + "\n");
        using var site = ServedSite.Of(workspace.Files);
        var patience = Stopwatch.StartNew();
        var page = "";
        while (!page.Contains(">fine<", StringComparison.Ordinal))
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(120), page);
            (_, page) = await site.ShowAsync("/schedules");
        }

        Assert.Contains("makes up for", page, StringComparison.Ordinal);
        Assert.Contains(">delivered<", page, StringComparison.Ordinal);
        Assert.Contains("0 1 * * *", page, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(workspace.Files.PathOf("sent"), "mine.html", SearchOption.AllDirectories));
        Assert.Contains("计划", (await site.ShowAsync("/schedules?lang=zh-CN")).Page, StringComparison.Ordinal);
    }
}
