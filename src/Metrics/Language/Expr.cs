namespace Merit.Metrics.Language;

/// <summary>A value of one row: a column, or an expression over columns of one table.</summary>
public abstract class Expr
{
    private protected Expr(RowNode node) => Node = TreeSize.Checked(node, n => n.Parts);

    internal RowNode Node { get; }
}

/// <summary>A value of type <typeparamref name="T"/> (string, long, double, decimal, bool, DateOnly or DateTime) of one row; it may be missing.
/// An <c>Expr&lt;bool&gt;</c> is a condition.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public class Expr<T> : Expr
{
    internal Expr(RowNode node)
        : base(node)
    {
    }

    /// <summary>Holds where there is a value.</summary>
    public Expr<bool> HasValue => new(new HasValueNode(Node));

    /// <summary>Holds where the two are equal; never where one is missing.</summary>
    public static Expr<bool> operator ==(Expr<T> left, Expr<T> right) => Rows.Compare(left, RowOperator.Equal, right);

    /// <summary>Holds where the two differ; a missing value differs from every value.</summary>
    public static Expr<bool> operator !=(Expr<T> left, Expr<T> right) => Rows.Compare(left, RowOperator.NotEqual, right);

    /// <summary>Holds where the value is the one given.</summary>
    public static Expr<bool> operator ==(Expr<T> left, T right) => Rows.Compare(left, RowOperator.Equal, right);

    /// <summary>Holds where the value is another one or missing.</summary>
    public static Expr<bool> operator !=(Expr<T> left, T right) => Rows.Compare(left, RowOperator.NotEqual, right);

    /// <summary>Holds where the value is the one given.</summary>
    public static Expr<bool> operator ==(T left, Expr<T> right) => Rows.Compare(right, RowOperator.Equal, left);

    /// <summary>Holds where the value is another one or missing.</summary>
    public static Expr<bool> operator !=(T left, Expr<T> right) => Rows.Compare(right, RowOperator.NotEqual, left);

    /// <summary>Makes <c>== null</c> ambiguous, so that it does not compile: ask <c>!x.HasValue</c>.</summary>
    public static Expr<bool> operator ==(Expr<T> left, NullLiteral right) => throw new NotSupportedException();

    /// <summary>Makes <c>!= null</c> ambiguous, so that it does not compile: ask <c>x.HasValue</c>.</summary>
    public static Expr<bool> operator !=(Expr<T> left, NullLiteral right) => throw new NotSupportedException();

    /// <summary>Makes <c>null ==</c> ambiguous, so that it does not compile.</summary>
    public static Expr<bool> operator ==(NullLiteral left, Expr<T> right) => throw new NotSupportedException();

    /// <summary>Makes <c>null !=</c> ambiguous, so that it does not compile.</summary>
    public static Expr<bool> operator !=(NullLiteral left, Expr<T> right) => throw new NotSupportedException();

    /// <summary>Holds where the value is one of those given.</summary>
    public Expr<bool> In(params IEnumerable<T> values) => new(new InNode(Node, [.. values.Select(v => LiteralNode.Of(v))], Negated: false));

    /// <summary>Holds where the value is none of those given, or missing.</summary>
    public Expr<bool> NotIn(params IEnumerable<T> values) => new(new InNode(Node, [.. values.Select(v => LiteralNode.Of(v))], Negated: true));

    /// <summary>Whether it is the same expression object; to compare values, use <c>==</c>.</summary>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>Has no instances: its operators exist so that a comparison with <c>null</c> does not compile.</summary>
public sealed class NullLiteral
{
    private NullLiteral()
    {
    }
}
