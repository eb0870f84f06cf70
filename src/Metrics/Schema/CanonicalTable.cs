namespace Merit.Metrics.Schema;

/// <summary>A table of Merit's own data model: the declaration from which the warehouse creates it, scripts see it, and docs/data-model.md describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RowIs">What one row is.</param>
/// <param name="Key">The columns that identify a row; empty where rows have no identity (spend, delivery).</param>
/// <param name="Time">The column that dates a row unless a metric says otherwise, or null.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Derived">Made by Merit from other tables; a source cannot fill it.</param>
public sealed record CanonicalTable(string Name, string RowIs, IReadOnlyList<string> Key, string? Time, IReadOnlyList<CanonicalColumn> Columns, bool Derived = false)
{
    /// <summary>The columns that hold a level rather than a flow.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>What is known of a column as a level; null for any other.</summary>
    public Level? Level(string column) => Levels.FirstOrDefault(l => string.Equals(l.Column, column, StringComparison.Ordinal));
}

/// <summary>A column that holds a level, such as followers: adding it up over days counts the same people again.</summary>
/// <param name="Column">The column.</param>
/// <param name="Series">The columns whose values tell its series apart: over these the last value of each may be added up. Null where nothing may.</param>
public sealed record Level(string Column, IReadOnlyList<string>? Series);

/// <summary>A column of the data model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Meaning">What it holds.</param>
/// <param name="Derived">Filled by Merit, not by a source.</param>
public sealed record CanonicalColumn(string Name, ColumnType Type, string Meaning, bool Derived = false);
