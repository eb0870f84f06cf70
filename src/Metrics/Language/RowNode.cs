namespace Merit.Metrics.Language;

/// <summary>What a row expression is made of, free of type parameters, as the planner reads it.</summary>
internal abstract record RowNode
{
    /// <summary>The parts it is made of.</summary>
    public virtual IReadOnlyList<RowNode> Parts => [];

    /// <summary>Every column read, in order of appearance, once.</summary>
    public IEnumerable<ColumnNode> Columns => AllColumns().Distinct();

    private IEnumerable<ColumnNode> AllColumns() =>
        this is ColumnNode column ? [column] : Parts.SelectMany(p => p.AllColumns());
}

internal sealed record ColumnNode(string Table, string Name) : RowNode
{
    public override string ToString() => $"{Table}.{Name}";
}

/// <summary>A constant: string, long, double, decimal, bool, DateOnly, or DateTime (a wall-clock time in the workspace's zone).</summary>
internal sealed record LiteralNode(object Value) : RowNode
{
    public static LiteralNode Of(object? value) => new(value switch
    {
        null => throw new ArgumentNullException(nameof(value), "A missing value cannot be listed; use HasValue."),
        int number => (long)number,
        _ => value,
    });
}

internal sealed record BinaryNode(RowOperator Operator, RowNode Left, RowNode Right) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Left, Right];
}

internal sealed record NotNode(RowNode Operand) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];
}

internal sealed record NegateNode(RowNode Operand) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];
}

internal sealed record HasValueNode(RowNode Operand) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];
}

internal sealed record InNode(RowNode Operand, IReadOnlyList<LiteralNode> Values, bool Negated) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public bool Equals(InNode? other) => other is not null && Negated == other.Negated && Operand.Equals(other.Operand) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Operand, Negated, Values.Count);
}

internal sealed record BetweenNode(RowNode Operand, RowNode Low, RowNode High) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand, Low, High];
}

internal sealed record TextNode(RowNode Operand, TextTest Test, string Text) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];
}

/// <summary>Days from one point in time to a later one; fractions where both are points, whole days where both are dates.</summary>
internal sealed record DaysBetweenNode(RowNode From, RowNode To) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [From, To];
}

internal enum RowOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    And,
    Or,
}

internal enum TextTest
{
    Contains,
    StartsWith,
}
