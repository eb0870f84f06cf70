namespace Merit.Metrics.Language;

/// <content>Aggregates of levels and of ranks.</content>
public static partial class Define
{
    /// <summary>The value below which a fraction of the values lie: 0.9 for the ninetieth percentile; between two values, in proportion.</summary>
    public static Aggregate Percentile(Expr<decimal> value, double fraction) => Ranked(value, fraction);

    /// <summary>The value below which a fraction of the values lie: 0.9 for the ninetieth percentile; between two values, in proportion.</summary>
    public static Aggregate Percentile(Expr<double> value, double fraction) => Ranked(value, fraction);

    /// <summary>The value below which a fraction of the values lie: 0.9 for the ninetieth percentile; between two values, in proportion.</summary>
    public static Aggregate Percentile(Expr<long> value, double fraction) => Ranked(value, fraction);

    /// <summary>The last value in time of a level, such as followers: of each of its series the last of the period, added up over the series.
    /// With <c>.ToDate()</c>, the last known at the end of the period.</summary>
    public static Aggregate Last(Column<decimal> level) => Over(AggregateFunction.Last, level);

    /// <summary>The last value in time of a level, such as followers: of each of its series the last of the period, added up over the series.
    /// With <c>.ToDate()</c>, the last known at the end of the period.</summary>
    public static Aggregate Last(Column<double> level) => Over(AggregateFunction.Last, level);

    /// <summary>The last value in time of a level, such as followers: of each of its series the last of the period, added up over the series.
    /// With <c>.ToDate()</c>, the last known at the end of the period.</summary>
    public static Aggregate Last(Column<long> level) => Over(AggregateFunction.Last, level);

    /// <summary>The first value in time of a level: of each of its series the first of the period, added up over the series.</summary>
    public static Aggregate First(Column<decimal> level) => Over(AggregateFunction.First, level);

    /// <summary>The first value in time of a level: of each of its series the first of the period, added up over the series.</summary>
    public static Aggregate First(Column<double> level) => Over(AggregateFunction.First, level);

    /// <summary>The first value in time of a level: of each of its series the first of the period, added up over the series.</summary>
    public static Aggregate First(Column<long> level) => Over(AggregateFunction.First, level);

    private static Aggregate Ranked(Expr value, double fraction) =>
        new(AggregateFunction.Percentile, value.Node.Columns.FirstOrDefault()?.Table ?? "", value.Node) { Fraction = fraction };
}
