using System.Globalization;
using Merit.Plugins.Connectors;

namespace Merit.Plugins.Testing;

/// <summary>The rows a reader has after all a connector gave, in one read or several: what the host's merge comes to, done one row at a time.</summary>
public sealed class KnownRows
{
    private static readonly string Place = Changes.ByPlace.Key[0];

    private readonly Dictionary<string, IReadOnlyDictionary<string, string?>> _byKey = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyDictionary<string, string?>> _all = [];
    private HashSet<string>? _present;
    private IReadOnlyList<string>? _key;

    /// <summary>The last state given; null before the first.</summary>
    public string? State { get; private set; }

    /// <summary>Rows given since the reader began, those of one key each time.</summary>
    public long Given { get; private set; }

    /// <summary>Whether the connector tells changes.</summary>
    public bool TellsChanges => _key is not null;

    /// <summary>The rows as texts, in an order of their own.</summary>
    public IReadOnlyList<string> Rows => [.. (_key is null ? _all : [.. _byKey.Values]).Select(Text).Order(StringComparer.Ordinal)];

    /// <summary>Reads from the state there is, and takes all that comes.</summary>
    public async Task ReadAsync(IConnector connector, ReadRequest request, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(request);
        _present = null;
        if (State is null)
        {
            _byKey.Clear();
        }

        _all.Clear();
        Given = 0;
        await foreach (var chunk in connector.ReadAsync(request with { State = State }, stop))
        {
            Take(chunk);
        }

        if (_present is { } present)
        {
            foreach (var gone in _byKey.Keys.Where(k => !present.Contains(k)).ToList())
            {
                _byKey.Remove(gone);
            }
        }
    }

    /// <summary>A cell as text, the same for the same value.</summary>
    public static string? Cell(Column column, int row) => column switch
    {
        TextColumn c => c.Values[row],
        IntegerColumn c => c.Values[row]?.ToString(CultureInfo.InvariantCulture),
        NumberColumn c => c.Values[row]?.ToString("R", CultureInfo.InvariantCulture),
        DecimalColumn c => c.Values[row]?.ToString(CultureInfo.InvariantCulture),
        BooleanColumn c => c.Values[row]?.ToString(CultureInfo.InvariantCulture),
        DateColumn c => c.Values[row]?.ToString("O", CultureInfo.InvariantCulture),
        TimestampColumn c => c.Values[row]?.ToString("O", CultureInfo.InvariantCulture),
        _ => throw new ArgumentException("The column is of no known kind.", nameof(column)),
    };

    private void Take(Chunk chunk)
    {
        switch (chunk)
        {
            case Changes changes:
                _key = changes.Key;
                break;
            case Rows rows:
                Take(rows);
                break;
            case Files files when _key is null:
                _all.AddRange(files.Paths.Select(p => new Dictionary<string, string?>(StringComparer.Ordinal) { ["file"] = p }));
                break;
            case Removed removed:
                Keys(removed.Keys).ForEach(k => _byKey.Remove(k));
                break;
            case RemovedPlaces places:
                foreach (var (key, _) in _byKey.Where(r => places.Places.Any(p => r.Value.GetValueOrDefault(Place) is { } place && (place == p || place.StartsWith(p + "/", StringComparison.Ordinal)))).ToList())
                {
                    _byKey.Remove(key);
                }

                break;
            case Files files:
                foreach (var file in files.Paths)
                {
                    _byKey[file] = new Dictionary<string, string?>(StringComparer.Ordinal) { [Place] = file };
                }

                break;
            case Present present:
                (_present ??= new(StringComparer.Ordinal)).UnionWith(Keys(present.Keys));
                break;
            case Restated days:
                foreach (var (key, _) in _byKey.Where(r => IsWithin(r.Value.GetValueOrDefault(days.Column), days)).ToList())
                {
                    _byKey.Remove(key);
                }

                break;
            case Checkpoint checkpoint:
                State = checkpoint.State;
                break;
        }
    }

    private void Take(Rows rows)
    {
        for (var i = 0; i < rows.RowNumbers.Count; i++)
        {
            var row = rows.Columns.ToDictionary(c => c.Name, c => Cell(c, i), StringComparer.OrdinalIgnoreCase);
            Given++;
            if (_key is not null && _key.SequenceEqual(Changes.ByPlace.Key, StringComparer.Ordinal))
            {
                (row[Place], row[Changes.ByPlace.Key[1]]) = (rows.Place, rows.RowNumbers[i].ToString(CultureInfo.InvariantCulture));
            }

            if (_key is null)
            {
                _all.Add(row);
            }
            else if (_key.All(k => row.GetValueOrDefault(k) is not null))
            {
                _byKey[string.Join('\u001f', _key.Select(k => row[k]))] = row;
            }
        }
    }

    private List<string> Keys(IReadOnlyList<Column> columns)
    {
        var ordered = (_key ?? []).Select(k => columns.First(c => string.Equals(c.Name, k, StringComparison.OrdinalIgnoreCase))).ToList();
        return ordered.Count == 0 ? [] : [.. Enumerable.Range(0, ordered[0].Count).Select(i => string.Join('\u001f', ordered.Select(c => Cell(c, i))))];
    }

    private static bool IsWithin(string? value, Restated days) =>
        value is { Length: >= 10 } && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= days.From && day <= days.To;

    private static string Text(IReadOnlyDictionary<string, string?> row) =>
        string.Join('|', row.OrderBy(c => c.Key, StringComparer.OrdinalIgnoreCase).Select(c => $"{c.Key}={c.Value ?? "∅"}"));
}
