namespace Merit.Metrics.Language;

/// <summary>What a row expression is made of, free of type parameters, as the planner reads it.</summary>
internal abstract record RowNode
{
    /// <summary>The parts it is made of.</summary>
    public virtual IReadOnlyList<RowNode> Parts => [];

    /// <summary>Every column read, in order of appearance, once.</summary>
    public IEnumerable<ColumnNode> Columns => Tree().OfType<ColumnNode>().Distinct();

    /// <summary>It and everything it is made of.</summary>
    public IEnumerable<RowNode> Tree() => Parts.SelectMany(p => p.Tree()).Prepend(this);

    /// <summary>The same with other parts; a node without parts is itself.</summary>
    public abstract RowNode Map(Func<RowNode, RowNode> part);
}

internal sealed record ColumnNode(string Table, string Name) : RowNode
{
    public override RowNode Map(Func<RowNode, RowNode> part) => this;

    public override string ToString() => $"{Table}.{Name}";
}

/// <summary>A constant: string, long, double, decimal, bool, DateOnly, or DateTime (a wall-clock time in the workspace's zone).</summary>
internal sealed record LiteralNode(object Value) : RowNode
{
    public override RowNode Map(Func<RowNode, RowNode> part) => this;

    public static LiteralNode Of(object? value) => new(value switch
    {
        null => throw new ArgumentNullException(nameof(value), "A missing value cannot be listed; use HasValue."),
        int number => (long)number,
        DayOfWeek day => Weekdays.Number(day),
        _ => value,
    });
}

internal sealed record BinaryNode(RowOperator Operator, RowNode Left, RowNode Right) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Left, Right];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Left = part(Left), Right = part(Right) };
}

internal sealed record NotNode(RowNode Operand) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public override RowNode Map(Func<RowNode, RowNode> part) => new NotNode(part(Operand));
}

internal sealed record NegateNode(RowNode Operand) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public override RowNode Map(Func<RowNode, RowNode> part) => new NegateNode(part(Operand));
}

internal sealed record HasValueNode(RowNode Operand) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public override RowNode Map(Func<RowNode, RowNode> part) => new HasValueNode(part(Operand));
}

internal sealed record InNode(RowNode Operand, IReadOnlyList<LiteralNode> Values, bool Negated) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Operand = part(Operand) };

    public bool Equals(InNode? other) => other is not null && Negated == other.Negated && Operand.Equals(other.Operand) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Operand, Negated, Values.Count);
}

internal sealed record BetweenNode(RowNode Operand, RowNode Low, RowNode High) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand, Low, High];

    public override RowNode Map(Func<RowNode, RowNode> part) => new BetweenNode(part(Operand), part(Low), part(High));
}

internal sealed record TextNode(RowNode Operand, TextTest Test, RowNode Text) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand, Text];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Operand = part(Operand), Text = part(Text) };
}

/// <summary>Time from one point to a later one: days are whole where one of the two is a day; all else has fractions.</summary>
internal sealed record ElapsedNode(RowNode From, RowNode To, ElapsedUnit Unit) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [From, To];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { From = part(From), To = part(To) };
}

internal enum ElapsedUnit
{
    Minutes,
    Hours,
    Days,
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
    EndsWith,
}
