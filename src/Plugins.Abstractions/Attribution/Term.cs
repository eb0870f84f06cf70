namespace Merit.Plugins.Attribution;

/// <summary>A number computed for one touch; a small closed tree that the host renders and evaluates.</summary>
public abstract record Term
{
    private protected Term()
    {
    }

    /// <summary>A constant.</summary>
    public static implicit operator Term(double value) => new Constant(value);

    /// <summary>Sum.</summary>
    public static Term operator +(Term left, Term right) => new Arithmetic(ArithmeticKind.Add, left, right);

    /// <summary>Difference.</summary>
    public static Term operator -(Term left, Term right) => new Arithmetic(ArithmeticKind.Subtract, left, right);

    /// <summary>Product.</summary>
    public static Term operator *(Term left, Term right) => new Arithmetic(ArithmeticKind.Multiply, left, right);

    /// <summary>Quotient.</summary>
    public static Term operator /(Term left, Term right) => new Arithmetic(ArithmeticKind.Divide, left, right);

    /// <summary>Whether two numbers are the same.</summary>
    public Test Is(Term other) => new Comparison(ComparisonKind.Equal, this, other);

    /// <summary>Whether one number is below another.</summary>
    public static Test operator <(Term left, Term right) => new Comparison(ComparisonKind.Less, left, right);

    /// <summary>Whether one number is above another.</summary>
    public static Test operator >(Term left, Term right) => new Comparison(ComparisonKind.Less, right, left);

    /// <summary>Whether one number is at most another.</summary>
    public static Test operator <=(Term left, Term right) => new Comparison(ComparisonKind.LessOrEqual, left, right);

    /// <summary>Whether one number is at least another.</summary>
    public static Test operator >=(Term left, Term right) => new Comparison(ComparisonKind.LessOrEqual, right, left);
}

/// <summary>A fixed number.</summary>
public sealed record Constant(double Value) : Term;

/// <summary>Something known of the touch.</summary>
public sealed record Leaf(LeafKind Kind) : Term;

/// <summary>The leaves.</summary>
public enum LeafKind
{
    /// <summary>1 for the first touch.</summary>
    Position,

    /// <summary>Touches in the journey.</summary>
    Count,

    /// <summary>Days to the conversion, with fraction.</summary>
    AgeDays,

    /// <summary>Touches of the journey with the same channel.</summary>
    SameChannelCount,
}

/// <summary>How many touches pass a test.</summary>
public sealed record CountWhere(Test Test) : Term;

/// <summary>Two numbers joined.</summary>
public sealed record Arithmetic(ArithmeticKind Kind, Term Left, Term Right) : Term;

/// <summary>The four operations.</summary>
public enum ArithmeticKind
{
    /// <summary>+</summary>
    Add,

    /// <summary>−</summary>
    Subtract,

    /// <summary>×</summary>
    Multiply,

    /// <summary>÷</summary>
    Divide,
}

/// <summary>A power.</summary>
public sealed record Power(Term Base, Term Exponent) : Term;

/// <summary>One of two numbers.</summary>
public sealed record Choice(Test Test, Term Then, Term Otherwise) : Term;
