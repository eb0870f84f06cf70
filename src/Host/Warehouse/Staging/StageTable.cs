using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Staging;

/// <summary>A temporary table that grows columns as files bring them. Its rows keep the order they were put in, which the engine's own row id tells.</summary>
internal sealed class StageTable(Session session)
{
    private const string Text = "VARCHAR";
    private const string FaultPrefix = "merit:fault:";

    private readonly List<StagedColumn> _columns = [];
    private readonly List<Segment> _segments = [];
    private bool _created;

    public string Name { get; } = StagingArea.FreshName();

    public long Count { get; private set; }

    public IReadOnlyList<StagedColumn> Columns => _columns;

    /// <summary>The name of the column beside another one that tells what is wrong with its cells.</summary>
    public static string FaultsOf(string column) => FaultPrefix + column;

    /// <summary>Sees to it that the table has these columns; one that comes with two types becomes text.</summary>
    public void Need(IEnumerable<StagedColumn> columns)
    {
        foreach (var column in columns)
        {
            var known = _columns.FindIndex(c => string.Equals(c.Name, column.Name, StringComparison.OrdinalIgnoreCase));
            if (known < 0)
            {
                Change(_created ? $"ALTER TABLE temp.{Name} ADD COLUMN {SqlText.Name(column.Name)} {column.Type}" : null);
                _columns.Add(column);
            }
            else if (!string.Equals(_columns[known].Type, column.Type, StringComparison.Ordinal) && !string.Equals(_columns[known].Type, Text, StringComparison.Ordinal))
            {
                Change(_created ? $"ALTER TABLE temp.{Name} ALTER COLUMN {SqlText.Name(column.Name)} TYPE {Text}" : null);
                _columns[known] = _columns[known] with { Type = Text };
            }
        }

        if (!_created && _columns.Count > 0)
        {
            Change($"CREATE TEMP TABLE {Name} ({string.Join(", ", _columns.Select(c => $"{SqlText.Name(c.Name)} {c.Type}"))})");
            _created = true;
        }
    }

    /// <summary>Notes that rows of a file were put in.</summary>
    public void Added(string file, long rows, IRowLocator locator)
    {
        _segments.Add(new Segment(file, Count, rows, locator));
        Count += rows;
    }

    /// <summary>The table with its row ids.</summary>
    public Staged Finish()
    {
        if (!_created)
        {
            return Staged.Nothing;
        }

        // Places are found by counting, so the row ids must be without gaps.
        var last = session.Scalar<long?>($"SELECT max(rowid) FROM temp.{Name}") ?? -1;
        if (last != Count - 1)
        {
            throw new InvalidOperationException($"The staged rows are numbered up to {last}, but {Count} were put in.");
        }

        session.Execute($"CREATE TEMP VIEW {Name}_rows AS SELECT rowid AS {SqlText.Name(Staged.RowId)}, * FROM temp.{Name}");
        var faults = _columns.Select(c => c.Name).Where(n => n.StartsWith(FaultPrefix, StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<StagedColumn> columns = [.. _columns.Where(c => !faults.Contains(c.Name)).Select(c => c with { Faults = faults.Contains(FaultsOf(c.Name)) ? FaultsOf(c.Name) : null })];
        return new Staged($"temp.{Name}_rows", columns, Count, _segments, [$"VIEW temp.{Name}_rows", $"TABLE temp.{Name}"]);
    }

    private void Change(string? statement)
    {
        if (statement is not null)
        {
            session.Execute(statement);
        }
    }
}
