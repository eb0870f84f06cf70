using System.Globalization;
using System.Text.Json;
using Merit.Connectors.Events.Shapes;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Events;

/// <summary>Rows as they come in, a part at a time, under columns that stay the same.</summary>
/// <param name="names">The columns of text.</param>
internal sealed class EventRows(IReadOnlyList<string> names)
{
    private const int Most = 20_000;

    private readonly Dictionary<string, List<string?>> _texts = names.ToDictionary(n => n, _ => new List<string?>(), StringComparer.OrdinalIgnoreCase);
    private readonly List<DateTime?> _received = [];
    private readonly List<DateTime?> _occurred = [];
    private readonly List<bool?> _machine = [];
    private readonly List<long> _numbers = [];

    /// <summary>Whether so many are there that they are to be taken.</summary>
    public bool IsFull => _numbers.Count >= Most;

    public void Add(long number, DateTime? received, DateTime? occurred, bool machine, Func<string, string?> text)
    {
        foreach (var (name, values) in _texts)
        {
            values.Add(text(name));
        }

        _received.Add(received);
        _occurred.Add(occurred);
        _machine.Add(machine);
        _numbers.Add(number);
    }

    /// <summary>What is there, as a piece of what is read.</summary>
    /// <param name="place">The file it comes from.</param>
    /// <param name="ofMail">Whether they are events of e-mail.</param>
    public Rows Take(string place, bool ofMail)
    {
        List<Column> columns = [.. names.Select(n => new TextColumn(n, [.. _texts[n]])), new TimestampColumn("received_at", [.. _received])];
        if (ofMail)
        {
            columns.AddRange([new TimestampColumn("occurred_at", [.. _occurred]), new BooleanColumn("by_machine", [.. _machine])]);
        }

        var rows = new Rows(place, columns, [.. _numbers]);
        foreach (var values in _texts.Values)
        {
            values.Clear();
        }

        _received.Clear();
        _occurred.Clear();
        _machine.Clear();
        _numbers.Clear();
        return rows;
    }

    /// <summary>When an entry of a journal was received.</summary>
    public static DateTime? Received(JsonElement entry) =>
        MailEvent.Text(entry, "received_at") is { } text && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
