using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Staging;

/// <summary>A table for a while that grows columns as files bring them. Its rows keep the order they were put in, which the engine's own row id tells.</summary>
/// <param name="session">Whose engine holds it.</param>
/// <param name="database">Where: a session's own temporary tables, or <see cref="Incoming"/>.</param>
internal sealed class StageTable(Session session, string database = "temp")
{
    /// <summary>A database in memory that all sessions of an engine share, so that sources can be read side by side.</summary>
    public const string Incoming = "incoming";

    private const string Text = "VARCHAR";
    private const string OwnPrefix = "merit:";
    private const string FaultPrefix = OwnPrefix + "fault:";

    private readonly List<StagedColumn> _columns = [];
    private readonly List<Segment> _segments = [];
    private bool _created;

    public string Name { get; } = StagingArea.FreshName();

    public long Count { get; private set; }

    public IReadOnlyList<StagedColumn> Columns => _columns;

    /// <summary>The name of the column beside another one that tells what is wrong with its cells.</summary>
    public static string FaultsOf(string column) => FaultPrefix + column;

    /// <summary>The columns a user knows of, each with what tells of wrong cells.</summary>
    public static IReadOnlyList<StagedColumn> Visible(IReadOnlyList<StagedColumn> columns)
    {
        var faults = columns.Select(c => c.Name).Where(n => n.StartsWith(FaultPrefix, StringComparison.Ordinal)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. columns.Where(c => !c.Name.StartsWith(OwnPrefix, StringComparison.Ordinal)).Select(c => c with { Faults = faults.Contains(FaultsOf(c.Name)) ? FaultsOf(c.Name) : null })];
    }

    /// <summary>Whether the table has these columns, wide enough.</summary>
    public bool Has(IEnumerable<StagedColumn> columns) => _created && columns.All(c => _columns.Exists(
        k => string.Equals(k.Name, c.Name, StringComparison.OrdinalIgnoreCase) && (k.Type is Text || string.Equals(k.Type, c.Type, StringComparison.Ordinal))));

    /// <summary>Sees to it that the table has these columns; one that comes with two types becomes text.</summary>
    public void Need(IEnumerable<StagedColumn> columns)
    {
        foreach (var column in columns)
        {
            var known = _columns.FindIndex(c => string.Equals(c.Name, column.Name, StringComparison.OrdinalIgnoreCase));
            if (known < 0)
            {
                Change(_created ? $"ALTER TABLE {database}.{Name} ADD COLUMN {SqlText.Name(column.Name)} {column.Type}" : null);
                _columns.Add(column);
            }
            else if (!string.Equals(_columns[known].Type, column.Type, StringComparison.Ordinal) && !string.Equals(_columns[known].Type, Text, StringComparison.Ordinal))
            {
                Change(_created ? $"ALTER TABLE {database}.{Name} ALTER COLUMN {SqlText.Name(column.Name)} TYPE {Text}" : null);
                _columns[known] = _columns[known] with { Type = Text };
            }
        }

        if (!_created && _columns.Count > 0)
        {
            Change($"CREATE {Temporary}TABLE {database}.{Name} ({string.Join(", ", _columns.Select(c => $"{SqlText.Name(c.Name)} {c.Type}"))})");
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
        var last = session.Scalar<long?>($"SELECT max(rowid) FROM {database}.{Name}") ?? -1;
        if (last != Count - 1)
        {
            throw new InvalidOperationException($"The staged rows are numbered up to {last}, but {Count} were put in.");
        }

        session.Execute($"CREATE {Temporary}VIEW {Rows} AS SELECT rowid AS {SqlText.Name(Staged.RowId)}, * FROM {database}.{Name}");
        return new Staged($"{database}.{Name}_rows", Visible(_columns), Count, _segments, [$"VIEW {database}.{Name}_rows", $"TABLE {database}.{Name}"]);
    }

    // The engine takes a temporary view by its bare name only.
    private string Rows => database is "temp" ? $"{Name}_rows" : $"{database}.{Name}_rows";

    private string Temporary => database is "temp" ? "TEMP " : "";

    private void Change(string? statement)
    {
        if (statement is not null)
        {
            session.Execute(statement);
        }
    }
}
