using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Finds what someone who knows C# writes by habit and what means something else, or nothing, in an expression over rows.</summary>
internal sealed class Mistakes(SemanticModel model)
{
    private const string Language = "Merit.Metrics.Language";

    public IEnumerable<Finding> Find() => model.SyntaxTree.GetRoot().DescendantNodes().Select(Mistake).OfType<Finding>();

    private Finding? Mistake(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => ShortCircuit(both),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality => NullComparison(equality),
        IsPatternExpressionSyntax pattern => NullPattern(pattern),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division => IntegerDivision(division),
        IfStatementSyntax choice => ConditionAsFlag(choice.Condition),
        ConditionalExpressionSyntax choice => ConditionAsFlag(choice.Condition),
        WhileStatementSyntax loop => ConditionAsFlag(loop.Condition),
        ArgumentSyntax { Expression: LiteralExpressionSyntax literal } argument when LiteralKind(literal, argument) is { } wrong => wrong,
        ArgumentSyntax argument => PlaceGiven(argument),
        _ => null,
    };

    private Finding? ShortCircuit(BinaryExpressionSyntax both)
    {
        var single = both.IsKind(SyntaxKind.LogicalAndExpression) ? "&" : "|";
        return IsRow(both.Left) || IsRow(both.Right)
            ? ScriptRules.ShortCircuit.At(Places.Of(both.OperatorToken), both.OperatorToken.Text, single)
            : null;
    }

    private Finding? NullComparison(BinaryExpressionSyntax equality)
    {
        var side = IsNull(equality.Right) ? equality.Left : IsNull(equality.Left) ? equality.Right : null;
        return side is not null && IsRow(side) ? Null(equality, side, equality.IsKind(SyntaxKind.EqualsExpression)) : null;
    }

    private Finding? NullPattern(IsPatternExpressionSyntax pattern) => pattern.Pattern switch
    {
        ConstantPatternSyntax { Expression: var value } when IsNull(value) && IsRow(pattern.Expression) => Null(pattern, pattern.Expression, missing: true),
        UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression: var value } } when IsNull(value) && IsRow(pattern.Expression) =>
            Null(pattern, pattern.Expression, missing: false),
        _ => null,
    };

    private static Finding Null(ExpressionSyntax comparison, ExpressionSyntax side, bool missing) =>
        ScriptRules.NullComparison.At(Places.Of(comparison), Shown(side), (missing ? "!" : "") + Shown(side) + ".HasValue");

    // Only where the quotient goes on into a number with a fraction or an expression: counting pages in a loop may well drop one.
    private Finding? IntegerDivision(BinaryExpressionSyntax division)
    {
        if (!IsWhole(division.Left) || !IsWhole(division.Right) || !GoesOn(division) || IsExact(division))
        {
            return null;
        }

        var remedy = division.Right is LiteralExpressionSyntax
            ? $"{Shown(division.Left)} / {Shown(division.Right)}.0"
            : $"1.0 * {Shown(division.Left)} / {Shown(division.Right)}";
        return ScriptRules.IntegerDivision.At(Places.Of(division), Shown(division), remedy);
    }

    private bool GoesOn(ExpressionSyntax value)
    {
        var type = model.GetTypeInfo(value);
        if (!SymbolEqualityComparer.Default.Equals(type.Type, type.ConvertedType) && !IsWhole(type.ConvertedType))
        {
            return true;
        }

        return value.Parent switch
        {
            ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax => GoesOn((ExpressionSyntax)value.Parent),
            BinaryExpressionSyntax outer => IsRow(outer) || GoesOn(outer),
            _ => false,
        };
    }

    private bool IsExact(BinaryExpressionSyntax division) =>
        model.GetConstantValue(division.Left).Value is IConvertible left && model.GetConstantValue(division.Right).Value is IConvertible right
        && Convert.ToInt64(right, null) is not 0 and var divisor && Convert.ToInt64(left, null) % divisor == 0;

    private Finding? ConditionAsFlag(ExpressionSyntax condition) =>
        IsRow(condition) ? ScriptRules.ConditionAsFlag.At(Places.Of(condition), Shown(condition)) : null;

    // 1.5 where the column is exact, 1.5m where it is not: the compiler only says that it cannot convert.
    private Finding? LiteralKind(LiteralExpressionSyntax literal, ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } call
            || model.GetSymbolInfo(call).Symbol is not null
            || Value(model.GetTypeInfo(receiver).Type) is not { } column)
        {
            return null;
        }

        var (kind, plain) = (model.GetTypeInfo(literal).Type?.SpecialType, literal.Token.Text.TrimEnd('m', 'M', 'd', 'D', 'f', 'F'));
        return (kind, column.SpecialType) switch
        {
            (SpecialType.System_Double or SpecialType.System_Single, SpecialType.System_Decimal) =>
                ScriptRules.LiteralKind.At(Places.Of(literal), literal.Token.Text, "floating-point", "an exact amount", plain + "m"),
            (SpecialType.System_Decimal or SpecialType.System_Single, SpecialType.System_Double) =>
                ScriptRules.LiteralKind.At(Places.Of(literal), literal.Token.Text, "decimal", "a floating-point number", plain),
            (SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single, SpecialType.System_Int64) =>
                ScriptRules.LiteralKind.At(Places.Of(literal), literal.Token.Text, "fractional", "a whole number", "a whole number"),
            _ => null,
        };
    }

    // Where a definition stands is for the compiler to say; anything else would send its reader to the wrong line.
    private Finding? PlaceGiven(ArgumentSyntax argument) =>
        model.GetOperation(argument) is IArgumentOperation { Parameter: { } parameter } && parameter.GetAttributes().Any(a => a.AttributeClass?.Name.StartsWith("Caller", StringComparison.Ordinal) == true)
            ? ScriptRules.Construct.At(Places.Of(argument), $"A value for '{parameter.Name}'")
            : null;

    // The T of an Expr<T>.
    private static ITypeSymbol? Value(ITypeSymbol? type)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
        {
            if (at is { Name: nameof(Expr), TypeArguments: [var value] } && at.ContainingNamespace.ToDisplayString() == Language)
            {
                return value;
            }
        }

        return null;
    }

    private bool IsRow(ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type is INamedTypeSymbol type && type.ContainingNamespace?.ToDisplayString() == Language;

    private bool IsWhole(ExpressionSyntax expression) => IsWhole(model.GetTypeInfo(expression).Type);

    private static bool IsWhole(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsNull(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax inner ? IsNull(inner.Expression) : expression.IsKind(SyntaxKind.NullLiteralExpression);

    private static string Shown(SyntaxNode node) => node.WithoutTrivia().ToString();
}
