using Merit.Diagnostics;

namespace Merit.Samples.Tests.Docs;

/// <summary>Every diagnostic that authors of scripts, templates and merit.yaml meet has an example (docs/diagnostics.md, <c>merit docs</c>): what is wrong gives it and nothing else, what is right gives none.</summary>
public abstract class DiagnosticExamplesTests(ExampleTrial trial)
{
    // merit.yaml, sources, credit, scripts, scores, templates.
    private static readonly string[] Authors = ["MRT10", "MRT12", "MRT14", "MRT2", "MRT30", "MRT40"];

    // No text gives these by itself: they need a file without rights, a plugin at fault, a table of odd names, or data.
    private static readonly string[] WordsAlone =
    [
        "MRT1029", "MRT1209", "MRT1211", "MRT1212", "MRT1215", "MRT1216", "MRT1217", "MRT1218", "MRT1219", "MRT1220", "MRT1221", "MRT1222", "MRT1223", "MRT1230", "MRT1231", "MRT1232", "MRT1240", "MRT1241", "MRT1242", "MRT1243", "MRT1244", "MRT1245", "MRT1246", "MRT1247", "MRT1248", "MRT1249", "MRT1401", "MRT1403", "MRT1404",
        "MRT1405", "MRT1406", "MRT1410", "MRT1411", "MRT1412", "MRT1413", "MRT1414", "MRT1415", "MRT1416", "MRT1417", "MRT1419", "MRT1420", "MRT1421", "MRT1422", "MRT1430", "MRT1431", "MRT1432", "MRT1433", "MRT1434", "MRT1435", "MRT1436", "MRT1437", "MRT1438", "MRT2023", "MRT2031", "MRT2032",
        "MRT2034", "MRT2040", "MRT2041", "MRT2112", "MRT2211", "MRT2235", "MRT2236", "MRT2267", "MRT2313", "MRT3003", "MRT3062", "MRT3067", "MRT3068", "MRT3069", "MRT4002",
        "MRT4017", "MRT4057", "MRT4058", "MRT4059", "MRT4060", "MRT4061", "MRT4062", "MRT4063", "MRT4065", "MRT4068", "MRT4069", "MRT4070", "MRT4072", "MRT4073", "MRT4075",
    ];

    // What cannot go wrong alone.
    private static readonly Dictionary<string, string[]> Beside = new(StringComparer.Ordinal) { ["MRT1207"] = ["MRT1208", "MRT1214"], ["MRT1214"] = ["MRT1208"] };

    protected static TheoryData<string> OfAuthors(Func<string, bool> part) =>
        new(Catalog.All.Select(r => r.Code).Where(c => Array.Exists(Authors, a => c.StartsWith(a, StringComparison.Ordinal)) || Example.Of(c) is not null).Where(part));

    protected async Task Holds(string code)
    {
        var example = Example.Of(code);
        Assert.True(example is { Why.Length: > 20 }, $"src/Diagnostics/Examples/{code}.md is missing.");
        Assert.Equal(WordsAlone.Contains(code), example.Wrong.Length == 0);
        if (example.Wrong.Length > 0)
        {
            Assert.Equal([code, .. Beside.GetValueOrDefault(code, [])], (await trial.Try(example.Language, example.Wrong)).OrderByDescending(c => string.Equals(c, code, StringComparison.Ordinal)));
            Assert.Equal([], await trial.Try(example.Language, example.Right));
        }
    }
}

/// <summary>The examples about what is loaded and shared out.</summary>
public sealed class LoadingExamplesTests(ExampleTrial trial) : DiagnosticExamplesTests(trial), IClassFixture<ExampleTrial>
{
    public static TheoryData<string> Codes => OfAuthors(c => c.StartsWith("MRT1", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public Task A_wrong_example_gives_it_and_a_right_one_nothing(string code) => Holds(code);
}

/// <summary>The examples about scripts.</summary>
public sealed class ScriptExamplesTests(ExampleTrial trial) : DiagnosticExamplesTests(trial), IClassFixture<ExampleTrial>
{
    public static TheoryData<string> Codes => OfAuthors(c => c.StartsWith("MRT2", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public Task A_wrong_example_gives_it_and_a_right_one_nothing(string code) => Holds(code);
}

/// <summary>The examples about all that comes after.</summary>
public sealed class FurtherExamplesTests(ExampleTrial trial) : DiagnosticExamplesTests(trial), IClassFixture<ExampleTrial>
{
    public static TheoryData<string> Codes => OfAuthors(c => c[3] is not ('1' or '2'));

    [Theory]
    [MemberData(nameof(Codes))]
    public Task A_wrong_example_gives_it_and_a_right_one_nothing(string code) => Holds(code);
}
