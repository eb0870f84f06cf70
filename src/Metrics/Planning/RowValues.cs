using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <summary>Turns the row expressions of scripts into values of a statement over the rows of a fact, and of what these look up.</summary>
internal sealed class RowValues(string fact, FactRows rows, PlanContext context)
{
    private readonly RowTypes types = new(context.Schema);

    public SqlExpr Of(RowNode node) => node switch
    {
        ColumnNode column => Column(column.Table, column.Name),
        LiteralNode literal => Literal(literal.Value),
        BinaryNode { Operator: RowOperator.Divide } both => SqlFunctions.Quotient(Of(both.Left), Of(both.Right)),
        BinaryNode { Operator: RowOperator.NotEqual } both => new SqlBinary(SqlOperator.DiffersFrom, Of(both.Left), Of(both.Right)),
        BinaryNode { Operator: RowOperator.Multiply } both when types.IsTooLong(both) =>
            new SqlBinary(SqlOperator.Multiply, SqlFunctions.ToNumber(Of(both.Left)), SqlFunctions.ToNumber(Of(both.Right))),
        BinaryNode { Operator: RowOperator.Multiply } both when types.IsOfDecimals(both) =>
            new SqlCast(new SqlBinary(SqlOperator.Multiply, Wide(both.Left), Wide(both.Right)), SqlType.Exact),
        BinaryNode both => new SqlBinary(OperatorOf(both.Operator), Of(both.Left), Of(both.Right)),
        NotNode not => new SqlIsNotTrue(Of(not.Operand)),
        NegateNode negate => new SqlNegate(Of(negate.Operand)),
        HasValueNode test => new SqlIsNull(Of(test.Operand), Negated: true),
        InNode { Values.Count: 0 } nothing => new SqlConstant(nothing.Negated),
        InNode test => Negated(test.Negated, new SqlIn(Of(test.Operand), [.. test.Values.Select(v => Literal(v.Value))])),
        BetweenNode test => new SqlBetween(Of(test.Operand), Of(test.Low), Of(test.High)),
        OnDaysNode { First: LiteralNode { Value: DateOnly first }, Last: LiteralNode { Value: DateOnly last } } test => OnDays(Of(test.Operand), first, last),
        TextNode test => SqlFunctions.TextTest(test.Test, Of(test.Operand), Of(test.Text)),
        ElapsedNode elapsed => Elapsed(elapsed),
        DatePartNode part => Part(part),
        StartNode start => context.Functions.GroupStart(start.Grain, Day(start.Operand)),
        TodayNode => new SqlConstant(context.Settings.Today),
        ChoiceNode choice => new SqlCase([.. choice.Branches.Select(b => (Of(b.When), Of(b.Then)))], choice.Else is null ? new SqlConstant(null) : Of(choice.Else)),
        CallNode call => Call(call),
        ReachedNode reached => rows.Own(reached.Column),
        FunctionNode call => Call(call),
        FoundNode found => Found(found),
        _ => throw new InvalidOperationException($"No statement for {node}."),
    };

    /// <summary>The type of a value as the engine computes it.</summary>
    public ColumnType TypeOf(RowNode node) => types.Of(node);

    private SqlExpr Column(string table, string name) =>
        IsFact(table) ? rows.Own(name)
        : context.Facts.Lookups.Find(fact, table, name) is { } reach ? rows.Value(reach)
        : throw new InvalidOperationException($"{fact} does not reach {table}.{name}.");

    private bool IsFact(string table) => string.Equals(table, fact, StringComparison.Ordinal);

    // A row that looks nothing up is in no segment and in no band, whatever would be said of a row of nothing but missing values.
    private SqlExpr Found(FoundNode found) =>
        IsFact(found.Table) || context.Facts.Lookups.KeyOf(found.Table) is not { } key
            ? Of(found.Value)
            : new SqlCase([(new SqlIsNull(Column(found.Table, key), Negated: true), Of(found.Value))], new SqlConstant(null));

    private static SqlExpr Negated(bool negated, SqlExpr test) => negated ? new SqlIsNotTrue(test) : test;

    // A text is a parameter; a wall-clock time means the workspace's zone.
    private SqlExpr Literal(object value) => value switch
    {
        string text => new SqlParameter(text),
        DateTime time => context.Functions.ToUtc(new SqlConstant(time)),
        _ => new SqlConstant(value),
    };

    private SqlExpr Elapsed(ElapsedNode elapsed) =>
        IsTime(elapsed.From) && IsTime(elapsed.To)
            ? SqlFunctions.Elapsed(Of(elapsed.From), Of(elapsed.To), elapsed.Unit)
            : SqlFunctions.ToNumber(SqlFunctions.WholeDays(Day(elapsed.From), Day(elapsed.To)));

    private SqlExpr Part(DatePartNode part) => part.Part switch
    {
        DatePart.Hour => SqlFunctions.Part(part.Part, context.Functions.LocalTime(Of(part.Operand))),
        DatePart.Week => SqlFunctions.NumberOfWeek(context.Functions.GroupStart(TimeGrain.Week, Day(part.Operand))),
        _ => SqlFunctions.Part(part.Part, Day(part.Operand)),
    };

    private SqlExpr Call(CallNode call)
    {
        var arguments = call.Arguments.Select(Of).ToList();
        var isWhole = TypeOf(call.Arguments[0]) == ColumnType.Integer;
        return call.Function switch
        {
            RowFunction.Round or RowFunction.Floor or RowFunction.Ceiling when isWhole => arguments[0],
            RowFunction.Round or RowFunction.Floor or RowFunction.Ceiling when types.IsLong(call.Arguments[0]) =>
                new SqlCast(SqlFunctions.Call(call.Function, arguments), SqlType.Exact),
            RowFunction.Coalesce => SqlFunctions.Coalesce(arguments),
            RowFunction.Power => SqlFunctions.Power(arguments[0], arguments[1]),
            _ => SqlFunctions.Call(call.Function, arguments),
        };
    }

    // C# sees times as the workspace's clocks show them, and gives them so.
    private SqlExpr Call(FunctionNode call)
    {
        var value = new SqlCall(call.Function.EngineName, [.. call.Arguments.Zip(call.Function.Arguments, Argument)]);
        return call.Function.Result.Type == ColumnType.Timestamp ? context.Functions.ToUtc(value) : value;
    }

    private SqlExpr Argument(RowNode node, ColumnValue taken) => taken.Type switch
    {
        ColumnType.Timestamp => context.Functions.LocalTime(Of(node)),
        ColumnType.Number => SqlFunctions.ToNumber(Of(node)),
        _ => Of(node),
    };

    private SqlExpr OnDays(SqlExpr time, DateOnly first, DateOnly last)
    {
        var from = new SqlBinary(SqlOperator.GreaterOrEqual, time, context.Functions.StartOf(first));
        return last == DateOnly.MaxValue ? from : new SqlBinary(SqlOperator.And, from, new SqlBinary(SqlOperator.Less, time, context.Functions.StartOf(last.AddDays(1))));
    }

    private SqlWide Wide(RowNode node) => new(Of(node), types.Places(node));

    private SqlExpr Day(RowNode node) => IsTime(node) ? context.Functions.LocalDay(Of(node)) : Of(node);

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
