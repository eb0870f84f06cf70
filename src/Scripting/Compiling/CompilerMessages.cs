using System.Globalization;
using Merit.Diagnostics.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Passes the compiler's errors on with a next step: the nearest name where one is misspelled.</summary>
internal sealed class CompilerMessages(SemanticModel model)
{
    public Finding Explain(Diagnostic error) =>
        ScriptRules.CompilerError.At(Places.Of(error.Location), error.Id, Text(error), NextStep(error));

    // The advice in brackets is for programs that choose their own references.
    private static string Text(Diagnostic error)
    {
        var text = error.GetMessage(CultureInfo.InvariantCulture);
        var advice = text.IndexOf(" (are you missing", StringComparison.Ordinal);
        return (advice < 0 ? text : text[..advice]).TrimEnd('.') + ".";
    }

    private string NextStep(Diagnostic error)
    {
        var node = model.SyntaxTree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        return error.Id switch
        {
            "CS1061" or "CS0117" when node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name =>
                Suggest(name.Identifier.ValueText, Members(access.Expression), Declared(access) ?? "It has: {0}."),
            "CS0103" or "CS0246" when node is SimpleNameSyntax name =>
                Suggest(name.Identifier.ValueText, Visible(name), "Use a table, a metric (metrics.name) or a function of the language."),
            "CS1739" when node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call =>
                Suggest(node.GetFirstToken().ValueText, Parameters(call), "It takes: {0}."),
            "CS0019" or "CS0034" => "Compare and compute with values of the column's own type.",
            "CS1503" or "CS1929" => "Give a value or column of the type that is asked for; texts and flags cannot be summed or averaged.",
            "CS0029" or "CS0266" => "Change one side so that both have the same type.",
            "CS8803" => "Put records, enums and delegates at the end of the file, after the last statement.",
            "CS1002" => "End the definition with ';'.",
            "CS1026" or "CS1513" => "Close the bracket.",
            _ => "Correct the script at this place.",
        };
    }

    // Of parameters, dimensions and segments there is what scripts declare.
    private static string? Declared(MemberAccessExpressionSyntax access) =>
        access.Expression is IdentifierNameSyntax { Identifier.ValueText: "parameters" or "dimensions" or "segments" } all
            ? $"Declare it with {char.ToUpperInvariant(all.Identifier.ValueText[0])}{all.Identifier.ValueText[1..^1]}(\"{access.Name.Identifier.ValueText}\", …) in a script under metrics/."
            : null;

    private static string Suggest(string name, IReadOnlyList<string> candidates, string otherwise) =>
        Merit.Diagnostics.Nearest.To(name, candidates) is { } nearest
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

    private string[] Visible(SyntaxNode at) => Names(model.LookupSymbols(at.SpanStart).Where(s => s is not INamespaceSymbol));

    private static string[] Names(IEnumerable<ISymbol> symbols) =>
        [.. symbols.Where(s => s.CanBeReferencedByName).Select(s => s.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
