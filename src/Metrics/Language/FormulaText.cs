using System.Globalization;

namespace Merit.Metrics.Language;

/// <summary>Measures in words, for people: explanations and docs/semantics.md.</summary>
internal static class FormulaText
{
    public static string Of(Measure measure) => measure switch
    {
        ConstantMeasure constant => constant.Value.ToString(CultureInfo.InvariantCulture),
        Combination both => $"{Side(both.Left, both.Operator, right: false)} {Sign(both.Operator)} {Side(both.Right, both.Operator, right: true)}",
        MetricRef { Model: { } model } reference => $"{reference.Id} by {model}",
        MetricRef reference => reference.Id,
        TargetMeasure target => $"target of {target.Metric}",
        BenchmarkMeasure benchmark => $"benchmark of {benchmark.Metric}",
        Aggregate aggregate => Of(aggregate),
        _ => DerivedText.Of(measure) ?? "",
    };

    public static string Of(Aggregate aggregate)
    {
        var inner = aggregate switch
        {
            { Credit: CreditOf.Conversions } => "attributed conversions",
            { Credit: CreditOf.Customers } => "attributed new customers",
            { Credit: CreditOf.Revenue } => "attributed revenue",
            { Value: { } value } => $"{Name(aggregate.Function)}({Of(value)})",
            _ => $"count({aggregate.Table})",
        };
        var model = aggregate.Model is null ? "" : $" by {aggregate.Model}";
        var where = aggregate.Conditions.Count == 0 ? "" : " where " + string.Join(" and ", aggregate.Conditions.Select(c => Operand(c.Node)));
        var time = aggregate.TimeColumn is null ? "" : $" dated by {aggregate.TimeColumn}";
        var span = aggregate.Span switch { Span.ToDate => " to date", Span.AllTime => " of all time", _ => "" };
        return inner + model + where + time + span;
    }

    public static string Of(RowNode node) => node switch
    {
        LiteralNode { Value: string text } => $"'{text}'",
        LiteralNode { Value: DateOnly day } => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        LiteralNode { Value: DateTime time } => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        LiteralNode literal => Convert.ToString(literal.Value, CultureInfo.InvariantCulture)?.ToLowerInvariant() ?? "",
        BinaryNode both => $"{Operand(both.Left)} {Sign(both.Operator)} {Operand(both.Right)}",
        NotNode { Operand: HasValueNode test } => $"{Operand(test.Operand)} is missing",
        NotNode not => $"not {Operand(not.Operand)}",
        NegateNode negate => $"−{Operand(negate.Operand)}",
        HasValueNode test => $"{Operand(test.Operand)} is known",
        InNode test => $"{Operand(test.Operand)} {(test.Negated ? "not in" : "in")} ({string.Join(", ", test.Values.Select(Of))})",
        BetweenNode test => $"{Operand(test.Operand)} between {Operand(test.Low)} and {Operand(test.High)}",
        TextNode test => $"{Operand(test.Operand)} {(test.Test == TextTest.Contains ? "contains" : "starts with")} '{test.Text}'",
        DaysBetweenNode days => $"days from {Of(days.From)} to {Of(days.To)}",
        _ => node.ToString(),
    };

    private static string Operand(RowNode node) =>
        node is BinaryNode or InNode or BetweenNode or TextNode or HasValueNode ? $"({Of(node)})" : Of(node);

    private static string Side(Measure side, MeasureOperator op, bool right)
    {
        var binds = side is not Combination inner || (op is MeasureOperator.Add && inner.Operator is not MeasureOperator.Divide)
            || (!right && Rank(inner.Operator) >= Rank(op)) || (right && Rank(inner.Operator) > Rank(op));
        var text = Of(side);
        return binds && !text.Contains(" where ", StringComparison.Ordinal) ? text : $"({text})";
    }

    private static int Rank(MeasureOperator op) => op is MeasureOperator.Multiply or MeasureOperator.Divide ? 2 : 1;

    private static string Name(AggregateFunction function) => function switch
    {
        AggregateFunction.CountDistinct => "distinct",
        _ => function.ToString().ToLowerInvariant(),
    };

    private static string Sign(MeasureOperator op) => op switch
    {
        MeasureOperator.Add => "+",
        MeasureOperator.Subtract => "−",
        MeasureOperator.Multiply => "×",
        _ => "÷",
    };

    private static string Sign(RowOperator op) => op switch
    {
        RowOperator.Equal => "=",
        RowOperator.NotEqual => "≠",
        RowOperator.Less => "<",
        RowOperator.LessOrEqual => "≤",
        RowOperator.Greater => ">",
        RowOperator.GreaterOrEqual => "≥",
        RowOperator.Add => "+",
        RowOperator.Subtract => "−",
        RowOperator.Multiply => "×",
        RowOperator.Divide => "÷",
        RowOperator.And => "and",
        _ => "or",
    };
}
