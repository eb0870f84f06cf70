using Merit.Diagnostics;
using Merit.Scripting.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Finds the metric ids that scripts declare with a literal, and those they mention.</summary>
internal static class MetricNames
{
    /// <summary>Ids in <c>Metric("id", …)</c>.</summary>
    public static IEnumerable<string> Declared(SyntaxNode root) =>
        from call in root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Metric" }
        let id = call.ArgumentList.Arguments.FirstOrDefault()?.Expression as LiteralExpressionSyntax
        where id.IsKind(SyntaxKind.StringLiteralExpression)
        select id.Token.ValueText;

    /// <summary>Names that are nearly, and not quite, those of metrics that are declared with a literal; where ids are made up while scripts run, nothing is known of any.</summary>
    public static IEnumerable<Finding> Misspelled(IReadOnlyList<SyntaxNode> roots, IReadOnlyList<MetricReference> mentioned)
    {
        var calls = roots.SelectMany(r => r.DescendantNodes().OfType<InvocationExpressionSyntax>()).Where(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: "Metric" or "Funnel" or "Cohort" }).ToList();
        var families = calls.Where(c => c.Expression is IdentifierNameSyntax { Identifier.ValueText: not "Metric" }).Select(Id).ToList();
        var declared = roots.SelectMany(Declared).ToHashSet(StringComparer.Ordinal);
        return calls.Exists(c => c.ArgumentList.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax) ? []
            : mentioned.Where(m => !declared.Contains(m.Name) && !families.OfType<string>().Any(f => m.Name.StartsWith(f, StringComparison.Ordinal)) && Nearest.To(m.Name, declared) is not null)
                .Select(m => MetricMentions.Unknown(m, [.. declared]));
    }

    private static string? Id(InvocationExpressionSyntax call) =>
        call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } id ? id.Token.ValueText : null;

    /// <summary>Names in <c>metrics.name</c>.</summary>
    public static IEnumerable<MetricReference> Mentioned(SyntaxNode root) =>
        from access in root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Expression is IdentifierNameSyntax { Identifier.ValueText: "metrics" }
        select new MetricReference(access.Name.Identifier.ValueText, Places.Of(access.Name));
}

/// <summary>Places of syntax.</summary>
internal static class Places
{
    /// <summary>Where the node begins.</summary>
    public static Place Of(SyntaxNodeOrToken node) => Of(node.GetLocation() ?? Location.None);

    /// <summary>Where the location begins; the bare path when it has none.</summary>
    public static Place Of(Location location)
    {
        var start = location.GetLineSpan();
        return new Place(start.Path, start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1);
    }
}
