using System.Globalization;
using Merit.Diagnostics.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Passes the compiler's errors on with a next step: the nearest name where one is misspelled, the way to write it where a habit misled.</summary>
internal sealed class CompilerMessages(SemanticModel model)
{
    private readonly ExpressionAdvice _expressions = new(model);
    private readonly NameAdvice _names = new(model);

    public Finding Explain(Diagnostic error)
    {
        var node = model.SyntaxTree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        return ScriptRules.CompilerError.At(Places.Of(error.Location), error.Id, Text(error, node), NextStep(error, node)) with
        {
            Missing = error.Id is "CS0103" or "CS0246" && node is SimpleNameSyntax name ? name.Identifier.ValueText : null,
        };
    }

    private string Text(Diagnostic error, SyntaxNode node) =>
        error.Id is "CS1061" && node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name && _expressions.IsTable(access.Expression)
            ? $"The table '{access.Expression}' has no column '{name.Identifier.ValueText}'."
            : PlainWords.Of(error.GetMessage(CultureInfo.InvariantCulture));

    private string NextStep(Diagnostic error, SyntaxNode node) => error.Id switch
    {
        "CS1061" or "CS0117" or "CS0411" when node is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Name == name => _names.OfMember(access, name.Identifier.ValueText),
        "CS0103" or "CS0246" when node is SimpleNameSyntax name => _names.OfName(name),
        "CS0411" when node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { Expression: IdentifierNameSyntax { Identifier.ValueText: "Rows" } } =>
            "Rows(…) takes columns; what is made of them comes after it: Model(\"name\", Rows(leads.contact_id, leads.score), rows => rows.Select(r => new Point(r.Item1, r.Item2))).",
        "CS1739" or "CS1501" or "CS7036" when node.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call => _names.OfParameter(call, error.Id is "CS1739" ? node.GetFirstToken().ValueText : ""),
        "CS0019" or "CS0034" or "CS9340" => _expressions.OfOperands(node),
        "CS1503" or "CS1929" => _expressions.OfArgument(node),
        "CS0200" or "CS0131" or "CS1656" or "CS0118" when node.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().Any() => "Compare with '=='; a single '=' sets something.",
        "CS1955" => "Write it without brackets.",
        "CS0119" or "CS0428" => "Call it, with what it needs in brackets.",
        "CS0029" or "CS0266" => "Change one side so that both have the same type.",
        "CS8803" => "Put records, enums and delegates at the end of the file, after the last statement.",
        "CS1010" => "Close the quote on the same line.",
        "CS1011" or "CS1012" => "Texts stand in double quotes: \"text\".",
        "CS1002" => "End the definition with ';'.",
        "CS1026" or "CS1513" => "Close the bracket.",
        "CS1003" => SyntaxAdvice.At(model.SyntaxTree.GetRoot(), error.Location.SourceSpan.Start),
        _ => "Correct the script at this place.",
    };
}
