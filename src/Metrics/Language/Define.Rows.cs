using System.Numerics;

namespace Merit.Metrics.Language;

/// <content>Functions of the values of one row. Where a value is missing so is what is made of it, unless said otherwise.</content>
public static partial class Define
{
    /// <summary>The day it is in the workspace's zone: <c>DaysBetween(leads.created_at, Today)</c> is a lead's age.</summary>
    public static Expr<DateOnly> Today => new(new TodayNode());

    /// <summary>The value without its sign.</summary>
    public static Expr<T> Abs<T>(Expr<T> value)
        where T : struct, INumber<T> => new(Call(RowFunction.Abs, value));

    /// <summary>The value to a number of decimal places; half a unit goes away from zero.</summary>
    /// <param name="value">The value.</param>
    /// <param name="digits">Decimal places, 0 to 9.</param>
    public static Expr<T> Round<T>(Expr<T> value, int digits = 0)
        where T : struct, INumber<T> => digits is >= 0 and <= 9
            ? new(new CallNode(RowFunction.Round, [value.Node, LiteralNode.Of(digits)]))
            : throw new ArgumentOutOfRangeException(nameof(digits), digits, "A value is rounded to 0 to 9 decimal places.");

    /// <summary>The largest whole number that is not greater.</summary>
    public static Expr<double> Floor<T>(Expr<T> value)
        where T : struct, INumber<T> => new(Call(RowFunction.Floor, value));

    /// <summary>The smallest whole number that is not less.</summary>
    public static Expr<double> Ceiling<T>(Expr<T> value)
        where T : struct, INumber<T> => new(Call(RowFunction.Ceiling, value));

    /// <summary>The base to the power of the exponent; missing where that is no number.</summary>
    public static Expr<double> Power<TBase, TExponent>(Expr<TBase> value, Expr<TExponent> exponent)
        where TBase : struct, INumber<TBase>
        where TExponent : struct, INumber<TExponent> => new(Call(RowFunction.Power, value, exponent));

    /// <summary>The base to the power of the exponent; missing where that is no number.</summary>
    public static Expr<double> Power<T>(Expr<T> value, Constant exponent)
        where T : struct, INumber<T> => new(new CallNode(RowFunction.Power, [value.Node, exponent.Literal]));

    /// <summary>The base to the power of the exponent: <c>Power(0.5, age / half_life)</c> is a decay.</summary>
    public static Expr<double> Power<T>(Constant value, Expr<T> exponent)
        where T : struct, INumber<T> => new(new CallNode(RowFunction.Power, [value.Literal, exponent.Node]));

    /// <summary>The text in lower case.</summary>
    public static Expr<string> Lower(Expr<string> text) => new(Call(RowFunction.Lower, text));

    /// <summary>The text in upper case.</summary>
    public static Expr<string> Upper(Expr<string> text) => new(Call(RowFunction.Upper, text));

    /// <summary>The text without the spaces around it.</summary>
    public static Expr<string> Trim(Expr<string> text) => new(Call(RowFunction.Trim, text));

    /// <summary>How many characters the text has.</summary>
    public static Expr<long> Length(Expr<string> text) => new(Call(RowFunction.Length, text));

    /// <summary>The smaller of two values of a row; where one is missing, the other.</summary>
    public static Expr<double> Min<TLeft, TRight>(Expr<TLeft> left, Expr<TRight> right)
        where TLeft : struct, INumber<TLeft>
        where TRight : struct, INumber<TRight> => new(Call(RowFunction.Least, left, right));

    /// <summary>The value, but at most the constant; where it is missing, the constant.</summary>
    public static Expr<double> Min<T>(Expr<T> left, Constant right)
        where T : struct, INumber<T> => new(new CallNode(RowFunction.Least, [left.Node, right.Literal]));

    /// <summary>The earlier of two days of a row; where one is missing, the other.</summary>
    public static Expr<DateOnly> Min(Expr<DateOnly> left, Expr<DateOnly> right) => new(Call(RowFunction.Least, left, right));

    /// <summary>The earlier of two times of a row; where one is missing, the other.</summary>
    public static Expr<DateTime> Min(Expr<DateTime> left, Expr<DateTime> right) => new(Call(RowFunction.Least, left, right));

    /// <summary>The larger of two values of a row; where one is missing, the other.</summary>
    public static Expr<double> Max<TLeft, TRight>(Expr<TLeft> left, Expr<TRight> right)
        where TLeft : struct, INumber<TLeft>
        where TRight : struct, INumber<TRight> => new(Call(RowFunction.Greatest, left, right));

    /// <summary>The value, but at least the constant; where it is missing, the constant.</summary>
    public static Expr<double> Max<T>(Expr<T> left, Constant right)
        where T : struct, INumber<T> => new(new CallNode(RowFunction.Greatest, [left.Node, right.Literal]));

    /// <summary>The later of two days of a row; where one is missing, the other.</summary>
    public static Expr<DateOnly> Max(Expr<DateOnly> left, Expr<DateOnly> right) => new(Call(RowFunction.Greatest, left, right));

    /// <summary>The later of two times of a row; where one is missing, the other.</summary>
    public static Expr<DateTime> Max(Expr<DateTime> left, Expr<DateTime> right) => new(Call(RowFunction.Greatest, left, right));

    /// <summary>Days from one time to a later one, with fractions; negative where they are the other way round.</summary>
    public static Expr<double> DaysBetween(Expr<DateTime> from, Expr<DateTime> to) => Elapsed(from, to, ElapsedUnit.Days);

    /// <summary>Whole days from one day to a later one.</summary>
    public static Expr<double> DaysBetween(Expr<DateOnly> from, Expr<DateOnly> to) => Elapsed(from, to, ElapsedUnit.Days);

    /// <summary>Whole days from the day of a time (in the workspace's zone) to a later day.</summary>
    public static Expr<double> DaysBetween(Expr<DateTime> from, Expr<DateOnly> to) => Elapsed(from, to, ElapsedUnit.Days);

    /// <summary>Whole days from a day to that of a later time (in the workspace's zone).</summary>
    public static Expr<double> DaysBetween(Expr<DateOnly> from, Expr<DateTime> to) => Elapsed(from, to, ElapsedUnit.Days);

    /// <summary>Hours from one time to a later one, with fractions; negative where they are the other way round.</summary>
    public static Expr<double> HoursBetween(Expr<DateTime> from, Expr<DateTime> to) => Elapsed(from, to, ElapsedUnit.Hours);

    /// <summary>Minutes from one time to a later one, with fractions; negative where they are the other way round.</summary>
    public static Expr<double> MinutesBetween(Expr<DateTime> from, Expr<DateTime> to) => Elapsed(from, to, ElapsedUnit.Minutes);

    private static Expr<double> Elapsed(Expr from, Expr to, ElapsedUnit unit) => new(new ElapsedNode(from.Node, to.Node, unit));

    private static CallNode Call(RowFunction function, params IEnumerable<Expr> arguments) => new(function, [.. arguments.Select(a => a.Node)]);
}
