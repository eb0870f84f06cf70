using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning.Sql;

/// <summary>A value in a statement. A tree, not text: only <see cref="SqlWriter"/> makes text, so nothing can be spliced in.</summary>
internal abstract record SqlExpr
{
    public static SqlExpr True { get; } = new SqlConstant(true);

    /// <summary>All must hold; nothing asked always holds.</summary>
    public static SqlExpr? All(IEnumerable<SqlExpr> conditions) =>
        conditions.Aggregate((SqlExpr?)null, (all, next) => all is null ? next : new SqlBinary(SqlOperator.And, all, next));
}

/// <summary>A column of a source in the same query; without alias, of the only one.</summary>
internal sealed record SqlColumn(string? Alias, string Name) : SqlExpr;

/// <summary>A value that reaches the engine beside the statement.</summary>
internal sealed record SqlParameter(object Value) : SqlExpr;

/// <summary>A value whose text cannot be mistaken: a number, a truth value, a date, a time, a word of the planner's own, or null.</summary>
internal sealed record SqlConstant(object? Value) : SqlExpr;

internal sealed record SqlBinary(SqlOperator Operator, SqlExpr Left, SqlExpr Right) : SqlExpr;

internal sealed record SqlIsNull(SqlExpr Operand, bool Negated = false) : SqlExpr;

/// <summary>Turns "unknown" into "no" before turning it round.</summary>
internal sealed record SqlIsNotTrue(SqlExpr Operand) : SqlExpr;

internal sealed record SqlNegate(SqlExpr Operand) : SqlExpr;

internal sealed record SqlIn(SqlExpr Operand, IReadOnlyList<SqlExpr> Values) : SqlExpr;

/// <summary>Whether a value is among the rows of a query of one column.</summary>
internal sealed record SqlInQuery(SqlExpr Operand, SqlSelect Query) : SqlExpr;

internal sealed record SqlBetween(SqlExpr Operand, SqlExpr Low, SqlExpr High) : SqlExpr;

internal sealed record SqlCall(string Function, IReadOnlyList<SqlExpr> Arguments) : SqlExpr;

internal sealed record SqlCast(SqlExpr Operand, SqlType Type) : SqlExpr;

/// <summary>An exact decimal in as many digits as the engine has.</summary>
internal sealed record SqlWide(SqlExpr Operand, int Places) : SqlExpr;

internal sealed record SqlCase(IReadOnlyList<(SqlExpr When, SqlExpr Then)> Branches, SqlExpr Else) : SqlExpr;

/// <summary>An aggregate over the rows of a group, or over those that meet the filter.</summary>
internal sealed record SqlAggregate(string Function, IReadOnlyList<SqlExpr> Arguments, bool Distinct = false, SqlExpr? Filter = null) : SqlExpr
{
    /// <summary>The order in which it sees the rows, where that matters.</summary>
    public IReadOnlyList<(SqlExpr Value, bool Descending)> OrderBy { get; init; } = [];
}

/// <summary>A row's place among those that share some values: 1, 2, 3…</summary>
internal sealed record SqlPlace(IReadOnlyList<SqlExpr> Among, IReadOnlyList<SqlExpr> By) : SqlExpr;

/// <summary>A number of days, as the engine's interval.</summary>
internal sealed record SqlDays(int Days) : SqlExpr;

/// <summary>A number of calendar months, as the engine's interval: a day that a month does not have becomes its last one.</summary>
internal sealed record SqlMonths(int Months) : SqlExpr;

/// <summary>A length of time, as the engine's interval.</summary>
internal sealed record SqlSeconds(long Seconds) : SqlExpr;

internal enum SqlOperator
{
    Equal,
    NotEqual,
    SameAs,
    DiffersFrom,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideWhole,
    And,
    Or,
}

internal enum SqlType
{
    Text,
    Integer,
    Number,
    Flag,
    Date,
    Timestamp,

    /// <summary>A product of exact decimals.</summary>
    Exact,

    /// <summary>A share of credit, to twelve places: sums of exact decimals do not depend on the order of the rows.</summary>
    Share,

    /// <summary>A share of credit times a value, to twelve places; wider, and therefore slower to add up.</summary>
    Worth,
}

internal static class SqlTypes
{
    public static SqlType Of(ColumnType type) => type switch
    {
        ColumnType.Text => SqlType.Text,
        ColumnType.Integer => SqlType.Integer,
        ColumnType.Flag => SqlType.Flag,
        ColumnType.Date => SqlType.Date,
        ColumnType.Timestamp => SqlType.Timestamp,
        _ => SqlType.Number,
    };
}
