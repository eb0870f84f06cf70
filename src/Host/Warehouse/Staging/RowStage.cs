using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Rows a connector gives itself.</summary>
/// <param name="session">A session that nothing else uses meanwhile.</param>
/// <param name="placed">Whether each row keeps its place and number beside its values, because it will outlive this load.</param>
internal sealed class RowStage(Session session, bool placed = false) : IStage
{
    /// <summary>The column that holds a row's place.</summary>
    public const string Place = "merit:place";

    /// <summary>The column that holds a row's number there.</summary>
    public const string Number = "merit:number";

    private ChunkAppender? _appender;

    private readonly StageTable _table = new(session, StageTable.Incoming);

    /// <summary>The table the rows are in.</summary>
    public string Table => $"{StageTable.Incoming}.{_table.Name}";

    /// <summary>All its columns, Merit's own among them.</summary>
    public IReadOnlyList<StagedColumn> Columns => _table.Columns;

    /// <summary>How many rows were taken.</summary>
    public long Count => _table.Count;

    /// <summary>Takes rows.</summary>
    public void Take(Rows rows, string shown)
    {
        Check(rows);
        var names = ColumnNames.From(rows.Columns.Select(c => c.Name));
        var given = rows.Columns.Zip(names).ToDictionary(p => p.Second, p => p.First, StringComparer.OrdinalIgnoreCase);
        if (given.Count == 0)
        {
            return;
        }

        List<StagedColumn> needed =
        [
            .. rows.Columns.Zip(names, (column, name) => new StagedColumn(name, RowCells.TypeOf(column))),
            .. given.Where(c => c.Value.Faults.Count > 0).Select(c => new StagedColumn(StageTable.FaultsOf(c.Key), "VARCHAR")),
            .. placed ? [new StagedColumn(Place, "VARCHAR"), new StagedColumn(Number, "BIGINT")] : Array.Empty<StagedColumn>(),
        ];
        if (!_table.Has(needed))
        {
            Close();
            _table.Need(needed);
        }

        if (rows.RowNumbers.Count == 0)
        {
            return;
        }

        var faults = given.ToDictionary(c => StageTable.FaultsOf(c.Key), c => c.Value.Faults, StringComparer.OrdinalIgnoreCase);
        List<RowCells> cells = [.. _table.Columns.Select(c => c.Name switch
        {
            Place => RowCells.Same(shown),
            Number => RowCells.Numbers(rows.RowNumbers),
            _ when faults.GetValueOrDefault(c.Name) is { } found => RowCells.Texts(i => found.GetValueOrDefault(i)),
            _ => RowCells.Of(given.GetValueOrDefault(c.Name), c.Type),
        })];
        _appender ??= session.AppendColumns(StageTable.Incoming, _table.Name);
        _appender.Append(rows.RowNumbers.Count, (column, to, first, count) => cells[column].Write(to, first, count));
        var runs = new RowRuns();
        foreach (var number in rows.RowNumbers)
        {
            runs.Add(number);
        }

        _table.Added(shown, rows.RowNumbers.Count, runs);
    }

    /// <summary>Takes rows that the engine read of files, each with its place.</summary>
    public void Take(Staged staged)
    {
        if (staged.Columns.Count == 0)
        {
            return;
        }

        Close();
        _table.Need([.. staged.Columns.Select(c => c with { Faults = null }), new StagedColumn(Place, "VARCHAR"), new StagedColumn(Number, "BIGINT")]);
        session.Execute("CREATE OR REPLACE TEMP TABLE places (id BIGINT, place VARCHAR, number BIGINT)");
        foreach (var segment in staged.Segments)
        {
            session.Append("temp", "main", "places", appender =>
            {
                foreach (var place in segment.Locator.Locate(new Counting(segment.Count)))
                {
                    appender.CreateRow().AppendValue(segment.First + place.Ordinal).AppendValue(segment.File).AppendValue(place.Row).EndRow();
                }
            });
            _table.Added(segment.File, segment.Count, new RowRuns());
        }

        var columns = SqlText.Names(staged.Columns.Select(c => c.Name));
        var rows = session.Execute($"""
            INSERT INTO {Table} ({columns}, {SqlText.Name(Place)}, {SqlText.Name(Number)})
            SELECT {string.Join(", ", staged.Columns.Select(c => $"s.{SqlText.Name(c.Name)}"))}, p.place, p.number
            FROM {staged.Relation} AS s JOIN temp.places AS p ON p.id = s.{SqlText.Name(Staged.RowId)} ORDER BY p.id
            """);
        if (rows != staged.Count)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Of {staged.Count} rows, {rows} have a place."));
        }
    }

    public Staged Finish()
    {
        Close();
        return _table.Finish();
    }

    /// <summary>Writes what is pending. The appender stays open from page to page: each closing is a commit.</summary>
    public void Close()
    {
        _appender?.Close();
        _appender?.Dispose();
        _appender = null;
    }

    private static void Check(Rows rows)
    {
        if (rows.Columns.FirstOrDefault(c => c.Count != rows.RowNumbers.Count) is { } other)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{rows.Place} has {rows.RowNumbers.Count} rows, but {other.Count} values in its column '{other.Name}'"));
        }
    }
}

/// <summary>The whole numbers from 0 on, without room for them.</summary>
internal sealed class Counting(long count) : IReadOnlyList<long>
{
    public int Count => checked((int)count);

    public long this[int index] => index >= 0 && index < count ? index : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<long> GetEnumerator() => Enumerable.Range(0, Count).Select(i => (long)i).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
