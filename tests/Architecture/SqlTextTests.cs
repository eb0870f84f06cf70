using System.Text.RegularExpressions;
using Merit.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Architecture.Tests;

/// <summary>Every number shown anywhere is a planner result: SQL text lives in the warehouse, in attribution and in the planner's one writer.</summary>
public sealed partial class SqlTextTests
{
    private static readonly string[] Allowed = ["src/Host/Warehouse/", "src/Host/Attribution/", "src/Metrics/Planning/Sql/"];

    [Fact]
    public void Sql_text_stands_only_where_it_may()
    {
        var places = SourceFiles()
            .Where(file => !Allowed.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)))
            .SelectMany(file => SqlTexts(File.ReadAllText(Repository.PathTo(file))).Select(text => $"{file}: {text}"));

        Assert.Empty(places);
    }

    [Theory]
    [InlineData("var q = \"SELECT sum(amount) FROM spend\";")]
    [InlineData("var q = $\"select {x} from leads\";")]
    [InlineData("var q = \"\"\"\n  insert into scores values (1)\n  \"\"\";")]
    public void Sql_text_is_recognised(string code) => Assert.NotEmpty(SqlTexts(code));

    [Theory]
    [InlineData("var q = \"Select a campaign, then read on.\";")]
    [InlineData("// select 1 from leads")]
    public void Prose_is_not(string code) => Assert.Empty(SqlTexts(code));

    private static IEnumerable<string> SourceFiles() =>
        Directory.GetFiles(Repository.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> SqlTexts(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes()
            .Select(node => node switch
            {
                LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
                InterpolatedStringExpressionSyntax text => text.Contents.ToString(),
                _ => "",
            })
            .Where(text => Statement().IsMatch(text));

    [GeneratedRegex(@"\b(select\b[\s\S]*\bfrom\s+[\w""{]|insert\s+into\s|create\s+(or\s+replace\s+)?(table|view)\s|delete\s+from\s|update\s+\w+\s+set\s|copy\s+\w+\s+(to|from)\s)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Statement();
}
