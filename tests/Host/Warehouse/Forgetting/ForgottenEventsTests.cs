using System.Text;
using System.Text.Json.Nodes;
using Merit.Host.Inbound;
using Merit.Host.Tests.Pipeline;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Warehouse.Forgetting;

/// <summary>Who is forgotten is in no journal of events either, also while events are taken in; events of others, and what was counted, stay as they were.</summary>
public sealed class ForgottenEventsTests : SmallWorkspace
{
    private const string Events = """
        name: Forgetful
        currency: CNY
        timezone: UTC
        attribution: { default: linear, models: [linear], lookback: 90d }
        identity: { keys: [email, { key: phone, country: "86" }] }
        sources:
          contacts: { connector: files, path: contacts.csv, into: contacts, columns: { contact_id: id, email: mail, phone: tel } }
          forms:
            connector: inbound
            endpoint: form
            fields: [who, mail, tel, channel, campaign, score, name]
            into: touchpoints
            columns: { touch_id: event_id, contact_id: who, occurred_at: received_at, channel: channel, campaign_id: campaign, email: { from: mail, type: text }, phone: { from: tel, type: text }, score: { from: score, type: integer } }
          mails: { connector: inbound, endpoint: mail, shape: brevo }
        """;

    private static readonly string[] Traces = ["person-0042", "zhang.wei.42@example.com", "13812345678", "138 1234 5678", "Zhang Wei", "七号楼", "198.51.100.7", "7654321", "half"];

    public ForgottenEventsTests()
    {
        _folder.Write("metrics/own.csx", "");
        _folder.Write("reports/mine.md", "---\ntitle: Mine\n---\n{{metrics \"new_leads\"}}\n");
        _folder.Write("merit.yaml", Events);
        _folder.Write("contacts.csv", "id,mail,tel\nperson-0042,Zhang.Wei.42@example.com,13812345678\nother-1,other@example.com,13900000001\n");
        _folder.Write("inbound/form/2026-03-01.ndjson", """
            {"event_id":"f1","received_at":"2026-03-01T09:00:00.000Z","endpoint":"form","event":{"who":"person-0042","name":"Zhang Wei","channel":"ads","campaign":"c-1","score":7654321,"utm_source":"poster","inner":{"street":"七号楼","n":[1,true,null]}}}
            {"event_id":"f2","received_at":"2026-03-01T09:01:00.000Z","endpoint":"form","event":{"mail":" ZHANG.wei.42@example.com","channel":"mail","campaign":"c-1"}}
            {"event_id":"f3","received_at":"2026-03-01T09:02:00.000Z","endpoint":"form","event":{"tel":13812345678,"channel":"call","campaign":"c-1"}}
            {"event_id":"f4","received_at":"2026-03-01T09:03:00.000Z","endpoint":"form","event":{"who":"other-1","mail":"other@example.com","name":"Other 138","channel":"ads","campaign":"c-1","score":7}}
            {"event_id":"f5","received_at":"2026-03-01T09:04:00.000Z","endpoint":"form","event":{"name":"half zhang.wei.42@example.com

            """.TrimEnd() + "\n");
        _folder.Write("inbound/mail/2026-03-01.ndjson", """
            {"event_id":"m1","received_at":"2026-03-01T10:00:00.000Z","endpoint":"mail","event":{"event":"opened","email":"zhang.wei.42@example.com","ts_event":1772359200,"camp_id":3,"tag":"t","ip":"198.51.100.7"}}
            {"event_id":"m2","received_at":"2026-03-01T10:00:01.000Z","endpoint":"mail","event":{"event":"click","email":"zhang.wei.42@example.com","ts_event":1772359201,"camp_id":3,"URL":"https://a.example/?m=zhang.wei.42%40example.com&utm_source=n"}}
            {"event_id":"m3","received_at":"2026-03-01T10:00:02.000Z","endpoint":"mail","event":{"event":"opened","email":"other@example.com","ts_event":1772359202,"camp_id":3}}
            {"event_id":"m4","received_at":"2026-03-01T10:00:03.000Z","endpoint":"mail","event":{"mandrill_events":"[{\"event\":\"open\",\"ts\":1772359203,\"msg\":{\"email\":\"zhang.wei.42@example.com\",\"_id\":\"x\"}}]"}}

            """);
    }

