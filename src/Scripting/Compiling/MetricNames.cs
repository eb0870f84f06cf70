using Merit.Diagnostics;
using Merit.Metrics.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Scripting.Compiling;

/// <summary>Finds the metric ids that scripts declare with a literal, and those they mention.</summary>
internal static class MetricNames
{
    private static readonly string[] Words = ["Metric", "Scorecard", "Parameter", "Dimension", "Segment", "Model"];
    private static readonly string[] Families = ["Funnel", "Cohort"];

    /// <summary>Ids in <c>Metric("id", …)</c>.</summary>
    public static IEnumerable<string> Metrics(SyntaxNode root) => Calls(root, "Metric").Select(Id).OfType<string>();

    /// <summary>Everything that is declared by a literal name.</summary>
    public static DeclaredNames Declared(IReadOnlyList<SyntaxNode> roots)
    {
        List<string?> ids = [.. roots.SelectMany(r => Calls(r, Words)).Select(Id)];
        List<string?> families = [.. roots.SelectMany(r => Calls(r, Families)).Select(Id)];
        return new DeclaredNames([.. ids.OfType<string>()], [.. families.OfType<string>()], ids.Contains(null) || families.Contains(null));
    }

    private static IEnumerable<InvocationExpressionSyntax> Calls(SyntaxNode root, params string[] words) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => c.Expression is SimpleNameSyntax name && words.Contains(name.Identifier.ValueText, StringComparer.Ordinal));

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
