namespace Merit.Metrics.Language;

/// <summary>A value of one row: a column, or an expression over columns of one table.</summary>
public abstract class Expr
{
}

/// <summary>A value of type <typeparamref name="T"/> (string, long, double, decimal, bool, DateOnly or DateTime) of one row; it may be missing.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public abstract class Expr<T> : Expr
{
}
