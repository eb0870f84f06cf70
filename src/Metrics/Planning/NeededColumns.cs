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
        BinaryNode { Operator: RowOperator.NotEqual, Right: LiteralNode } or NotNode or InNode { Negated: true } => [],
        _ => condition.Columns,
    };
}
