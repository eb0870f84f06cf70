namespace Merit.Metrics.Language;

/// <summary>A numeric constant in an expression: <c>80</c>, <c>1.5</c> or <c>1.5m</c>. Converted implicitly; there is no need to name it.</summary>
public readonly record struct Constant
{
    private readonly object? value;

    private Constant(object value) => this.value = value;

    internal LiteralNode Literal => new(value ?? 0L);

    internal double AsDouble => Convert.ToDouble(value ?? 0L, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static implicit operator Constant(long value) => new(value);

    /// <summary>A number with a fraction; kept exactly as it is written where the column is exact.</summary>
    public static implicit operator Constant(double value) => new(value);

    /// <summary>An exact decimal.</summary>
    public static implicit operator Constant(decimal value) => new(value);
}
