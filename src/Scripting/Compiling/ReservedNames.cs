using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;
using Microsoft.CodeAnalysis.CSharp;

namespace Merit.Scripting.Compiling;

/// <summary>Finds tables of the workspace that scripts could not tell from a word of the language.</summary>
internal static class ReservedNames
{
    public static IEnumerable<Diagnostic> Check(WarehouseSchema schema) =>
        from table in schema.Tables
        where Canonical.Find(table.Name) is null
        let reason = Reason(table.Name)
        where reason is not null
        select ScriptRules.ReservedTable.Here(table.Name, reason);

    private static string? Reason(string name) => name switch
    {
        _ when SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None => "is a keyword of C#",
        "metrics" or "parameters" or "dimensions" or "segments" => $"stands for all {name}",
        _ when Platform.Words.Contains(name) => "is a word of the metric language",
        _ => null,
    };
}
