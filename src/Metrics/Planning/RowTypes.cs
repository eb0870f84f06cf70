using Merit.Metrics.Language;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <summary>The types of row expressions as the engine computes them: exact where it can be.</summary>
internal sealed class RowTypes(WarehouseSchema schema)
{
    // What the engine's exact decimals hold of a product; beyond it they would overflow rather than round.
    private const int MostPlaces = 12;

    public ColumnType Of(RowNode node) => node switch
    {
        ColumnNode column => schema.Table(column.Table)?.Column(column.Name)?.Type ?? ColumnType.Text,
        LiteralNode literal => OfLiteral(literal.Value),
        NegateNode negate => Of(negate.Operand),
        BinaryNode { Operator: RowOperator.Add or RowOperator.Subtract } both => Wider(Of(both.Left), Of(both.Right)),
        BinaryNode { Operator: RowOperator.Multiply } both => IsTooLong(both) ? ColumnType.Number : Wider(Of(both.Left), Of(both.Right)),
        BinaryNode { Operator: RowOperator.Divide } or ElapsedNode => ColumnType.Number,
        BinaryNode or NotNode or HasValueNode or InNode or BetweenNode or OnDaysNode or TextNode or SegmentNode => ColumnType.Flag,
        DatePartNode => ColumnType.Integer,
        StartNode or TodayNode => ColumnType.Date,
        ChoiceNode choice => choice.Values.Select(Of).Aggregate(Wider),
        ReachedNode => ColumnType.Timestamp,
        FoundNode found => Of(found.Value),
        CallNode call => OfCall(call),
        FunctionNode call => call.Function.Result.Type ?? ColumnType.Text,
        _ => ColumnType.Number,
    };

    /// <summary>Whether a product has more decimal places than the engine keeps exactly.</summary>
    public bool IsTooLong(BinaryNode product) => IsExact(product) && Places(product.Left) + Places(product.Right) > MostPlaces;

    /// <summary>Whether a product is one of exact decimals. Both in few digits, the engine would keep it in few as well, and overflow; both in
    /// many, it would drop decimal places where the product meets other values. So its digits are said.</summary>
    public bool IsOfDecimals(BinaryNode product) => IsExact(product) && Wider(Of(product.Left), Of(product.Right)) == ColumnType.Money;

    /// <summary>Whether an exact value has as many digits as such a product.</summary>
    public bool IsLong(RowNode node) => Of(node) == ColumnType.Money && node.Tree().Any(n => n is BinaryNode { Operator: RowOperator.Multiply });

    private bool IsExact(BinaryNode product) => Of(product.Left) != ColumnType.Number && Of(product.Right) != ColumnType.Number;

    private ColumnType OfCall(CallNode call) => call.Function switch
    {
        RowFunction.Power => ColumnType.Number,
        RowFunction.Length => ColumnType.Integer,
        RowFunction.Lower or RowFunction.Upper or RowFunction.Trim => ColumnType.Text,
        RowFunction.Coalesce or RowFunction.Least or RowFunction.Greatest => call.Arguments.Select(Of).Aggregate(Wider),
        _ => Of(call.Arguments[0]),
    };

    private static ColumnType OfLiteral(object value) => value switch
    {
        string => ColumnType.Text,
        bool => ColumnType.Flag,
        DateOnly => ColumnType.Date,
        DateTime => ColumnType.Timestamp,
        long => ColumnType.Integer,
        double number when HasExponent(number) => ColumnType.Number,
        _ => ColumnType.Money,
    };

    // Written with an exponent, a number is no exact decimal to the engine.
    private static bool HasExponent(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture).Contains('E', StringComparison.Ordinal);

    private static ColumnType Wider(ColumnType left, ColumnType right) =>
        left == right ? left
        : left == ColumnType.Number || right == ColumnType.Number ? ColumnType.Number
        : left == ColumnType.Money || right == ColumnType.Money ? ColumnType.Money
        : left;

    /// <summary>The decimal places an exact value can have.</summary>
    public int Places(RowNode node) => node switch
    {
        LiteralNode { Value: decimal number } => number.Scale,
        LiteralNode { Value: double number } => ((decimal)Math.Clamp(number, -1e27, 1e27)).Scale,
        BinaryNode { Operator: RowOperator.Multiply } both => Places(both.Left) + Places(both.Right),
        CallNode { Function: RowFunction.Round, Arguments: [_, LiteralNode { Value: long digits }] } => (int)digits,
        CallNode { Function: RowFunction.Floor or RowFunction.Ceiling } => 0,
        ColumnNode => Of(node) == ColumnType.Money ? 4 : 0,
        _ => node.Parts.Select(Places).DefaultIfEmpty(0).Max(),
    };
}
