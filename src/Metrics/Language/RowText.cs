using System.Globalization;

namespace Merit.Metrics.Language;

/// <summary>Row expressions in words, for people.</summary>
internal static class RowText
{
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
        OnDaysNode test => $"day of {Operand(test.Operand)} between {Operand(test.First)} and {Operand(test.Last)}",
        TextNode test => $"{Operand(test.Operand)} {Words(test.Test)} {Operand(test.Text)}",
        ElapsedNode elapsed => $"{elapsed.Unit.ToString().ToLowerInvariant()} from {Of(elapsed.From)} to {Of(elapsed.To)}",
        DatePartNode part => $"{part.Part.ToString().ToLowerInvariant()} of {Operand(part.Operand)}",
        StartNode { Grain: Requests.TimeGrain.Day } start => $"day of {Operand(start.Operand)}",
        StartNode start => $"start of {start.Grain.ToString().ToLowerInvariant()} of {Operand(start.Operand)}",
        CallNode call => $"{call.Function.ToString().ToLowerInvariant()}({string.Join(", ", call.Arguments.Select(Of))})",
        FunctionNode call => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        ChoiceNode choice => Of(choice),
        TodayNode => "today",
        ReachedNode reached => $"'{reached.Path.Steps[reached.Step].Id}'",
        ParameterNode parameter => parameter.Id,
        SegmentNode segment => $"in segment {segment.Id}",
        FoundNode found => Of(found.Value),
        _ => node.ToString(),
    };

    public static string Operand(RowNode node) =>
        node is BinaryNode or InNode or BetweenNode or OnDaysNode or TextNode or HasValueNode or ElapsedNode or ChoiceNode ? $"({Of(node)})" : Of(node);

    private static string Of(ChoiceNode choice) =>
        string.Join(", ", choice.Branches.Select(b => $"{Operand(b.Then)} if {Of(b.When)}")) + (choice.Else is null ? "" : $", else {Operand(choice.Else)}");

    private static string Words(TextTest test) => test switch
    {
        TextTest.Contains => "contains",
        TextTest.StartsWith => "starts with",
        _ => "ends with",
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
