using System.Text.Json;
using Merit.Connectors.Events.Shapes;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Events;

/// <summary>Reads what an endpoint of <c>merit serve</c> took in, or files of the same kind: events of senders of e-mail under one set of columns, others field by field.</summary>
internal sealed class InboundConnector(InboundOptions options) : IConnector, IMaps, IChecks
{
    /// <summary>The endpoint under which visits by short addresses are kept.</summary>
    private const string Scans = "scans";

    private static readonly string[] OfMail = ["event_id", "kind", "email", "campaign", "message_id", "mail_id", "url", "reason", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];

    private static readonly string[] OfScans = ["event_id", "link", "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content"];

    private bool IsOfMail => options.Shape is not Shape.Plain;

    private bool IsOfScans => options is { Path.Count: 0, Endpoint: Scans, Shape: Shape.Plain };

    public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop) => Read(request, stop).ToAsyncEnumerable();

    public Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop)
    {
        try
        {
            EventFiles.Find(options, request.Directory);
            return Task.FromResult<IReadOnlyList<WrongSetting>>([]);
        }
        catch (ConnectorException e)
        {
            return Task.FromResult<IReadOnlyList<WrongSetting>>([new WrongSetting("path", e.Message, e.NextStep)]);
        }
    }

    public ProposedMapping Propose(string directory)
    {
        List<WrongSetting> wrong = [];
        if (options.Endpoint.Length > 0 == options.Path.Count > 0)
        {
            wrong.Add(new WrongSetting("endpoint", options.Path.Count > 0 ? "An endpoint and files are both named." : "Neither an endpoint nor files are named.", "Name one of them: 'endpoint' as under 'inbound' of merit.yaml, or 'path'."));
        }

        if (!IsOfMail && options.Reading is not Reading.EmailEvents)
        {
            wrong.Add(new WrongSetting("reading", "Only events of e-mail can be read as touchpoints by themselves.", "Give 'shape', or map the fields with 'into' and 'columns'."));
        }

        if (options.Endpoint.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            wrong.Add(new WrongSetting("endpoint", $"'{options.Endpoint}' is no name of an endpoint.", "Name one under 'inbound' of merit.yaml."));
        }

        return Mapping() with { Wrong = wrong };
    }

    private ProposedMapping Mapping() => (IsOfScans, IsOfMail, options.Reading) switch
    {
        (true, _, _) => Into("touchpoints", [("touch_id", "event_id"), ("occurred_at", "received_at"), ("content_id", "link"), .. Utm()], ("kind", "scan")),
        (_, true, Reading.Touchpoints) => Into("touchpoints", [("touch_id", "event_id"), ("contact_id", "email"), ("occurred_at", "occurred_at"), ("content_id", "url"), .. Utm()], ("kind", "email-click"), ("channel", "email")),
        (_, true, _) => Into(
            "email_events",
            [("event_id", "event_id"), ("contact_id", "email"), ("email", "email"), ("campaign_id", "campaign"), ("kind", "kind"), ("occurred_at", "occurred_at"), ("mail_id", "mail_id"), ("url", "url"), ("reason", "reason"), ("by_machine", "by_machine")]),
        _ => new ProposedMapping(null, []),
    };

    private static ProposedMapping Into(string table, IEnumerable<(string Column, string From)> from, params (string Column, string Value)[] constants) =>
        new(table, [.. from.Select(c => new ProposedColumn(c.Column) { From = c.From }), .. constants.Select(c => new ProposedColumn(c.Column) { Constant = c.Value })]);

    private static IEnumerable<(string Column, string From)> Utm() => OfScans.Where(n => n.StartsWith("utm_", StringComparison.Ordinal)).Select(n => (n, n));

    private IEnumerable<Chunk> Read(ReadRequest request, CancellationToken stop)
    {
        var files = EventFiles.Find(options, request.Directory);
        var place = options.Path.Count == 0 ? EventFiles.Folder(request.Directory, options.Endpoint) : files[0];
        var rows = new EventRows(Columns(files, stop));
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var line in EventFiles.Read(file, stop))
            {
                if (Fault(line, rows, seen) is { } fault)
                {
                    yield return new Reject(file, line.Line, null, fault, line.Raw);
                }

                if (rows.IsFull)
                {
                    yield return rows.Take(file, IsOfMail);
                }
            }

            yield return rows.Take(file, IsOfMail);
        }

        if (files.Count == 0)
        {
            yield return rows.Take(place, IsOfMail);
        }
    }

    // Adds the line's events, and says what is wrong with it, or null.
    private string? Fault(EventLine line, EventRows rows, HashSet<string> seen)
    {
        if (!line.IsSound)
        {
            return options.Path.Count == 0 ? "the line is not whole: 'merit serve' was ended while it wrote it, and had told nobody that it is kept" : "the line is no JSON object";
        }

        var kept = line.Entry.TryGetProperty("event", out var inner) && inner.ValueKind is JsonValueKind.Object && line.Entry.TryGetProperty("event_id", out _);
        var body = kept ? inner : line.Entry;
        var received = kept ? EventRows.Received(line.Entry) : null;
        if (!IsOfMail)
        {
            rows.Add(line.Line, received, null, machine: false, name => name == "event_id" && kept ? MailEvent.Text(line.Entry, "event_id") : Field(body, name));
            return null;
        }

        try
        {
            foreach (var mail in MailShapes.Read(options.Shape, body))
            {
                if (mail is null)
                {
                    return $"it is no event as {options.Shape.ToString().ToLowerInvariant()} tells it";
                }

                var isMeant = options.Reading is Reading.EmailEvents || mail is { Kind: "clicked", ByMachine: false };
                if (isMeant && seen.Add(mail.Key))
                {
                    rows.Add(line.Line, received, mail.OccurredAt ?? received, mail.ByMachine, name => Value(mail, name));
                }
            }

            return null;
        }
        catch (JsonException)
        {
            return "it holds a list that is no JSON";
        }
    }

    private static string? Value(MailEvent mail, string name) => name switch
    {
        "event_id" => mail.Key,
        "kind" => mail.Kind,
        "email" => mail.Email?.Trim().ToLowerInvariant(),
        "campaign" => mail.Campaign,
        "message_id" => mail.MessageId,
        "mail_id" => mail.MailId,
        "url" => mail.Url,
        "reason" => mail.Reason,
        _ => mail.Utm(name),
    };

    // Columns are the same for all rows, so all rows are looked at first.
    private IReadOnlyList<string> Columns(IReadOnlyList<string> files, CancellationToken stop)
    {
        if (IsOfMail || IsOfScans)
        {
            return IsOfMail ? OfMail : OfScans;
        }

        List<string> names = ["event_id", .. options.Fields];
        HashSet<string> taken = new(names, StringComparer.OrdinalIgnoreCase) { "received_at" };
        foreach (var line in options.Fields.Count > 0 ? [] : files.SelectMany(f => EventFiles.Read(f, stop)).Where(l => l.IsSound))
        {
            var body = line.Entry.TryGetProperty("event", out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : line.Entry;
            names.AddRange(Names(body, "").Where(taken.Add));
        }

        return names;
    }

    private static IEnumerable<string> Names(JsonElement body, string before) => body.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind is JsonValueKind.Object ? Names(p.Value, $"{before}{p.Name}.") : [before + p.Name]);

    // A field, a field of a field (a.b), or one whose own name has a dot.
    private static string? Field(JsonElement body, string name)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        foreach (var property in body.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? property.Value.GetRawText() : MailEvent.Text(body, property.Name);
            }

            if (property.Value.ValueKind is JsonValueKind.Object && name.StartsWith(property.Name + ".", StringComparison.OrdinalIgnoreCase) && Field(property.Value, name[(property.Name.Length + 1)..]) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }
}
