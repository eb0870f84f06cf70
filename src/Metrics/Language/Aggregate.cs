using System.Runtime.CompilerServices;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>A measure over the rows of one table, such as <c>Sum(spend.amount)</c>. Immutable: each call gives a narrower one.</summary>
public sealed class Aggregate : Measure
{
    internal Aggregate(AggregateFunction function, string table, RowNode? value)
    {
        Function = function;
        Table = table;
        Value = value;
    }

    internal AggregateFunction Function { get; }

    /// <summary>The table whose rows are aggregated: the fact.</summary>
    internal string Table { get; }

    /// <summary>What is aggregated of a row; null for a count of rows.</summary>
    internal RowNode? Value { get; }

    internal IReadOnlyList<Condition> Conditions { get; private init; } = [];

    /// <summary>The column that dates a row here, where it is not the table's own.</summary>
    internal ColumnNode? TimeColumn { get; private init; }

    internal Place? TimeAt { get; private init; }

    internal Span Span { get; private init; } = Span.Period;

    /// <summary>What of each conversion's credit is added up; null for any other aggregate.</summary>
    internal CreditOf? Credit { get; init; }

    /// <summary>For credit: of which conversions.</summary>
    internal string? Kind { get; init; }

    internal string? Model { get; private init; }

    /// <summary>For a percentile: which, 0 to 1.</summary>
    internal double? Fraction { get; init; }

    /// <summary>For contacts that are followed: along which events; the rows are then the first events of contacts.</summary>
    internal EventPath? Path { get; private init; }

    /// <summary>For a spread: the column whose values lie apart.</summary>
    internal ColumnNode? Among { get; private init; }

    internal Place? AmongAt { get; private init; }

    /// <summary>Keeps the rows for which the condition holds. Its columns are those of the aggregate's own table.</summary>
    public Aggregate Where(Expr<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Copy(conditions: [.. Conditions, new Condition(condition.Node, new Place(file, line))]);

    /// <summary>Dates rows by another column than the table's own; a row without that date does not count.</summary>
    public Aggregate On(Column<DateTime> time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Copy(time: (ColumnNode)time.Node, timeAt: new Place(file, line));

    /// <summary>Dates rows by another column than the table's own; a row without that date does not count.</summary>
    public Aggregate On(Column<DateOnly> time, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Copy(time: (ColumnNode)time.Node, timeAt: new Place(file, line));

    /// <summary>Counts everything up to the end of the period asked about, not only what lies inside it: a balance, such as the cost to date.</summary>
    public Aggregate ToDate() => Copy(span: Span.ToDate);

    /// <summary>Counts every row whatever the period asked about: a fixed fact, such as a campaign's budget.</summary>
    public Aggregate AllTime() => Copy(span: Span.AllTime);

    /// <summary>For <c>Attributed</c>: always by this attribution model, whatever the request asks for.</summary>
    public Aggregate Using(string model) => Copy(model: model);

    /// <summary>How far the values of a column lie apart: the highest less the lowest of what the aggregate gives for each of them. Rows without a value of the
    /// column, and values of it without rows that count, are left out; a single one gives 0, none no value.</summary>
    public Aggregate Spread<T>(Column<T> over, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(over);
        return Copy(among: (ColumnNode)over.Node, amongAt: new Place(file, line));
    }

    internal Aggregate Along(EventPath path) => Copy(path: path);

    private Aggregate Copy(
        IReadOnlyList<Condition>? conditions = null, ColumnNode? time = null, Place? timeAt = null, Span? span = null, string? model = null, EventPath? path = null,
        ColumnNode? among = null, Place? amongAt = null) =>
        new(Function, Table, Value)
        {
            Conditions = conditions ?? Conditions,
            TimeColumn = time ?? TimeColumn,
            TimeAt = timeAt ?? TimeAt,
            Span = span ?? Span,
            Credit = Credit,
            Kind = Kind,
            Model = model ?? Model,
            Fraction = Fraction,
            Path = path ?? Path,
            Among = among ?? Among,
            AmongAt = amongAt ?? AmongAt,
        };
}

/// <summary>A condition and where it was written.</summary>
internal sealed record Condition(RowNode Node, Place At);

internal enum AggregateFunction
{
    Sum,
    Count,
    CountDistinct,
    Average,
    Median,
    Min,
    Max,
    Percentile,

    /// <summary>The first in time of each level, added up over levels.</summary>
    First,

    /// <summary>The last in time of each level, added up over levels.</summary>
    Last,
}

/// <summary>Which rows count, in time.</summary>
internal enum Span
{
    /// <summary>Those dated inside the period.</summary>
    Period,

    /// <summary>Those dated before its end.</summary>
    ToDate,

    /// <summary>All.</summary>
    AllTime,
}
