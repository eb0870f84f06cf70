using System.Numerics;

namespace Merit.Metrics.Language;

/// <summary>Comparisons of numbers, dates and points in time of one row. A comparison with a missing value never holds.</summary>
public static class OrderOperators
{
    extension<TLeft, TRight>(Expr<TLeft>)
        where TLeft : struct, INumber<TLeft>
        where TRight : struct, INumber<TRight>
    {
        /// <summary>Holds where the left is greater.</summary>
        public static Expr<bool> operator >(Expr<TLeft> left, Expr<TRight> right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the left is greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<TLeft> left, Expr<TRight> right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the left is less.</summary>
        public static Expr<bool> operator <(Expr<TLeft> left, Expr<TRight> right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the left is less or equal.</summary>
        public static Expr<bool> operator <=(Expr<TLeft> left, Expr<TRight> right) => Rows.Compare(left, RowOperator.LessOrEqual, right);
    }

    extension<T>(Expr<T>)
        where T : struct, INumber<T>
    {
        /// <summary>Holds where the value is greater.</summary>
        public static Expr<bool> operator >(Expr<T> left, Constant right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the value is greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<T> left, Constant right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the value is less.</summary>
        public static Expr<bool> operator <(Expr<T> left, Constant right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the value is less or equal.</summary>
        public static Expr<bool> operator <=(Expr<T> left, Constant right) => Rows.Compare(left, RowOperator.LessOrEqual, right);

        /// <summary>Holds where the constant is greater.</summary>
        public static Expr<bool> operator >(Constant left, Expr<T> right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the constant is greater or equal.</summary>
        public static Expr<bool> operator >=(Constant left, Expr<T> right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the constant is less.</summary>
        public static Expr<bool> operator <(Constant left, Expr<T> right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the constant is less or equal.</summary>
        public static Expr<bool> operator <=(Constant left, Expr<T> right) => Rows.Compare(left, RowOperator.LessOrEqual, right);

        /// <summary>Holds where the value is the constant.</summary>
        public static Expr<bool> operator ==(Expr<T> left, Constant right) => Rows.Compare(left, RowOperator.Equal, right);

        /// <summary>Holds where the value is not the constant, or missing.</summary>
        public static Expr<bool> operator !=(Expr<T> left, Constant right) => Rows.Compare(left, RowOperator.NotEqual, right);
    }

    extension(Expr<DateOnly>)
    {
        /// <summary>Holds where the left is later.</summary>
        public static Expr<bool> operator >(Expr<DateOnly> left, Expr<DateOnly> right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the left is later or the same.</summary>
        public static Expr<bool> operator >=(Expr<DateOnly> left, Expr<DateOnly> right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the left is earlier.</summary>
        public static Expr<bool> operator <(Expr<DateOnly> left, Expr<DateOnly> right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the left is earlier or the same.</summary>
        public static Expr<bool> operator <=(Expr<DateOnly> left, Expr<DateOnly> right) => Rows.Compare(left, RowOperator.LessOrEqual, right);

        /// <summary>Holds where the value is later than the day given.</summary>
        public static Expr<bool> operator >(Expr<DateOnly> left, DateOnly right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the value is later or the same as the day given.</summary>
        public static Expr<bool> operator >=(Expr<DateOnly> left, DateOnly right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the value is earlier than the day given.</summary>
        public static Expr<bool> operator <(Expr<DateOnly> left, DateOnly right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the value is earlier or the same as the day given.</summary>
        public static Expr<bool> operator <=(Expr<DateOnly> left, DateOnly right) => Rows.Compare(left, RowOperator.LessOrEqual, right);
    }

    extension(Expr<DateTime>)
    {
        /// <summary>Holds where the left is later.</summary>
        public static Expr<bool> operator >(Expr<DateTime> left, Expr<DateTime> right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the left is later or the same.</summary>
        public static Expr<bool> operator >=(Expr<DateTime> left, Expr<DateTime> right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the left is earlier.</summary>
        public static Expr<bool> operator <(Expr<DateTime> left, Expr<DateTime> right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the left is earlier or the same.</summary>
        public static Expr<bool> operator <=(Expr<DateTime> left, Expr<DateTime> right) => Rows.Compare(left, RowOperator.LessOrEqual, right);

        /// <summary>Holds where the value is later than the time given, in the workspace's zone.</summary>
        public static Expr<bool> operator >(Expr<DateTime> left, DateTime right) => Rows.Compare(left, RowOperator.Greater, right);

        /// <summary>Holds where the value is later or the same as the time given, in the workspace's zone.</summary>
        public static Expr<bool> operator >=(Expr<DateTime> left, DateTime right) => Rows.Compare(left, RowOperator.GreaterOrEqual, right);

        /// <summary>Holds where the value is earlier than the time given, in the workspace's zone.</summary>
        public static Expr<bool> operator <(Expr<DateTime> left, DateTime right) => Rows.Compare(left, RowOperator.Less, right);

        /// <summary>Holds where the value is earlier or the same as the time given, in the workspace's zone.</summary>
        public static Expr<bool> operator <=(Expr<DateTime> left, DateTime right) => Rows.Compare(left, RowOperator.LessOrEqual, right);
    }
}
