using System.Globalization;
using System.Text;
using Merit.Scripting.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Scripting.Compiling;

/// <summary>
/// Puts a check at the start of every turn of a loop and of every function, and the line before every statement that calls what no check reaches. No line is added, so
/// that lines stay true.
/// </summary>
internal sealed class Instrumentation(SemanticModel model)
{
    private const string Guard = "global::Merit.Scripting.Running.LoopGuard.";
    private const string Check = Guard + "Check();";

    private readonly List<(int Position, int Removed, string Text)> edits = [];

    /// <summary>The script's text with checks, or null where it has no loop and no function.</summary>
    public string? Text()
    {
        var root = model.SyntaxTree.GetRoot();
        foreach (var node in root.DescendantNodes())
        {
            Visit(node);
        }

        return edits.Count == 0 ? null : Apply(root.ToFullString());
    }

    private void Visit(SyntaxNode node)
    {
        if (node is StatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } and not LocalFunctionStatementSyntax && At(node) is { Length: > 0 } line)
        {
            Insert(node.SpanStart, line);
        }

        switch (node)
        {
            case WhileStatementSyntax loop: Turn(loop.Statement); break;
            case DoStatementSyntax loop: Turn(loop.Statement); break;
            case ForStatementSyntax loop: Turn(loop.Statement); break;
            case CommonForEachStatementSyntax loop: Turn(loop.Statement); break;
            case AnonymousFunctionExpressionSyntax { Block: { } block }: Turn(block); break;
            case AnonymousFunctionExpressionSyntax { ExpressionBody: { } body } function: Answer(body, model.GetSymbolInfo(function).Symbol as IMethodSymbol); break;
            case LocalFunctionStatementSyntax { Body: { } block }: Turn(block); break;
            case LocalFunctionStatementSyntax { ExpressionBody: { } arrow } function: Arrow(arrow, function.SemicolonToken, model.GetDeclaredSymbol(function) as IMethodSymbol); break;
            case MethodDeclarationSyntax { Body: { } block }: Turn(block); break;
            case MethodDeclarationSyntax { ExpressionBody: { } arrow } function: Arrow(arrow, function.SemicolonToken, model.GetDeclaredSymbol(function)); break;
        }
    }

    private string At(SyntaxNode node) => CallsOut(node) ? string.Create(CultureInfo.InvariantCulture, $"{Guard}At({Places.Of(node).Line});") : "";

    // The language and the tables come to an end; LINQ and the rest of the library need not. What stands in a block or a function inside says its own line.
    private bool CallsOut(SyntaxNode node) =>
        node.DescendantNodesAndSelf(n => n == node || n is not (BlockSyntax or AnonymousFunctionExpressionSyntax))
            .Any(n => n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && model.GetSymbolInfo(n).Symbol is { } called && IsOutside(called.ContainingAssembly?.Name ?? ""));

    private bool IsOutside(string assembly) => !Owned.Assembly(assembly) && assembly != TableTypes.AssemblyName && assembly != model.Compilation.AssemblyName;

    private void Turn(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Check);
            return;
        }

        Insert(body.SpanStart, "{" + Check);
        Insert(body.Span.End, "}");
    }

    // x => value becomes x => { check; return value; }
    private void Answer(ExpressionSyntax body, IMethodSymbol? function)
    {
        Insert(body.SpanStart, "{" + Check + At(body) + Return(body, function));
        Insert(body.Span.End, ";}");
    }

    // int F() => value; becomes int F() { check; return value; }
    private void Arrow(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon, IMethodSymbol? function)
    {
        edits.Add((arrow.ArrowToken.SpanStart, arrow.ArrowToken.Span.Length, "{" + Check));

        // Where the value begins, which may be a line below.
        Insert(arrow.Expression.SpanStart, At(arrow.Expression) + Return(arrow.Expression, function));
        Insert(semicolon.Span.End, "}");
    }

    private static string Return(ExpressionSyntax body, IMethodSymbol? function) =>
        function?.ReturnsVoid == true || body is ThrowExpressionSyntax ? " " : " return ";

    private void Insert(int position, string text) => edits.Add((position, 0, text));

    private string Apply(string text)
    {
        var result = new StringBuilder(text.Length + (edits.Count * Check.Length));
        var done = 0;
        // A stable sort: at one position the outer node, visited first, opens first; closing texts at one position are alike.
        foreach (var (position, removed, inserted) in edits.OrderBy(e => e.Position))
        {
            result.Append(text, done, position - done).Append(inserted);
            done = position + removed;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
