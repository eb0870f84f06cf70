using System.Numerics;

namespace Merit.Metrics.Language;

/// <summary>Arithmetic on numbers of one row. Its static type is a double; the engine keeps sums and products of exact decimals exact.</summary>
public static class ArithmeticOperators
{
    extension<TLeft, TRight>(Expr<TLeft>)
        where TLeft : struct, INumber<TLeft>
        where TRight : struct, INumber<TRight>
    {
        /// <summary>The sum of two columns of a row.</summary>
        public static Expr<double> operator +(Expr<TLeft> left, Expr<TRight> right) => Rows.Compute(left, RowOperator.Add, right);

        /// <summary>The difference of two columns of a row.</summary>
        public static Expr<double> operator -(Expr<TLeft> left, Expr<TRight> right) => Rows.Compute(left, RowOperator.Subtract, right);

        /// <summary>The product of two columns of a row.</summary>
        public static Expr<double> operator *(Expr<TLeft> left, Expr<TRight> right) => Rows.Compute(left, RowOperator.Multiply, right);

        /// <summary>The quotient of two columns of a row; missing where the divisor is zero.</summary>
        public static Expr<double> operator /(Expr<TLeft> left, Expr<TRight> right) => Rows.Compute(left, RowOperator.Divide, right);
    }

    extension<T>(Expr<T>)
        where T : struct, INumber<T>
    {
        /// <summary>The value and a constant.</summary>
        public static Expr<double> operator +(Expr<T> left, Constant right) => Rows.Compute(left, RowOperator.Add, right);

        /// <summary>The value less a constant.</summary>
        public static Expr<double> operator -(Expr<T> left, Constant right) => Rows.Compute(left, RowOperator.Subtract, right);

        /// <summary>The value times a constant.</summary>
        public static Expr<double> operator *(Expr<T> left, Constant right) => Rows.Compute(left, RowOperator.Multiply, right);

        /// <summary>The value by a constant.</summary>
        public static Expr<double> operator /(Expr<T> left, Constant right) => Rows.Compute(left, RowOperator.Divide, right);

        /// <summary>A constant and the value.</summary>
        public static Expr<double> operator +(Constant left, Expr<T> right) => Rows.Compute(left, RowOperator.Add, right);

        /// <summary>A constant less the value.</summary>
        public static Expr<double> operator -(Constant left, Expr<T> right) => Rows.Compute(left, RowOperator.Subtract, right);

        /// <summary>A constant times the value.</summary>
        public static Expr<double> operator *(Constant left, Expr<T> right) => Rows.Compute(left, RowOperator.Multiply, right);

        /// <summary>A constant by the value; missing where the value is zero.</summary>
        public static Expr<double> operator /(Constant left, Expr<T> right) => Rows.Compute(left, RowOperator.Divide, right);

        /// <summary>The value with its sign turned.</summary>
        public static Expr<double> operator -(Expr<T> operand) => new(new NegateNode(operand.Node));
    }
}
