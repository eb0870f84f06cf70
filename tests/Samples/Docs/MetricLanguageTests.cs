using System.Text.RegularExpressions;
using Merit.Samples.Tests.Library;
using Merit.Samples.Tests.Running;
using Merit.Scripting;

namespace Merit.Samples.Tests.Docs;

/// <summary>Every example of docs/metrics.md compiles and declares, beside the standard library.</summary>
public sealed partial class MetricLanguageTests
{
    [Fact]
    public void Every_example_compiles_beside_the_standard_library()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "metrics.md"));
        var examples = Example().Matches(page).Select((m, i) => new Script($"docs/example{i + 1:00}.csx", m.Groups["code"].Value)).ToList();
        Assert.True(examples.Count >= 8, "The page lost its examples.");
        Assert.True(Scripts.Define(Scripts.Library.Concat(examples)).Metrics.Count > Scripts.Library.Count + 20);
    }

    [Fact]
    public void Examples_of_getting_started_compile_and_its_test_passes()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "getting-started.md"));
        using var workspace = TemporaryWorkspace.Of("guide");
        workspace.Write("metrics/page.csx", string.Concat(Example().Matches(page).Select(m => m.Groups["code"].Value)));
        Assert.StartsWith("1 test: 1 passed", MeritProcess.Run(workspace.Folder, "test").Fine().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_of_tests_pass()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "metrics.md"));
        using var workspace = TemporaryWorkspace.Of("guide");
        workspace.Write("metrics/page.csx", Example().Matches(page).Select(m => m.Groups["code"].Value).Single(c => c.Contains("Test(", StringComparison.Ordinal)));
        Assert.StartsWith("1 test: 1 passed", MeritProcess.Run(workspace.Folder, "test").Fine().Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}
