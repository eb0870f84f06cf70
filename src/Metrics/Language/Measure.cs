namespace Merit.Metrics.Language;

/// <summary>A number about many rows: an aggregate, another metric, or arithmetic over measures. A missing part makes the whole missing;
/// division by zero has no value.</summary>
public abstract partial class Measure
{
    private protected Measure()
    {
    }

    /// <summary>The measures it is made of.</summary>
    internal virtual IReadOnlyList<Measure> Parts => [];

    /// <summary>It and everything it is made of; other metrics are named, not followed.</summary>
    internal IEnumerable<Measure> Tree() => Parts.SelectMany(p => p.Tree()).Prepend(this);

    /// <summary>The sum.</summary>
    public static Measure operator +(Measure left, Measure right) => new Combination(left, MeasureOperator.Add, right);

    /// <summary>The difference.</summary>
    public static Measure operator -(Measure left, Measure right) => new Combination(left, MeasureOperator.Subtract, right);

    /// <summary>The product.</summary>
    public static Measure operator *(Measure left, Measure right) => new Combination(left, MeasureOperator.Multiply, right);

    /// <summary>The quotient; no value where the divisor is zero.</summary>
    public static Measure operator /(Measure left, Measure right) => new Combination(left, MeasureOperator.Divide, right);

    /// <summary>The measure and a constant.</summary>
    public static Measure operator +(Measure left, Constant right) => new Combination(left, MeasureOperator.Add, new ConstantMeasure(right.AsDouble));

    /// <summary>The measure less a constant.</summary>
    public static Measure operator -(Measure left, Constant right) => new Combination(left, MeasureOperator.Subtract, new ConstantMeasure(right.AsDouble));

    /// <summary>The measure times a constant.</summary>
    public static Measure operator *(Measure left, Constant right) => new Combination(left, MeasureOperator.Multiply, new ConstantMeasure(right.AsDouble));

    /// <summary>The measure by a constant.</summary>
    public static Measure operator /(Measure left, Constant right) => new Combination(left, MeasureOperator.Divide, new ConstantMeasure(right.AsDouble));

    /// <summary>A constant and the measure.</summary>
    public static Measure operator +(Constant left, Measure right) => new Combination(new ConstantMeasure(left.AsDouble), MeasureOperator.Add, right);

    /// <summary>A constant less the measure.</summary>
    public static Measure operator -(Constant left, Measure right) => new Combination(new ConstantMeasure(left.AsDouble), MeasureOperator.Subtract, right);

    /// <summary>A constant times the measure.</summary>
    public static Measure operator *(Constant left, Measure right) => new Combination(new ConstantMeasure(left.AsDouble), MeasureOperator.Multiply, right);

    /// <summary>A constant by the measure.</summary>
    public static Measure operator /(Constant left, Measure right) => new Combination(new ConstantMeasure(left.AsDouble), MeasureOperator.Divide, right);

    /// <summary>The measure with its sign turned.</summary>
    public static Measure operator -(Measure operand) => -1L * operand;
}

internal sealed class Combination(Measure left, MeasureOperator op, Measure right) : Measure
{
    public Measure Left { get; } = TreeSize.Checked(left ?? throw new ArgumentNullException(nameof(left)), m => m.Parts);

    public MeasureOperator Operator { get; } = op;

    public Measure Right { get; } = TreeSize.Checked(right ?? throw new ArgumentNullException(nameof(right)), m => m.Parts);

    internal override IReadOnlyList<Measure> Parts => [Left, Right];
}

internal sealed class ConstantMeasure(double value) : Measure
{
    public double Value { get; } = value;
}

internal enum MeasureOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}
