using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Inbound;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Forgetting;

/// <summary>
/// Takes people who are forgotten out of the journals of inbound events. An event in which a value of theirs stands stays an event: when it came, what it was, its campaign and UTM
/// values, and what sources make the data model's own columns of; what stands in for the person takes the place of the value, and everything else in it goes.
/// </summary>
internal sealed class ForgottenEvents
{
    // What senders tell of every mail, and is of nobody.
    private static readonly HashSet<string> Impersonal = new(StringComparer.OrdinalIgnoreCase)
    {
        "event", "type", "kind", "action", "recordtype", "suppresssending", "suppressionreason", "link",
        "timestamp", "ts", "ts_event", "ts_sent", "fired_at", "deliveredat", "bouncedat", "receivedat", "changedat", "occurred_at", "created_at",
        "event_id", "sg_event_id", "sg_message_id", "message-id", "messageid", "_id", "id",
        "campaign", "campaigns", "campaign_id", "camp_id", "campaign name", "singlesend_name", "marketing_campaign_name", "category", "tag", "tags", "data[campaign_id]", "data[reason]", "data[action]",
    };

    private static readonly char[] Between = [' ', ',', ';', '\t', '\r', '\n', '"', '{', '}', '[', ']', '(', ')', '|', '<', '>', '?', '&', '=', '/'];

    private readonly Suppression _suppression;
    private readonly HashSet<string> _contacts = new(StringComparer.OrdinalIgnoreCase) { IdentityKey.Contact };
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<string, StandIn> _values = [];
    private Dictionary<string, StandIn> _ids = [];

    private ForgottenEvents(Suppression suppression, Workspace workspace)
    {
        _suppression = suppression;
        foreach (var (source, column) in workspace.Sources.Where(s => s.Connector is "inbound").SelectMany(s => s.Columns.Where(c => c.From is not null).Select(c => (s, c))))
        {
            if (string.Equals(column.Name, IdentityKey.Contact, StringComparison.OrdinalIgnoreCase))
            {
                _contacts.Add(column.From ?? "");
            }
            else if (!suppression.IsPersonal(source.Into, column.Name) && Canonical.Find(source.Into) is not null)
            {
                _used.Add(column.From ?? "");
            }
        }
    }

    /// <summary>Takes everybody on the workspace's list out of its journals; gives how many events were changed.</summary>
    public static int Clean(Workspace workspace)
    {
        var files = JournalRewriting.Files(workspace.Directory);
        if (files.Count == 0)
        {
            return 0;
        }

        var spill = Path.Combine(workspace.StateDirectory, "forget");
        try
        {
            using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = spill, Threads = 1 });
            return Suppression.Of(session, workspace) is { } suppression ? files.Sum(new ForgottenEvents(suppression, workspace).Clean) : 0;
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(IdentityRules.JournalHeld.Here(held.Message.TrimEnd('.')), held);
        }
        finally
        {
            if (Directory.Exists(spill))
            {
                Directory.Delete(spill, recursive: true);
            }
        }
    }

    private int Clean(string file)
    {
        HashSet<string> words = new(StringComparer.Ordinal);
        HashSet<string> ids = new(StringComparer.Ordinal);
        var isAsked = false;
        return JournalRewriting.Rewrite(file, (line, entry) => Gather(line, entry, words, ids), (line, entry) =>
        {
            if (!isAsked)
            {
                _values = _suppression.Known(words, asContacts: false);
                _ids = _suppression.Known(ids, asContacts: true);
                isAsked = true;
            }

            return _values.Count + _ids.Count == 0 ? line : Without(line, entry);
        });
    }

    private void Gather(string line, JsonObject? entry, HashSet<string> words, HashSet<string> ids)
    {
        if (entry is null)
        {
            words.UnionWith(line.Split(Between));
            return;
        }

        foreach (var leaf in Leaves(entry["event"], ""))
        {
            ids.UnionWith(IsOf(_contacts, leaf.Path) ? [leaf.Text] : []);
            words.UnionWith(Stays(leaf.Path) ? [] : Words(leaf.Text));
        }
    }

    // A line that is no entry was answered for to nobody.
    private string? Without(string line, JsonObject? entry)
    {
        if (entry is null)
        {
            return line.Split(Between).Any(_values.ContainsKey) ? null : line;
        }

        var found = Leaves(entry["event"], "").Select(l => Hit(l.Path, l.Text)).OfType<StandIn>().ToList();
        if (found.Count == 0)
        {
            return line;
        }

        entry["event"] = Cleaned(entry["event"], "", found[0]);
        if (entry["event_id"] is JsonValue id && Words(id.ToString()).Any(_values.ContainsKey))
        {
            entry["event_id"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.ToString())));
        }

        return JournalRewriting.Line(entry);
    }

    private StandIn? Hit(string path, string text) =>
        IsOf(_contacts, path) && _ids.GetValueOrDefault(text) is { } named ? named : Stays(path) ? null : Words(text).Select(w => _values.GetValueOrDefault(w)).FirstOrDefault(w => w is not null);

    private JsonNode? Cleaned(JsonNode? node, string path, StandIn person)
    {
        switch (node)
        {
            case JsonObject fields:
                return new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, Cleaned(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}", person))));
            case JsonArray list:
                return new JsonArray([.. list.Select(l => Cleaned(l, path, person))]);
            case JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number:
                var text = value.ToString();
                if (Nested(text) is { } inner)
                {
                    return Cleaned(inner, path, person)?.ToJsonString();
                }

                if (_values.ContainsKey(text) || (IsOf(_contacts, path) && _ids.ContainsKey(text)))
                {
                    return value.GetValueKind() is JsonValueKind.Number ? JsonValue.Create(person.Number) : JsonValue.Create(person.Token);
                }

                return Stays(path) && !Words(text).Any(_values.ContainsKey) ? value.DeepClone() : null;
            default:
                return node?.DeepClone();
        }
    }

    private bool Stays(string path) => path[(path.LastIndexOf('.') + 1)..] is var name && (Impersonal.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || IsOf(_used, path));

    private static bool IsOf(HashSet<string> names, string path) => names.Contains(path) || names.Contains(path[(path.LastIndexOf('.') + 1)..]);

    private static IEnumerable<string> Words(string text) => text.Split(Between).Select(Uri.UnescapeDataString).Append(text).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Text)> Leaves(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Leaves(f.Value, path.Length == 0 ? f.Key : $"{path}.{f.Key}")),
        JsonArray list => list.SelectMany(l => Leaves(l, path)),
        JsonValue value when value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number => Nested(value.ToString()) is { } inner ? Leaves(inner, path) : [(path, value.ToString())],
        _ => [],
    };

    // A form's field may hold a list of events as text.
    private static JsonNode? Nested(string text)
    {
        try
        {
            return text.Length > 1 && text[0] is '[' or '{' ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What stands in for somebody who is forgotten.</summary>
/// <param name="Token">As text.</param>
/// <param name="Number">As a number.</param>
internal sealed record StandIn(string Token, long Number);
