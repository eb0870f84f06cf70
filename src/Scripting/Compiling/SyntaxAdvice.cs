using Microsoft.CodeAnalysis;

namespace Merit.Scripting.Compiling;

/// <summary>What to do where the compiler cannot even read a definition.</summary>
internal static class SyntaxAdvice
{
    /// <summary>What to do at a place that something is missing at.</summary>
    public static string At(SyntaxNode root, int position) => root.FindToken(position) is var token && token.Span.End <= position ? Of(token.GetNextToken()) : Of(token);

    /// <summary>What to do at a token that cannot stand where it stands.</summary>
    public static string Of(SyntaxToken token) => token.ValueText switch
    {
        "and" => "Write '&', with brackets around each comparison: (leads.score >= 80) & leads.won_at.HasValue.",
        "or" => "Write '|', with brackets around each comparison: (leads.score >= 80) | leads.won_at.HasValue.",
        "not" => "Write '!' before the condition.",
        "like" => "Write leads.source.Contains(\"…\") or .StartsWith(\"…\").",
        "in" => "Write leads.source.In(\"…\", \"…\").",
        "between" => "Write leads.score.Between(…, …).",
        _ when token.GetPreviousToken() is var before && before.GetLocation().GetLineSpan().EndLinePosition.Line < token.GetLocation().GetLineSpan().StartLinePosition.Line =>
            "Close the brackets of the line before, and end it with ';'.",
        _ => "A comma, an operator, a quote or a bracket is missing just before this place.",
    };

    /// <summary>The errors without those that only follow from one: where a statement cannot be read, what else is said of it is guesswork.</summary>
    public static IEnumerable<Diagnostic> FirstOnly(IReadOnlyList<Diagnostic> errors, SyntaxTree tree)
    {
        // A statement in the wrong place can be read all the same.
        var unread = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS8803").OrderBy(d => d.Location.SourceSpan.Start)
            .DistinctBy(d => Statement(d, tree).SpanStart).ToList();
        var broken = unread.Select(d => Statement(d, tree).FullSpan).ToList();
        var end = tree.GetRoot().FullSpan.End;
        return errors.Where(e => unread.Contains(e) || !broken.Exists(s => s.Contains(e.Location.SourceSpan.Start) || (s.End == end && e.Location.SourceSpan.Start == end)));
    }

    private static SyntaxNode Statement(Diagnostic error, SyntaxTree tree) => Remainder.MemberAt(tree, error.Location.SourceSpan.Start) ?? tree.GetRoot();
}
