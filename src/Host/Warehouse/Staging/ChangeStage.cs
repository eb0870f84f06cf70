using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Changes a connector gives: rows, and what is said to be gone, each with how many rows had come before it.</summary>
internal sealed class ChangeStage(Session session, IReadOnlyList<string> key)
{
    private const string After = "merit:after";

    private readonly RowStage _rows = new(session, placed: true);
    private readonly List<string> _gone = [];
    private readonly List<(Restated Days, long After)> _restated = [];
    private readonly List<(string Place, long After)> _forgotten = [];
    private readonly List<string> _lost = [];
    private StageTable? _present;

    /// <summary>The columns that tell rows apart.</summary>
    public IReadOnlyList<string> Key { get; } = [.. key.Select(k => k.Trim())];

    /// <summary>Whether rows are told apart by where they stand.</summary>
    public bool IsByPlace => Key.SequenceEqual(Changes.ByPlace.Key, StringComparer.Ordinal);

    /// <summary>Places of which nothing counts that was given before, with how many rows had come before.</summary>
    public IReadOnlyList<(string Place, long After)> Forgotten => _forgotten;

    /// <summary>Those of them that are not told anew.</summary>
    public IReadOnlyList<string> Lost => _lost;

    /// <summary>The table the rows are in.</summary>
    public string Table => _rows.Table;

    /// <summary>Its columns; none where no rows came.</summary>
    public IReadOnlyList<StagedColumn> Columns => _rows.Columns;

    /// <summary>How many rows came.</summary>
    public long Count => _rows.Count;

    /// <summary>Days told anew, with how many rows had come before.</summary>
    public IReadOnlyList<(Restated Days, long After)> Restated => _restated;

    /// <summary>Tables of keys that are gone; each has the number of rows that had come before in <see cref="AfterColumn"/>.</summary>
    public IReadOnlyList<string> Gone => _gone;

    /// <summary>The table of keys there are, or null where the source does not tell.</summary>
    public string? Here => _present is null ? null : $"{StageTable.Incoming}.{_present.Name}";

    public static string AfterColumn => SqlText.Name(After);

    public void Take(Rows rows, string shown) => _rows.Take(rows, shown);

    public void Take(Staged rows) => _rows.Take(rows);

    public void Forget(IReadOnlyList<string> places, bool areToldAnew)
    {
        _forgotten.AddRange(places.Select(p => (p, _rows.Count)));
        _lost.AddRange(areToldAnew ? [] : places);
    }

    public void Remove(Removed removed)
    {
        var table = new StageTable(session, StageTable.Incoming);
        var rows = Fill(table, removed.Keys, [RowCells.Numbers([.. Enumerable.Repeat(_rows.Count, RowsIn(removed.Keys))])], [new StagedColumn(After, "BIGINT")]);
        if (rows > 0)
        {
            _gone.Add($"{StageTable.Incoming}.{table.Name}");
        }
    }

    public void Keep(Present present)
    {
        _present ??= new StageTable(session, StageTable.Incoming);
        Fill(_present, present.Keys, [], []);
    }

    public void Restate(Restated restated) => _restated.Add((restated, _rows.Count));

    /// <summary>All has come.</summary>
    public void Close() => _rows.Close();

    /// <summary>Frees what the engine holds of it.</summary>
    public void Drop()
    {
        foreach (var table in _gone.Concat(_rows.Columns.Count > 0 ? [Table] : []).Concat(Here is { } here ? [here] : []))
        {
            session.Execute($"DROP TABLE IF EXISTS {table}");
        }
    }

    private int Fill(StageTable table, IReadOnlyList<Column> keys, IReadOnlyList<RowCells> more, IReadOnlyList<StagedColumn> moreColumns)
    {
        var columns = Key.Select(k => keys.FirstOrDefault(c => string.Equals(c.Name.Trim(), k, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"it says what is gone, or there, without the column '{k}' of its key")).ToList();
        table.Need(columns.Select((c, i) => new StagedColumn(Key[i], RowCells.TypeOf(c))).Concat(moreColumns));
        var rows = RowsIn(keys);
        if (columns.Any(c => c.Count != rows))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"the columns of its keys have different lengths, {rows} and others"));
        }

        List<RowCells> cells = [.. columns.Select((c, i) => RowCells.Of(c, table.Columns[i].Type)), .. more];
        if (rows > 0)
        {
            using var appender = session.AppendColumns(StageTable.Incoming, table.Name);
            appender.Append(rows, (column, to, first, count) => cells[column].Write(to, first, count));
            appender.Close();
        }

        return rows;
    }

    private static int RowsIn(IReadOnlyList<Column> keys) => keys is [var first, ..] ? first.Count : 0;
}
