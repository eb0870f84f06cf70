using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Merit.Connectors.Events;
using Merit.Plugins.Connectors;

namespace Merit.Plugins.Tests.Connectors.Events;

/// <summary>Events as those who send them document them, and what becomes of each.</summary>
public sealed class InboundConnectorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-events").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("sendgrid", """{"email":"A@example.com","timestamp":1513299569,"event":"processed","category":["cat facts"],"sg_event_id":"e0","sg_message_id":"m"}""", "sent|a@example.com|2017-12-15 00:59:29|cat facts|e0|False|∅|∅")]
    [InlineData("sendgrid", """{"email":"a@example.com","timestamp":1513299569,"event":"open","sg_event_id":"e1","sg_message_id":"m","sg_machine_open":true}""", "opened|a@example.com|2017-12-15 00:59:29|∅|e1|True|∅|∅")]
    [InlineData("sendgrid", """{"email":"a@example.com","timestamp":1513299569,"event":"click","sg_event_id":"e2","url":"https://a.example/?utm_source=news+letter&utm_campaign=sp%2Cring#x"}""", "clicked|a@example.com|2017-12-15 00:59:29|∅|e2|False|news letter|sp,ring")]
    [InlineData("sendgrid", """{"email":"a@example.com","timestamp":1513299569,"event":"dropped","sg_event_id":"e3","reason":"Invalid"}""", "bounced|a@example.com|2017-12-15 00:59:29|∅|e3|False|∅|∅")]
    [InlineData("sendgrid", """{"email":"a@example.com","timestamp":1513299569,"event":"spamreport","sg_event_id":"e4"}""", "complained|a@example.com|2017-12-15 00:59:29|∅|e4|False|∅|∅")]
    [InlineData("sendgrid", """{"email":"a@example.com","timestamp":1513299569,"event":"group_unsubscribe","sg_event_id":"e5"}""", "unsubscribed|a@example.com|2017-12-15 00:59:29|∅|e5|False|∅|∅")]
    [InlineData("brevo", """{"id":9,"camp_id":3,"email":"a@example.com","campaign name":"First","event":"hard_bounce","ts_sent":1604933619,"ts_event":1604933654,"ts":1604937337,"reason":"no"}""", "bounced|a@example.com|2020-11-09 14:54:14|First|{bounced|a@example.com|20201109145414|First|}|False|∅|∅")]
    [InlineData("brevo", """{"id":9,"email":"a@example.com","event":"proxy_open","ts_event":1604933654,"message-id":"<m>","tags":["t1","t2"]}""", "opened|a@example.com|2020-11-09 14:54:14|t1|{opened|a@example.com|20201109145414|<m>|}|True|∅|∅")]
    [InlineData("brevo", """{"id":9,"email":"a@example.com","event":"click","ts_event":1604933654,"camp_id":3,"URL":"https://a.example/?utm_source=n"}""", "clicked|a@example.com|2020-11-09 14:54:14|3|{clicked|a@example.com|20201109145414|3|https://a.example/?utm_source=n}|False|n|∅")]
    [InlineData("mailchimp", """{"type":"unsubscribe","fired_at":"2009-03-26 21:40:57","data[action]":"unsub","data[reason]":"manual","data[email]":"a@example.com","data[campaign_id]":"4fjk2ma9xd"}""", "unsubscribed|a@example.com|2009-03-26 21:40:57|4fjk2ma9xd|{unsubscribed|a@example.com|20090326214057|4fjk2ma9xd|}|False|∅|∅")]
    [InlineData("mailchimp", """{"type":"cleaned","fired_at":"2009-03-26 22:01:00","data[reason]":"abuse","data[email]":"a@example.com","data[campaign_id]":"4f"}""", "complained|a@example.com|2009-03-26 22:01:00|4f|{complained|a@example.com|20090326220100|4f|}|False|∅|∅")]
    [InlineData("mailgun", """{"signature":{"token":"x"},"event-data":{"event":"opened","id":"i1","timestamp":1529006854.329574,"recipient":"a@example.com","tags":["my_tag"],"client-info":{"bot":"apple"}}}""", "opened|a@example.com|2018-06-14 20:07:34|my_tag|i1|True|∅|∅")]
    [InlineData("mailgun", """{"event-data":{"event":"failed","id":"i2","timestamp":1521233195.375624,"recipient":"a@example.com","campaigns":[{"name":"spring"}],"delivery-status":{"message":"full"}}}""", "bounced|a@example.com|2018-03-16 20:46:35|spring|i2|False|∅|∅")]
    [InlineData("postmark", """{"RecordType":"Open","Recipient":"A@example.com","ReceivedAt":"2026-01-01T10:00:00.5Z","MessageID":"m","Tag":"spring","FirstOpen":true}""", "opened|a@example.com|2026-01-01 10:00:00|spring|{opened|A@example.com|20260101100000|m|}|False|∅|∅")]
    [InlineData("postmark", """{"RecordType":"Click","Recipient":"a@example.com","ReceivedAt":"2026-01-01T10:00:00Z","OriginalLink":"https://a.example/?utm_source=n","MessageID":"m"}""", "clicked|a@example.com|2026-01-01 10:00:00|∅|{clicked|a@example.com|20260101100000|m|https://a.example/?utm_source=n}|False|n|∅")]
    [InlineData("postmark", """{"RecordType":"Bounce","ID":42,"Type":"HardBounce","Email":"a@example.com","BouncedAt":"2014-08-01T13:28:10.2735393-04:00","MessageID":"m","Tag":"t"}""", "bounced|a@example.com|2014-08-01 17:28:10|t|Bounce-42|False|∅|∅")]
    [InlineData("postmark", """{"RecordType":"Bounce","ID":43,"Type":"Transient","Email":"a@example.com","BouncedAt":"2014-08-01T17:28:10Z"}""", "deferred|a@example.com|2014-08-01 17:28:10|∅|Bounce-43|False|∅|∅")]
    [InlineData("postmark", """{"RecordType":"SubscriptionChange","Recipient":"a@example.com","ChangedAt":"2020-02-01T10:53:34.416071Z","SuppressSending":true,"SuppressionReason":"ManualSuppression","Origin":"Recipient"}""", "unsubscribed|a@example.com|2020-02-01 10:53:34|∅|{unsubscribed|a@example.com|20200201105334||}|False|∅|∅")]
    [InlineData("postmark", """{"RecordType":"SubscriptionChange","Recipient":"a@example.com","ChangedAt":"2020-02-01T10:53:34Z","SuppressSending":true,"SuppressionReason":"HardBounce"}""", "suppressed|a@example.com|2020-02-01 10:53:34|∅|{suppressed|a@example.com|20200201105334||}|False|∅|∅")]
    public async Task What_a_sender_tells_is_one_event_in_the_words_of_all(string shape, string body, string expected)
    {
        // What is in braces is an id made of what tells the event from others; an address does not stand in it.
        expected = Regex.Replace(expected, @"\{(?<id>.*)\}", m => Print(m.Groups["id"].Value), RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Write("a.ndjson", body + "\n");
        Assert.Equal([expected], await ReadAsync(Of(shape), "kind", "email", "occurred_at", "campaign", "event_id", "by_machine", "utm_source", "utm_campaign"));
    }

    [Fact]
    public async Task Lists_inside_a_form_and_activity_of_a_recipient_are_events_each()
    {
        Write("a.json", """[{"mandrill_events":"[{\"event\":\"send\",\"ts\":1365109999,\"msg\":{\"email\":\"a@example.com\",\"_id\":\"m\",\"tags\":[\"t\"]}},{\"event\":\"hard_bounce\",\"ts\":1365109999,\"msg\":{\"email\":\"b@example.com\",\"_id\":\"n\",\"bounce_description\":\"gone\"}}]"}]""");
        Assert.Equal(["sent|a@example.com|2013-04-04 21:13:19|" + Print("a@example.com/m") + "|∅", "bounced|b@example.com|2013-04-04 21:13:19|" + Print("b@example.com/n") + "|gone"], await ReadAsync(Of("mandrill", "a.json"), "kind", "email", "occurred_at", "mail_id", "reason"));
        Write("b.ndjson", """{"campaign_id":"4f","email_address":"a@example.com","activity":[{"action":"open","timestamp":"2026-01-01T10:00:00+00:00","ip":"192.0.2.1"},{"action":"click","timestamp":"2026-01-01T10:01:00+00:00","url":"https://a.example/?utm_medium=email"}]}""" + "\n");
        Assert.Equal(["opened|2026-01-01 10:00:00|" + Print("a@example.com/4f") + "|∅", "clicked|2026-01-01 10:01:00|" + Print("a@example.com/4f") + "|email"], await ReadAsync(Of("mailchimp", "b.ndjson"), "kind", "occurred_at", "mail_id", "utm_medium"));
    }

    [Fact]
    public async Task As_touchpoints_only_clicks_of_readers_count_and_what_is_told_twice_once()
    {
        Write("a.ndjson", string.Concat(Enumerable.Repeat("""{"email":"a@example.com","timestamp":1,"event":"click","url":"https://a.example/"}""" + "\n", 2)) + """{"email":"a@example.com","timestamp":2,"event":"open"}""" + "\n");
        var options = Of("sendgrid");
        Assert.Equal(2, (await ReadAsync(options, "kind")).Count);
        options.Reading = Reading.Touchpoints;
        Assert.Equal(["clicked"], await ReadAsync(options, "kind"));
    }

    [Fact]
    public async Task A_journal_is_read_field_by_field_and_a_line_that_is_not_whole_is_accounted_for()
    {
        Write("inbound/signup/2026-03-02.ndjson", """
            {"event_id":"1","received_at":"2026-03-02T09:30:00.250Z","endpoint":"signup","event":{"email":"a@example.com","n":1.50,"ok":true,"inner":{"b":"x"},"list":[1,2],"none":null}}
            {"event_id":"2","received_at":"2026-03-02T09:3
            {"event_id":"3","received_at":"2026-03-02T09:31:00.000Z","endpoint":"signup","event":{"Email":"b@example.com","event_id":"3"}}
            {"event_id":"4","received_at":"2026-03-0
            """);
        var options = new InboundOptions { Endpoint = "signup" };
        var rejects = new List<Reject>();
        Assert.Equal(["1|a@example.com|1.50|true|x|[1,2]|∅|2026-03-02 09:30:00", "3|b@example.com|∅|∅|∅|∅|∅|2026-03-02 09:31:00"], await ReadAsync(options, rejects, "event_id", "email", "n", "ok", "inner.b", "list", "none", "received_at"));

        // The last line is one that is being written.
        Assert.Equal(2, Assert.Single(rejects).Row);
        options.Fields = ["email", "phone"];
        Assert.Equal(["1|a@example.com|∅", "3|b@example.com|∅"], await ReadAsync(options, "event_id", "email", "phone"));
    }

    [Fact]
    public async Task An_endpoint_without_events_has_its_columns_and_a_line_of_something_else_is_rejected()
    {
        Assert.Empty(await ReadAsync(new InboundOptions { Endpoint = "new", Fields = ["email"] }, "event_id", "email", "received_at"));
        Assert.Empty(await ReadAsync(new InboundOptions { Endpoint = "scans" }, "event_id", "link", "utm_campaign"));
        Write("a.ndjson", "{\"a\":1}\nno\n[1]\n");
        var rejects = new List<Reject>();
        Assert.Empty(await ReadAsync(Of("sendgrid"), rejects, "kind"));
        Assert.Equal([1L, 2L, 3L], rejects.Select(r => r.Row));
    }

    [Fact]
    public void What_it_fills_follows_from_the_settings()
    {
        Assert.Equal("touchpoints", new InboundConnector(new InboundOptions { Endpoint = "scans" }).Propose("/").Into);
        Assert.Equal("email_events", new InboundConnector(new InboundOptions { Endpoint = "mail", Shape = Shape.Brevo }).Propose("/").Into);
        Assert.Equal("touchpoints", new InboundConnector(new InboundOptions { Endpoint = "mail", Shape = Shape.Brevo, Reading = Reading.Touchpoints }).Propose("/").Into);
        Assert.Null(new InboundConnector(new InboundOptions { Endpoint = "signup" }).Propose("/").Into);
        Assert.Equal(["endpoint"], new InboundConnector(new InboundOptions()).Propose("/").Wrong.Select(w => w.Option));
        Assert.Equal(["endpoint"], new InboundConnector(new InboundOptions { Endpoint = "../x" }).Propose("/").Wrong.Select(w => w.Option));
        Assert.Equal(["reading"], new InboundConnector(new InboundOptions { Endpoint = "x", Reading = Reading.Touchpoints }).Propose("/").Wrong.Select(w => w.Option));
    }

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static InboundOptions Of(string shape, string path = "a.ndjson") => new() { Path = [path], Shape = Enum.Parse<Shape>(shape, ignoreCase: true) };

    private Task<IReadOnlyList<string>> ReadAsync(InboundOptions options, params string[] columns) => ReadAsync(options, [], columns);

    private async Task<IReadOnlyList<string>> ReadAsync(InboundOptions options, List<Reject> rejects, params string[] columns)
    {
        List<string> rows = [];
        await foreach (var chunk in new InboundConnector(options).ReadAsync(new ReadRequest("events", _folder), TestContext.Current.CancellationToken))
        {
            if (chunk is Reject reject)
            {
                rejects.Add(reject);
            }
            else if (chunk is Rows found)
            {
                var wanted = columns.Select(c => Assert.Single(found.Columns, f => f.Name == c)).ToList();
                rows.AddRange(Enumerable.Range(0, found.RowNumbers.Count).Select(i => string.Join('|', wanted.Select(c => Shown(c, i)))));
            }
        }

        return rows;
    }

    private static string Shown(Column column, int row) => column switch
    {
        TextColumn text => text.Values[row] ?? "∅",
        TimestampColumn time => time.Values[row]?.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) ?? "∅",
        BooleanColumn flag => $"{flag.Values[row]}",
        _ => "?",
    };

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _folder);
        File.WriteAllText(path, text);
    }
}
