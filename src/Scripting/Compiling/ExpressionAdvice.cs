using Merit.Metrics.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Scripting.Compiling;

/// <summary>What to write where an expression is of the wrong kind.</summary>
internal sealed class ExpressionAdvice(SemanticModel model)
{
    private const string ByType = "Compare and compute with values of the column's own type.";

    /// <summary>Whether an expression names a table.</summary>
    public bool IsTable(ExpressionSyntax expression) => Is(expression, nameof(Table));

    /// <summary>Two sides that do not go together.</summary>
    public string OfOperands(SyntaxNode node)
    {
        if (node.AncestorsAndSelf().OfType<BinaryExpressionSyntax>().FirstOrDefault() is not { } both)
        {
            return ByType;
        }

        if (Is(both.Left, nameof(Measure)) || Is(both.Right, nameof(Measure)))
        {
            return "A metric has no value for a row, so it is not compared; ask for it, or compute with metrics by + − × ÷.";
        }

        var (column, other) = Row(both.Left) is not null ? (both.Left, both.Right) : (both.Right, both.Left);
        return (Row(column), other) switch
        {
            ("DateTime" or "DateOnly", LiteralExpressionSyntax) => "Write the day as new DateOnly(2025, 3, 1).",
            ("string", LiteralExpressionSyntax literal) when both.OperatorToken.IsKind(SyntaxKind.EqualsEqualsToken) || both.OperatorToken.IsKind(SyntaxKind.ExclamationEqualsToken) => $"{column} is a text; write \"{literal.Token.Text}\" in quotes.",
            ("string", _) => $"{column} is a text; texts are compared with ==, In(…), Contains(…) and StartsWith(…).",
            ({ }, LiteralExpressionSyntax literal) when literal.IsKind(SyntaxKind.StringLiteralExpression) => $"{column} is a number; write {literal.Token.ValueText} without quotes.",
            _ => ByType,
        };
    }

    /// <summary>An argument of another kind than is asked for.</summary>
    public string OfArgument(SyntaxNode node)
    {
        var argument = node.AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault();
        if (argument is not { Expression: var value, Parent.Parent: InvocationExpressionSyntax call })
        {
            return ByType;
        }

        if (value.IsKind(SyntaxKind.CharacterLiteralExpression))
        {
            return "Texts stand in double quotes: \"text\".";
        }

        var name = call.Expression switch { MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText, SimpleNameSyntax simple => simple.Identifier.ValueText, _ => "" };
        return name switch
        {
            "Count" or "CountDistinct" when Row(value) is not null => $"To count the rows that meet it, write Count({TableOf(value)}).Where({value}).",
            "Sum" or "Average" or "Median" or "Min" or "Max" or "Percentile" or "First" or "Last" => OfAggregate(name, value),
            "Metric" when IsTable(value) => $"Say what to do with its rows, such as Count({value}).",
            "Metric" when Row(value) is not null => $"Say what to do with the rows: Sum({value}), Average({value}) or another aggregate.",
            "Where" => OfCondition(value),
            _ => "Give a value or column of the kind that is asked for.",
        };
    }

    private string OfAggregate(string name, ExpressionSyntax value) => Row(value) switch
    {
        "bool" => $"To count the rows that meet it, write Count({TableOf(value)}).Where({value}).",
        { } => $"{name} is of numbers; CountDistinct({value}) counts different values, Count({TableOf(value)}) rows.",
        _ when IsTable(value) => $"Name one of its columns: {name}({value}.…).",
        _ when value is LiteralExpressionSyntax => $"Name a column with its table and without quotes, such as {name}(spend.amount).",
        _ when Is(value, nameof(Measure)) => "An aggregate is of a table's columns; compute with metrics by + − × ÷ instead.",
        _ => $"Name a column of numbers, such as {name}(spend.amount).",
    };

    private string OfCondition(ExpressionSyntax value) => Row(value) switch
    {
        { } => $"Write a condition: {value}.HasValue, or a comparison.",
        _ when Is(value, nameof(Measure)) => "A condition is about one row; compare metrics where they are asked for.",
        _ => "Write a condition over columns with ==, >, In(…), Contains(…), such as leads.source == \"web\".",
    };

    // The first table that is named in an expression.
    private string TableOf(ExpressionSyntax value) => value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(IsTable)?.Identifier.ValueText ?? "…";

    /// <summary>The type of a value of rows, or null.</summary>
    private string? Row(ExpressionSyntax expression)
    {
        for (var type = model.GetTypeInfo(expression).Type as INamedTypeSymbol; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Expr), TypeArguments: [var value] })
            {
                return value.SpecialType == SpecialType.System_String ? "string" : value.SpecialType == SpecialType.System_Boolean ? "bool" : value.Name;
            }
        }

        return null;
    }

    private bool Is(ExpressionSyntax expression, string name)
    {
        for (var type = model.GetTypeInfo(expression).Type; type is not null; type = type.BaseType)
        {
            if (type.Name == name)
            {
                return true;
            }
        }

        return false;
    }
}
