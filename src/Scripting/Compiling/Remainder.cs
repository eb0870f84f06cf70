using Merit.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Scripting.Compiling;

/// <summary>
/// Compiles what remains of a script without the statements that are wrong, so that one mistake does not hide those which only show when the others run. What a
/// statement loses because it speaks of one left out goes too, and is no finding.
/// </summary>
internal static class Remainder
{
    // Each turn leaves out what spoke of what the one before left out; a longer chain is not worth following.
    private const int MostTurns = 8;

    /// <summary>The script as it is, or else all that is wrong with it and what remains.</summary>
    /// <param name="tree">The script.</param>
    /// <param name="compile">Compiles one.</param>
    public static ScriptResult Compile(SyntaxTree tree, Func<SyntaxTree, ScriptResult> compile)
    {
        var whole = compile(tree);
        var rest = whole;
        for (var turn = 0; rest.Findings.Count > 0 && turn < MostTurns; turn++)
        {
            tree = Without(tree, [.. rest.Findings.Select(f => f.At)]);
            rest = compile(tree);
        }

        return new ScriptResult(rest.Findings.Count > 0 ? null : rest.Assembly, whole.Findings);
    }

    /// <summary>The statement or declaration of the script itself that a place lies in; null for a place in none.</summary>
    public static MemberDeclarationSyntax? MemberAt(SyntaxTree tree, Place? at) => at is { Line: > 0 } ? MemberAt(tree, Position(tree, at)) : null;

    /// <summary>The same by position; the end of a script belongs to its last statement.</summary>
    public static MemberDeclarationSyntax? MemberAt(SyntaxTree tree, int position)
    {
        var root = tree.GetRoot();
        var token = root.FindToken(Math.Min(position, Math.Max(0, root.FullSpan.End - 1)));
        token = token.RawKind == (int)SyntaxKind.EndOfFileToken ? token.GetPreviousToken() : token;
        return token.Parent?.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().LastOrDefault();
    }

    private static int Position(SyntaxTree tree, Place at)
    {
        var lines = tree.GetText().Lines;
        var line = lines[Math.Min(at.Line, lines.Count) - 1];
        return Math.Min(line.Start + Math.Max(0, at.Column - 1), line.End);
    }

    // Blank instead of gone: what remains stays at its line.
    private static SyntaxTree Without(SyntaxTree tree, IReadOnlyList<Place?> places)
    {
        var text = tree.GetText().ToString().ToCharArray();
        foreach (var place in places)
        {
            var span = MemberAt(tree, place)?.FullSpan ?? tree.GetRoot().FullSpan;
            for (var i = span.Start; i < span.End; i++)
            {
                text[i] = text[i] is '\r' or '\n' ? text[i] : ' ';
            }
        }

        return SetCompiler.Parse(tree.FilePath, new string(text));
    }
}
