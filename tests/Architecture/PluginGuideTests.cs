using System.Text.RegularExpressions;
using Merit.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Merit.Architecture.Tests;

/// <summary>The code in docs/plugins.md is the code a plugin author will paste: it compiles.</summary>
public sealed partial class PluginGuideTests
{
    [Fact]
    public void Code_in_the_plugin_guide_compiles()
    {
        var blocks = CodeBlock().Matches(File.ReadAllText(Repository.PathTo("docs", "plugins.md")))
            .Select(match => match.Groups["code"].Value).ToArray();
        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Empty(Compile(block)));
    }

    private static IEnumerable<string> Compile(string code)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name ?? "Release";
        var contract = Repository.PathTo("src", "Plugins.Abstractions", "bin", configuration, "net10.0", "Merit.Plugins.Abstractions.dll");
        var framework = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal));
        var compilation = CSharpCompilation.Create(
            "Acme",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText("global using System;")],
            [.. framework.Append(contract).Select(path => MetadataReference.CreateFromFile(path))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());
    }

    [GeneratedRegex(@"^```csharp\r?\n(?<code>[\s\S]*?)^```", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeBlock();
}
