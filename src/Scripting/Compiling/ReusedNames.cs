using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Finds the parameters, dimensions and segments that scripts declare with a literal id: what makes the members of <c>parameters</c>,
/// <c>dimensions</c> and <c>segments</c>.</summary>
/// <param name="Parameters">Their ids, with the type of the value beside each.</param>
/// <param name="Dimensions">Their ids.</param>
/// <param name="Segments">Their ids.</param>
internal sealed record ReusedNames(IReadOnlyList<(string Id, ColumnType Type)> Parameters, IReadOnlyList<string> Dimensions, IReadOnlyList<string> Segments)
{
    public static ReusedNames In(IEnumerable<SyntaxNode> roots)
    {
        var calls = roots.SelectMany(r => r.DescendantNodes().OfType<InvocationExpressionSyntax>()).ToList();
        return new ReusedNames(
            [
                .. from call in Of(calls, "Parameter")
                   let type = TypeOf(Argument(call, 1))
                   where type is not null
                   select (Id(call), type.Value),
            ],
            [.. Of(calls, "Dimension").Select(Id)],
            [.. Of(calls, "Segment").Select(Id)]);
    }

    /// <summary>Parameters whose type cannot be seen before the script runs.</summary>
    public static IEnumerable<Finding> Check(SyntaxNode root) =>
        from call in Of(root.DescendantNodes().OfType<InvocationExpressionSyntax>(), "Parameter")
        let value = Argument(call, 1)
        where value is not null && TypeOf(value) is null
        select ScriptRules.ParameterValue.At(Places.Of(value), Id(call));

    private static IEnumerable<InvocationExpressionSyntax> Of(IEnumerable<InvocationExpressionSyntax> calls, string word) => calls.Where(c =>
        c.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == word && Argument(c, 0) is LiteralExpressionSyntax id && id.IsKind(SyntaxKind.StringLiteralExpression));

    private static string Id(InvocationExpressionSyntax call) => ((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.ValueText;

    private static ExpressionSyntax? Argument(InvocationExpressionSyntax call, int index) => call.ArgumentList.Arguments.ElementAtOrDefault(index)?.Expression;

    private static ColumnType? TypeOf(ExpressionSyntax? value) => value switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.NumericLiteralExpression) => ColumnType.Number,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => ColumnType.Text,
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.TrueLiteralExpression) || literal.IsKind(SyntaxKind.FalseLiteralExpression) => ColumnType.Flag,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => TypeOf(minus.Operand),
        BinaryExpressionSyntax both when TypeOf(both.Left) is ColumnType.Number && TypeOf(both.Right) is ColumnType.Number => ColumnType.Number,
        ParenthesizedExpressionSyntax inner => TypeOf(inner.Expression),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "DateOnly" } } => ColumnType.Date,
        _ => null,
    };
}
