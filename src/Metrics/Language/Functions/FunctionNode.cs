namespace Merit.Metrics.Language;

/// <summary>A function of a script, called with values of one row.</summary>
internal sealed record FunctionNode(FunctionDefinition Function, IReadOnlyList<RowNode> Arguments) : RowNode
{
    public override IReadOnlyList<RowNode> Parts => Arguments;

    public override RowNode Map(Func<RowNode, RowNode> part) => this with { Arguments = [.. Arguments.Select(part)] };

    public bool Equals(FunctionNode? other) => other is not null && ReferenceEquals(Function, other.Function) && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => Arguments.Aggregate(StringComparer.Ordinal.GetHashCode(Function.Name), HashCode.Combine);
}
