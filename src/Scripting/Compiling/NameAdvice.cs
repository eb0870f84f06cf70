using System.Globalization;
using Merit.Diagnostics;
using Merit.Metrics.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Scripting.Compiling;

/// <summary>What to write instead of a name that nothing has.</summary>
internal sealed class NameAdvice(SemanticModel model)
{
    private const int MostTables = 3;

    /// <summary>After a dot.</summary>
    public string OfMember(MemberAccessExpressionSyntax access, string name)
    {
        var type = model.GetTypeInfo(access.Expression).Type;
        return OfDeclaration(type, name) ?? OfAggregate(type, name) ?? Suggest(name, Members(access.Expression), Declared(access) ?? "It has: {0}.");
    }

    /// <summary>By itself.</summary>
    public string OfName(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        var visible = model.LookupSymbols(name.SpanStart).Where(s => s is not INamespaceSymbol).ToList();
        if (visible.OfType<INamedTypeSymbol>().FirstOrDefault(s => s.Name is "metrics")?.GetMembers(text).Length > 0)
        {
            return $"A metric is named metrics.{text}.";
        }

        var tables = visible.Where(s => Type(s) is { } type && IsTable(type) && Has(type, text)).Select(s => s.Name).Order(StringComparer.Ordinal).ToList();
        return tables.Count > 0 ? $"A column is named with its table: {string.Join(", ", tables.Take(MostTables).Select(t => $"{t}.{text}"))}{(tables.Count > MostTables ? ", …" : "")}; a dimension, where one is asked for, stands in quotes."
            : SyntaxAdvice.Of(name.Identifier) is { } word && word.StartsWith("Write ", StringComparison.Ordinal) ? word
            : Suggest(text, Names(visible), "Use a table, a metric (metrics.name) or a function of the language.");
    }

    /// <summary>An argument too many, too few, or of a name that is none.</summary>
    public string OfParameter(InvocationExpressionSyntax call, string name) => name.Length > 0 ? Suggest(name, Parameters(call), "It takes: {0}.") : $"It takes: {string.Join(", ", Parameters(call))}.";

    // What belongs to the aggregate was written after the declaration.
    private static string? OfDeclaration(ITypeSymbol? type, string name) =>
        type?.Name is nameof(MetricBuilder) && typeof(Aggregate).GetMethods().Any(m => m.Name == name) && typeof(MetricBuilder).GetMethods().All(m => m.Name != name)
            ? $"'.{name}' belongs to the aggregate: put it inside the brackets of Metric(…)." : null;

    // What belongs to the declaration was written inside of it.
    private static string? OfAggregate(ITypeSymbol? type, string name) =>
        type is { Name: not nameof(MetricBuilder) } && IsMeasure(type) && typeof(MetricBuilder).GetMethods().Any(m => m.Name == name)
            ? $"'.{name}' belongs to the metric: close the brackets of Metric(…) before it." : null;

    private static bool Has(ITypeSymbol? type, string name) => type is not null && (type.GetMembers(name).Length > 0 || Has(type.BaseType, name));

    private static bool IsMeasure(ITypeSymbol? type) => type is not null && (type.Name is nameof(Measure) || IsMeasure(type.BaseType));

    private static bool IsTable(ITypeSymbol? type) => type is not null && (type.Name is nameof(Table) || IsTable(type.BaseType));

    private static ITypeSymbol? Type(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    // Of parameters, dimensions and segments there is what scripts declare.
    private static string? Declared(MemberAccessExpressionSyntax access) =>
        access.Expression is IdentifierNameSyntax { Identifier.ValueText: "parameters" or "dimensions" or "segments" } all
            ? $"Declare it with {char.ToUpperInvariant(all.Identifier.ValueText[0])}{all.Identifier.ValueText[1..^1]}(\"{access.Name.Identifier.ValueText}\", …) in a script under metrics/."
            : null;

    private static string Suggest(string name, IReadOnlyList<string> candidates, string otherwise) =>
        Nearest.To(name, candidates) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : string.Format(CultureInfo.InvariantCulture, otherwise, string.Join(", ", candidates));

    private string[] Members(ExpressionSyntax owner)
    {
        var info = model.GetSymbolInfo(owner);
        var type = info.Symbol as INamedTypeSymbol ?? model.GetTypeInfo(owner).Type;
        return type is null ? [] : Names(model.LookupSymbols(owner.SpanStart, type, includeReducedExtensionMethods: true).Where(s => s.ContainingType?.SpecialType != SpecialType.System_Object));
    }

    private string[] Parameters(InvocationExpressionSyntax call) =>
        [.. model.GetMemberGroup(call.Expression).OfType<IMethodSymbol>().SelectMany(m => m.Parameters).Select(p => p.Name).Where(n => !RowMethods.IsHidden(n)).Distinct(StringComparer.Ordinal)];

    private static string[] Names(IEnumerable<ISymbol> symbols) =>
        [.. symbols.Where(s => s.CanBeReferencedByName).Select(s => s.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
