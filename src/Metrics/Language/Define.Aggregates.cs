namespace Merit.Metrics.Language;

/// <content>Aggregates of numbers. One overload per type of number, so that anything else is refused with a plain conversion error.</content>
public static partial class Define
{
    /// <summary>The number of different values; missing ones are not counted.</summary>
    public static Aggregate CountDistinct(Expr value) => Over(AggregateFunction.CountDistinct, value);

    /// <summary>The sum over the rows; missing values count nothing.</summary>
    public static Aggregate Sum(Expr<decimal> value) => Over(AggregateFunction.Sum, value);

    /// <summary>The sum over the rows; missing values count nothing.</summary>
    public static Aggregate Sum(Expr<double> value) => Over(AggregateFunction.Sum, value);

    /// <summary>The sum over the rows; missing values count nothing.</summary>
    public static Aggregate Sum(Expr<long> value) => Over(AggregateFunction.Sum, value);

    /// <summary>The mean of the values there are.</summary>
    public static Aggregate Average(Expr<decimal> value) => Over(AggregateFunction.Average, value);

    /// <summary>The mean of the values there are.</summary>
    public static Aggregate Average(Expr<double> value) => Over(AggregateFunction.Average, value);

    /// <summary>The mean of the values there are.</summary>
    public static Aggregate Average(Expr<long> value) => Over(AggregateFunction.Average, value);

    /// <summary>The middle of the values there are; between two, half-way.</summary>
    public static Aggregate Median(Expr<decimal> value) => Over(AggregateFunction.Median, value);

    /// <summary>The middle of the values there are; between two, half-way.</summary>
    public static Aggregate Median(Expr<double> value) => Over(AggregateFunction.Median, value);

    /// <summary>The middle of the values there are; between two, half-way.</summary>
    public static Aggregate Median(Expr<long> value) => Over(AggregateFunction.Median, value);

    /// <summary>The smallest value.</summary>
    public static Aggregate Min(Expr<decimal> value) => Over(AggregateFunction.Min, value);

    /// <summary>The smallest value.</summary>
    public static Aggregate Min(Expr<double> value) => Over(AggregateFunction.Min, value);

    /// <summary>The smallest value.</summary>
    public static Aggregate Min(Expr<long> value) => Over(AggregateFunction.Min, value);

    /// <summary>The largest value.</summary>
    public static Aggregate Max(Expr<decimal> value) => Over(AggregateFunction.Max, value);

    /// <summary>The largest value.</summary>
    public static Aggregate Max(Expr<double> value) => Over(AggregateFunction.Max, value);

    /// <summary>The largest value.</summary>
    public static Aggregate Max(Expr<long> value) => Over(AggregateFunction.Max, value);
}
