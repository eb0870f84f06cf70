using Merit.Metrics.Language;

namespace Merit.Metrics.Planning;

/// <summary>Which columns must be loaded for an answer to mean anything.</summary>
/// <remarks>What is asked positively must be known. A column nobody loads is "no value" where its absence is what is asked (no
/// <c>duplicate_of</c>: not a duplicate). In <c>a | b | c</c> the first says what is meant and must be known; the others only add to it.</remarks>
internal static class NeededColumns
{
    public static IEnumerable<ColumnNode> Of(RowNode condition) => condition switch
    {
        BinaryNode { Operator: RowOperator.And } both => Of(both.Left).Concat(Of(both.Right)),
        BinaryNode { Operator: RowOperator.Or } either => Of(either.Left),
        FoundNode found => Of(found.Value),
        BinaryNode { Operator: RowOperator.NotEqual, Right: LiteralNode } or NotNode or InNode { Negated: true } => [],
        _ => OfValue(condition),
    };

    /// <summary>Of a value: in <c>Coalesce(a, b)</c> the first says what is meant, the others fill its holes; a choice needs what it asks and what it gives.</summary>
    public static IEnumerable<ColumnNode> OfValue(RowNode value) => value switch
    {
        ColumnNode column => [column],
        CallNode { Function: RowFunction.Coalesce } call => OfValue(call.Arguments[0]),
        ChoiceNode choice => choice.Branches.SelectMany(b => Of(b.When)).Concat(choice.Values.SelectMany(OfValue)),
        BinaryNode { Operator: RowOperator.And or RowOperator.Or } or BinaryNode { Operator: RowOperator.NotEqual, Right: LiteralNode } or NotNode or InNode { Negated: true } => Of(value),
        _ => value.Parts.SelectMany(OfValue),
    };
}
