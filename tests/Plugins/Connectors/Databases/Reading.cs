using Merit.Plugins.Connectors;

namespace Merit.Plugins.Tests.Connectors.Databases;

/// <summary>What a connector gave, in short.</summary>
internal sealed record Reading(IReadOnlyList<Chunk> Chunks)
{
    public string? State => Chunks.OfType<Checkpoint>().LastOrDefault()?.State;

    public IReadOnlyList<string> Rows => [.. Chunks.OfType<Rows>().SelectMany(Lines)];

    public IReadOnlyList<string> Present => [.. Chunks.OfType<Present>().SelectMany(p => p.Keys[0] is IntegerColumn c ? c.Values.Select(v => $"{v}") : [])];

    public static async Task<Reading> OfAsync(IConnector connector, string directory, string? state = null, TimeSpan? lookback = null, Action<Chunk>? seen = null)
    {
        List<Chunk> chunks = [];
        await foreach (var chunk in connector.ReadAsync(new ReadRequest("db", directory, state) { Lookback = lookback }, TestContext.Current.CancellationToken))
        {
            seen?.Invoke(chunk);
            chunks.Add(chunk);
        }

        return new Reading(chunks);
    }

    private static IEnumerable<string> Lines(Rows rows) => Enumerable.Range(0, rows.RowNumbers.Count).Select(i => string.Join('|', rows.Columns.Select(c => Cell(c, i))));

    private static string Cell(Column column, int i) => column.Faults.TryGetValue(i, out var fault) ? $"!{fault}" : column switch
    {
        TextColumn c => c.Values[i] ?? "∅",
        IntegerColumn c => FormattableString.Invariant($"{c.Values[i]}"),
        NumberColumn c => FormattableString.Invariant($"{c.Values[i]}"),
        DecimalColumn c => FormattableString.Invariant($"{c.Values[i]}"),
        BooleanColumn c => $"{c.Values[i]}",
        DateColumn c => $"{c.Values[i]:yyyy-MM-dd}",
        TimestampColumn c => $"{c.Values[i]:yyyy-MM-dd HH:mm:ss.ffffff}{(c.Values[i]?.Kind == DateTimeKind.Utc ? "Z" : "")}",
        _ => "?",
    };
}
