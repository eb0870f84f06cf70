using Merit.Diagnostics.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Refuses constructs of C# that definitions do not need and that would reach around the guard: around its list, its deadline or its stack check.</summary>
internal static class SyntaxGuard
{
    public static IEnumerable<Finding> Check(SyntaxNode root) =>
        Directives(root).Concat(Tokens(root)).Concat(Nodes(root));

    private static IEnumerable<Finding> Directives(SyntaxNode root) =>
        from trivia in root.DescendantTrivia(descendIntoTrivia: false)
        let name = trivia.Kind() switch
        {
            SyntaxKind.ReferenceDirectiveTrivia => "#r",
            SyntaxKind.LoadDirectiveTrivia => "#load",
            SyntaxKind.LineDirectiveTrivia or SyntaxKind.LineSpanDirectiveTrivia => "#line",
            SyntaxKind.IgnoredDirectiveTrivia => "#:",
            SyntaxKind.ShebangDirectiveTrivia => "#!",
            _ => null,
        }
        where name is not null
        select ScriptRules.Directive.At(Places.Of(trivia.GetLocation()), name);

    private static IEnumerable<Finding> Tokens(SyntaxNode root) =>
        from token in root.DescendantTokens()
        where token.Kind() is SyntaxKind.UnsafeKeyword or SyntaxKind.ExternKeyword or SyntaxKind.FixedKeyword or SyntaxKind.StackAllocKeyword
            or SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.LockKeyword or SyntaxKind.GotoKeyword or SyntaxKind.TryKeyword
            or SyntaxKind.ArgListKeyword or SyntaxKind.MakeRefKeyword or SyntaxKind.RefTypeKeyword or SyntaxKind.RefValueKeyword
        select ScriptRules.Construct.At(Places.Of(token), $"'{token.Text}'");

    private static IEnumerable<Finding> Nodes(SyntaxNode root) =>
        from node in root.DescendantNodes()
        let name = node switch
        {
            AttributeListSyntax => "An attribute",
            BaseNamespaceDeclarationSyntax => "A namespace",
            PointerTypeSyntax => "A pointer",
            FunctionPointerTypeSyntax => "A function pointer",
            // A record without a body cannot call itself while it is made.
            RecordDeclarationSyntax { Members.Count: 0 } => null,
            RecordDeclarationSyntax => "A record with a body",
            TypeDeclarationSyntax type => $"A {type.Keyword.Text}",
            PrimaryConstructorBaseTypeSyntax => "A record that calls its base",
            BasePropertyDeclarationSyntax property => property is EventDeclarationSyntax ? "An event" : "A property",
            EventFieldDeclarationSyntax => "An event",
            OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => "An operator",
            _ => null,
        }
        where name is not null
        select ScriptRules.Construct.At(Places.Of(node), name);
}
