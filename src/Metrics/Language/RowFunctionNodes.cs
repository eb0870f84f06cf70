using Merit.Metrics.Requests;

namespace Merit.Metrics.Language;

/// <summary>A function of values of one row.</summary>
internal sealed record CallNode(RowFunction Function, IReadOnlyList<RowNode> Arguments) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => Arguments;

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Arguments = [.. Arguments.Select(part)] };

    public bool Equals(CallNode? other) => other is not null && Function == other.Function && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate((int)Function, HashCode.Combine);
}

internal enum RowFunction
{
    Abs,
    Round,
    Floor,
    Ceiling,
    Power,
    Lower,
    Upper,
    Trim,
    Length,

    /// <summary>The first value there is.</summary>
    Coalesce,

    /// <summary>The smallest of the values there are.</summary>
    Least,

    /// <summary>The largest of the values there are.</summary>
    Greatest,
}

/// <summary>The value of the first branch whose condition holds, else another, else none.</summary>
internal sealed record ChoiceNode(IReadOnlyList<Branch> Branches, RowNode? Else) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [.. Branches.SelectMany(b => new[] { b.When, b.Then }), .. Values.Skip(Branches.Count)];

    /// <summary>What it may come to.</summary>
    public IEnumerable<RowNode> Values => Branches.Select(b => b.Then).Concat(Else is null ? [] : [Else]);

    public override RowNode Map(Func<RowNode, RowNode> part) =>
        new ChoiceNode([.. Branches.Select(b => new Branch(part(b.When), part(b.Then)))], Else is null ? null : part(Else));

    public bool Equals(ChoiceNode? other) => other is not null && Branches.SequenceEqual(other.Branches) && Equals(Else, other.Else);

    public override int GetHashCode() => Branches.Aggregate(Else?.GetHashCode() ?? 0, HashCode.Combine);
}

internal sealed record Branch(RowNode When, RowNode Then);

/// <summary>A part of a day or a point in time, as the workspace's calendar and clocks have it.</summary>
internal sealed record DatePartNode(RowNode Operand, DatePart Part) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Operand = part(Operand) };
}

internal enum DatePart
{
    Year,
    Quarter,
    Month,
    Week,
    Weekday,
    Day,
    Hour,
}

/// <summary>The first day of the day, week, month, quarter or year that holds a day or a point in time.</summary>
internal sealed record StartNode(RowNode Operand, TimeGrain Grain) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand];

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Operand = part(Operand) };
}

/// <summary>Whether a point in time lies on one of a run of days, the last included.</summary>
internal sealed record OnDaysNode(RowNode Operand, RowNode First, RowNode Last) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => [Operand, First, Last];

    public override RowNode Map(Func<RowNode, RowNode> part) => new OnDaysNode(part(Operand), part(First), part(Last));
}

/// <summary>The day it is in the workspace's zone.</summary>
internal sealed record TodayNode : RowNode
{
    public override RowNode Map(Func<RowNode, RowNode> part) => this;
}
