using System.Text.RegularExpressions;
using Merit.Samples.Tests.Library;
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

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();
}