    [Fact]
    public async Task Nothing_of_the_person_is_in_a_journal_and_what_was_counted_is()
    {
        await Load();
        var before = Counts();
        var others = Lines().Where(l => l.Contains("other", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, others.Count);
        Assert.NotEmpty(Found());
        using (var journal = EventJournal.Open(_folder.Path, "form", new Inbound.StoppedClock()))
        {
            // 'merit serve' has the journal all the while.
            journal.Append([new InboundEvent("f9", new JsonObject { ["who"] = "person-0042", ["tel"] = "138 1234 5678", ["channel"] = "ads", ["campaign"] = "c-1" })]);
            Assert.Equal(0, await Run("forget", "person-0042", "--yes"));
            Assert.Equal(1, journal.Append([new InboundEvent("f10", new JsonObject { ["who"] = "other-1", ["channel"] = "ads", ["campaign"] = "c-1" })]));
            Assert.Equal(0, journal.Append([new InboundEvent("f9", new JsonObject { ["who"] = "person-0042" })]));
        }

        Assert.Equal([], Found());
        Assert.All(others, o => Assert.Contains(o, Lines()));
        await Load();
        Assert.Equal([], Found());
        Assert.Equal(before.Select(c => c.StartsWith("touches", StringComparison.Ordinal) ? "touches 6" : c), Counts());
        Assert.Equal(["ads 4", "call 1", "mail 1"], Rows("SELECT channel || ' ' || count(*) FROM touchpoints GROUP BY channel ORDER BY 1"));
        Assert.Equal(["7"], Rows("SELECT score::VARCHAR FROM touchpoints WHERE score IS NOT NULL"));
    }

    [Fact]
    public async Task What_a_journal_that_is_held_keeps_is_told_and_ended_by_the_next_load()
    {
        await Load();
        using (new FileStream(Path.Combine(_folder.Path, "inbound", "form", "2026-03-01.ndjson"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(1, await Run("forget", "person-0042", "--yes"));
            Assert.Contains("MRT1334", Notes, StringComparison.Ordinal);
        }

        await Load();
        Assert.Equal([], Found());
        Assert.Equal(0, await Run("forget", "--list"));
        Assert.Contains("done", _data.ToString(), StringComparison.Ordinal);
    }

    private async Task Load()
    {
        var exit = await Run("load");
        Assert.True(exit == (Notes.Contains("MRT1208", StringComparison.Ordinal) ? 1 : 0) && Notes.Contains("Published version", StringComparison.Ordinal), Notes);
    }

    private Task<int> Run(params string[] args)
    {
        _notes.GetStringBuilder().Clear();
        _data.GetStringBuilder().Clear();
        return Merit(args);
    }

    private IReadOnlyList<string> Counts() =>
    [
        .. Rows("SELECT 'touches ' || count(*) FROM touchpoints"), .. Rows("SELECT 'people ' || count(DISTINCT contact_id) FROM touchpoints"),
        .. Rows("SELECT kind || ' ' || count(*) || ' ' || count(DISTINCT mail_id) || ' ' || count(DISTINCT contact_id) || ' ' || min(campaign_id) || ' ' || min(occurred_at) FROM email_events GROUP BY kind ORDER BY kind"),
    ];

    private IReadOnlyList<string> Rows(string sql)
    {
        using var session = new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).OpenLatest();
        return session.Query(sql, r => r.GetString(0));
    }

    private IEnumerable<string> Lines() => Journals().SelectMany(File.ReadAllLines);

    private IEnumerable<string> Journals() => Directory.EnumerateFiles(Path.Combine(_folder.Path, "inbound"), "*.ndjson", SearchOption.AllDirectories);

    private IReadOnlyList<string> Found() =>
    [
        .. new[] { ".merit", "inbound" }.SelectMany(f => Directory.EnumerateFiles(Path.Combine(_folder.Path, f), "*", SearchOption.AllDirectories))
            .SelectMany(f => Traces.Where(t => (Encoding.UTF8.GetString(File.ReadAllBytes(f)) + Encoding.Latin1.GetString(File.ReadAllBytes(f))).Contains(t, StringComparison.OrdinalIgnoreCase)).Select(t => $"{Path.GetFileName(f)}: {t}")),
    ];
}
