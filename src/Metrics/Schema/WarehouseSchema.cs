namespace Merit.Metrics.Schema;

/// <summary>What a published warehouse holds: what scripts compile against and what the planner may use.</summary>
/// <param name="Tables">All tables: canonical ones (always present, loaded or not), derived ones, and the workspace's own.</param>
/// <param name="Models">The attribution models that have a column in <c>credits</c>.</param>
public sealed record WarehouseSchema(IReadOnlyList<TableSchema> Tables, IReadOnlyList<string> Models)
{
    /// <summary>Models that give a conversion to all that took part in it: their credits add up to more than there was.</summary>
    public IReadOnlyList<string> Participation { get; init; } = [];

    /// <summary>What journeys lead to, by kind, and the table whose rows they are.</summary>
    public IReadOnlyDictionary<string, string> Kinds { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["sale"] = "sales" };

    /// <summary>For what goals are set; null where nobody has looked, so that there may be any.</summary>
    public IReadOnlyList<GoalSchema>? Goals { get; init; }

    /// <summary>The table of a name, or null.</summary>
    public TableSchema? Table(string name) => Tables.FirstOrDefault(t => string.Equals(t.Name, name, StringComparison.Ordinal));
}

/// <summary>Goals of one metric that are set for the same kind of thing.</summary>
/// <param name="Metric">The metric's id.</param>
/// <param name="Level">What they are set for: <c>all</c>, <c>campaign</c>, <c>channel</c> or <c>owner</c>.</param>
/// <param name="Dated">Whether some of them count for certain days.</param>
/// <param name="Undated">Whether some of them count whatever the days.</param>
public sealed record GoalSchema(string Metric, string Level, bool Dated, bool Undated);

/// <summary>A table of the warehouse.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Loaded">Whether a source fills it (a derived table is loaded when what it is made of is).</param>
public sealed record TableSchema(string Name, IReadOnlyList<ColumnSchema> Columns, bool Loaded)
{
    /// <summary>The columns that identify a row and were found unique at load; empty where none were declared.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>First day the table's sources have answered for (in the workspace's zone), or null where unknown.</summary>
    public DateOnly? CoveredFrom { get; init; }

    /// <summary>Last day (inclusive) the table's sources have answered for, or null.</summary>
    public DateOnly? CoveredTo { get; init; }

    /// <summary>The column of a name, or null.</summary>
    public ColumnSchema? Column(string name) => Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}

/// <summary>A column of the warehouse.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Loaded">Whether a source fills it.</param>
public sealed record ColumnSchema(string Name, ColumnType Type, bool Loaded);
