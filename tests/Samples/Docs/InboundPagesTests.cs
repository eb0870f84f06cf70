using System.Text.RegularExpressions;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Docs;

/// <summary>What docs/inbound.md and docs/links.md write into merit.yaml is in order, all of it together, and loads what it is said to load.</summary>
public sealed partial class InboundPagesTests : IDisposable
{
    private readonly TemporaryWorkspace _workspace = new();

    [Fact]
    public void The_pages_examples_load()
    {
        var blocks = new[] { "inbound.md", "links.md" }.SelectMany(page => Block().Matches(File.ReadAllText(Repository.PathTo("docs", page)))).Select(m => m.Groups["text"].Value).ToList();
        var sources = string.Concat(blocks.Where(b => b.Contains("sources:\n", StringComparison.Ordinal)).Select(b => b[(b.IndexOf("sources:\n", StringComparison.Ordinal) + "sources:\n".Length)..]));
        var inbound = blocks.Single(b => b.StartsWith("inbound:", StringComparison.Ordinal));
        var channels = blocks.Single(b => b.StartsWith("channels:", StringComparison.Ordinal));
        _workspace.Write("merit.yaml", $"name: Pages\ncurrency: EUR\ntimezone: UTC\n{inbound[..inbound.IndexOf("sources:\n", StringComparison.Ordinal)]}{channels}sources:\n{sources}");
        _workspace.Write(".env", "SIGNUP_SECRET=kept-in-the-environment\nFORM_TOKEN=kept-in-the-environment\nSENDGRID_KEY=MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==\n");
        _workspace.Write("data/mail-1.csv", "Email Address,Campaign,Action,Time\n A@example.com,C1,Open,2026-01-02 10:00:00\na@example.com,C1,click,2026-01-02 10:01:00\n");
        _workspace.Write("data/views.ndjson", """{"view_id":"v1","visitor":"a@example.com","at":"2026-01-02T10:02:00Z","page":"/offer","utm_source":"partner-x","utm_medium":"referral","utm_campaign":"c"}""" + "\n");
        _workspace.Write("inbound/signup/2026-01-02.ndjson", """{"event_id":"s1","received_at":"2026-01-02T10:03:00.000Z","endpoint":"signup","event":{"email":"b@example.com","utm_source":"find.example.com","utm_medium":"x"}}""" + "\n");
        _workspace.Write("inbound/mail/2026-01-02.ndjson", """{"event_id":"m1","received_at":"2026-01-02T10:04:00.000Z","endpoint":"mail","event":{"email":"c@example.com","timestamp":1767348000,"event":"delivered","sg_event_id":"m1"}}""" + "\n");
        _workspace.Write("inbound/scans/2026-01-02.ndjson", """{"event_id":"q1","received_at":"2026-01-02T10:05:00.000Z","endpoint":"scans","event":{"link":"expo-poster","utm_source":"poster","utm_medium":"qr","utm_campaign":"expo-2026"}}""" + "\n");

        MeritProcess.Run(_workspace.Folder, "check").Fine();
        MeritProcess.Run(_workspace.Folder, "load").Fine();

        Assert.Equal(
            ["form|organic-search|1", "scan|trade-fair|1", "visit|partners|1"],
            QueryAnswer.Ask(_workspace.Folder, "touches", "touchpoints.kind,channel", "all").Rows.Select(r => $"{r["touchpoints.kind"]}|{r["channel"]}|{r["touches"]}").Order(StringComparer.Ordinal));
        Assert.Equal((1, 1, 1), ((int?)QueryAnswer.Ask(_workspace.Folder, "mails_opened", period: "all")["mails_opened"], (int?)QueryAnswer.Ask(_workspace.Folder, "mails_clicked", period: "all")["mails_clicked"], (int?)QueryAnswer.Ask(_workspace.Folder, "mails_delivered", period: "all")["mails_delivered"]));
    }

    public void Dispose() => _workspace.Dispose();

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
