using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <summary>Turns the row expressions of scripts into values of a statement.</summary>
internal sealed class RowValues(TableSchema fact, FactRows rows, PlanContext context)
{
    public SqlExpr Of(RowNode node) => node switch
    {
        ColumnNode column => rows.Own(column.Name),
        LiteralNode literal => Literal(literal.Value),
        BinaryNode { Operator: RowOperator.Divide } both => SqlFunctions.Quotient(Of(both.Left), Of(both.Right)),
        BinaryNode { Operator: RowOperator.NotEqual } both => new SqlBinary(SqlOperator.DiffersFrom, Of(both.Left), Of(both.Right)),
        BinaryNode both => new SqlBinary(OperatorOf(both.Operator), Of(both.Left), Of(both.Right)),
        NotNode not => new SqlIsNotTrue(Of(not.Operand)),
        NegateNode negate => new SqlNegate(Of(negate.Operand)),
        HasValueNode test => new SqlIsNull(Of(test.Operand), Negated: true),
        InNode { Values.Count: 0 } nothing => new SqlConstant(nothing.Negated),
        InNode test => Negated(test.Negated, new SqlIn(Of(test.Operand), [.. test.Values.Select(v => Literal(v.Value))])),
        BetweenNode test => new SqlBetween(Of(test.Operand), Of(test.Low), Of(test.High)),
        TextNode { Test: TextTest.Contains } test => SqlFunctions.ContainsText(Of(test.Operand), new SqlParameter(test.Text)),
        TextNode test => SqlFunctions.StartsWithText(Of(test.Operand), new SqlParameter(test.Text)),
        DaysBetweenNode days => Days(days),
        _ => throw new InvalidOperationException($"No statement for {node}."),
    };

    /// <summary>The type of a value as the engine computes it: exact where it can be.</summary>
    public ColumnType TypeOf(RowNode node) => node switch
    {
        ColumnNode column => fact.Column(column.Name)?.Type ?? ColumnType.Text,
        LiteralNode { Value: long } => ColumnType.Integer,
        LiteralNode { Value: decimal or double } => ColumnType.Money,
        NegateNode negate => TypeOf(negate.Operand),
        BinaryNode { Operator: RowOperator.Add or RowOperator.Subtract or RowOperator.Multiply } both => Wider(TypeOf(both.Left), TypeOf(both.Right)),
        _ => ColumnType.Number,
    };

    private static ColumnType Wider(ColumnType left, ColumnType right) =>
        left == ColumnType.Number || right == ColumnType.Number ? ColumnType.Number
        : left == ColumnType.Money || right == ColumnType.Money ? ColumnType.Money
        : ColumnType.Integer;

    private static SqlExpr Negated(bool negated, SqlExpr test) => negated ? new SqlIsNotTrue(test) : test;

    // A text is a parameter; a wall-clock time means the workspace's zone.
    private SqlExpr Literal(object value) => value switch
    {
        string text => new SqlParameter(text),
        DateTime time => context.Functions.ToUtc(new SqlConstant(time)),
        _ => new SqlConstant(value),
    };

    private SqlExpr Days(DaysBetweenNode days)
    {
        var (from, to) = (IsTime(days.From), IsTime(days.To));
        return (from, to) switch
        {
            (true, true) => SqlFunctions.ExactDays(Of(days.From), Of(days.To)),
            _ => SqlFunctions.WholeDays(Day(days.From, from), Day(days.To, to)),
        };
    }

    private SqlExpr Day(RowNode node, bool isTime) => isTime ? context.Functions.LocalDay(Of(node)) : Of(node);

    private bool IsTime(RowNode node) => TypeOf(node) == ColumnType.Timestamp;

    private static SqlOperator OperatorOf(RowOperator op) => op switch
    {
        RowOperator.Equal => SqlOperator.Equal,
        RowOperator.Less => SqlOperator.Less,
        RowOperator.LessOrEqual => SqlOperator.LessOrEqual,
        RowOperator.Greater => SqlOperator.Greater,
        RowOperator.GreaterOrEqual => SqlOperator.GreaterOrEqual,
        RowOperator.Add => SqlOperator.Add,
        RowOperator.Subtract => SqlOperator.Subtract,
        RowOperator.Multiply => SqlOperator.Multiply,
        RowOperator.And => SqlOperator.And,
        RowOperator.Or => SqlOperator.Or,
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "Written elsewhere."),
    };
}
