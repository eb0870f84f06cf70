namespace Merit.Metrics.Planning.Sql;

/// <summary>Something that gives rows.</summary>
internal abstract record SqlQuery;

internal sealed record SqlSelect : SqlQuery
{
    public required IReadOnlyList<SqlOutput> Columns { get; init; }

    /// <summary>Null for a query over nothing.</summary>
    public SqlSource? From { get; init; }

    public IReadOnlyList<SqlJoin> Joins { get; init; } = [];

    public SqlExpr? Where { get; init; }

    /// <summary>Columns to group by; null for no grouping, empty for one group of everything.</summary>
    public IReadOnlyList<SqlExpr>? GroupBy { get; init; }

    /// <summary>Whether the groups are followed by one of everything.</summary>
    public bool WithTotal { get; init; }

    /// <summary>What the group of everything is still grouped by.</summary>
    public IReadOnlyList<SqlExpr> TotalBy { get; init; } = [];

    public IReadOnlyList<SqlExpr> OrderBy { get; init; } = [];

    /// <summary>How many rows at most, or null for all.</summary>
    public long? Limit { get; init; }
}

/// <summary>The rows of all parts; a column that a part does not have is null there.</summary>
internal sealed record SqlUnion(IReadOnlyList<SqlQuery> Parts) : SqlQuery;

/// <summary>Named queries and one that reads them.</summary>
internal sealed record SqlWith(IReadOnlyList<SqlNamed> Named, SqlQuery Body) : SqlQuery;

internal sealed record SqlNamed(string Name, SqlQuery Query);

/// <summary>A column of a result; without an expression, every column of the source, or of the one named.</summary>
internal sealed record SqlOutput(SqlExpr? Value, string? Name)
{
    public static SqlOutput Everything { get; } = new(null, null);

    public static SqlOutput EverythingOf(string source) => new(null, source);
}

internal abstract record SqlSource;

internal sealed record SqlTable(string Name) : SqlSource
{
    /// <summary>What it is called in its query, where not by its own name.</summary>
    public string? Alias { get; init; }
}

internal sealed record SqlSubquery(SqlQuery Query) : SqlSource;

/// <summary>Adds what matches and leaves the row alone where nothing does; the table's side is unique, so no row is doubled.</summary>
internal sealed record SqlJoin(string Table, string Alias, SqlExpr On)
{
    /// <summary>Whether a row stands once beside each match, and nowhere without one: a row is read in every window it lies in.</summary>
    public bool Matching { get; init; }
}
