using System.CommandLine.Parsing;
using Merit.Diagnostics;
using Merit.Host.Commands;
using Merit.Host.Pipeline;
using Merit.Host.Testing;
using Merit.Host.Workspaces;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Docs;

/// <summary>Every diagnostic of the language has an example (docs/diagnostics.md, <c>merit docs</c>): what is wrong gives it, what is right gives none.</summary>
public sealed class DiagnosticExamplesTests(DiagnosticExamplesTests.Loaded loaded) : IClassFixture<DiagnosticExamplesTests.Loaded>
{
    // Nothing an author writes gives these by itself: they need a file without rights, a table of odd names, a program, or data.
    private static readonly string[] WordsAlone =
        ["MRT2023", "MRT2030", "MRT2031", "MRT2032", "MRT2211", "MRT2309", "MRT2310", "MRT2312", "MRT2313"];

    public static TheoryData<string> OfTheLanguage() => new(Catalog.All.Select(r => r.Code).Where(c => c.StartsWith("MRT2", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(OfTheLanguage))]
    public async Task A_wrong_example_gives_it_and_a_right_one_nothing(string code)
    {
        var example = Example.Of(code);
        Assert.True(example is { Why.Length: > 20 }, $"src/Diagnostics/Examples/{code}.md is missing.");
        Assert.Equal(WordsAlone.Contains(code), example.Wrong.Length == 0);
        if (example.Wrong.Length > 0)
        {
            Assert.Contains(code, await loaded.Try(example.Language, example.Wrong));
            Assert.Equal([], await loaded.Try(example.Language, example.Right));
        }
    }

    /// <summary>The guide's workspace, loaded once, in which examples are tried.</summary>
    public sealed class Loaded : IDisposable
    {
        private readonly TemporaryWorkspace _workspace = TemporaryWorkspace.Of("guide");
        private readonly Stages _stages = new(AppContext.BaseDirectory, TimeProvider.System);

        public Loaded() => MeritProcess.Run(_workspace.Folder, "load").Fine();

        public void Dispose() => _workspace.Dispose();

        internal Task<IReadOnlyList<string>> Try(string language, string text) => language switch
        {
            "csharp" => Task.FromResult(Script(text)),
            "sh" => Command(text),
            _ => throw new ArgumentException(language, nameof(language)),
        };

        // What 'check' and 'test' say of a workspace whose only script this is.
        private IReadOnlyList<string> Script(string text)
        {
            var file = _workspace.PathOf("metrics/example.csx");
            _workspace.Write("metrics/example.csx", text);
            try
            {
                var (catalog, _) = _stages.Plugins(_workspace.Folder);
                var workspace = WorkspaceLoader.Load(_workspace.Folder, catalog, new Dictionary<string, string>());
                var found = _stages.Check(workspace, catalog).Select(d => d.Code).ToList();
                if (found.Count == 0 || found.TrueForAll(c => c is "MRT2306"))
                {
                    var results = _stages.Test(workspace, catalog, new TestSelection([], BuiltIn: false), CancellationToken.None);
                    found.AddRange(results.SelectMany(r => r.Differences).Select(d => d.Mistake?.Code ?? "MRT2301"));
                }

                // That an example brings no test is no mistake, unless that is what it is about.
                return text.Contains("Test(", StringComparison.Ordinal) || !text.Contains("Metric(\"n\"", StringComparison.Ordinal) ? [.. found.Where(c => c is not "MRT2306")] : found;
            }
            finally
            {
                File.Delete(file);
            }
        }

        private async Task<IReadOnlyList<string>> Command(string text)
        {
            var said = new StringWriter();
            using var data = new StringWriter();
            await CommandLine.RunAsync([.. CommandLineParser.SplitCommandLine(text).Skip(1)], new Surroundings
            {
                Output = new Terminal(data, said, interactive: false, colour: false),
                Environment = new Dictionary<string, string>(StringComparer.Ordinal),
                CurrentDirectory = _workspace.Folder,
                BaseDirectory = AppContext.BaseDirectory,
                Clock = TimeProvider.System,
                Stages = _stages,
            }, CancellationToken.None);
            return [.. said.ToString().Split('\n').SelectMany(l => l.Split(' ', ':')).Where(w => w.StartsWith("MRT", StringComparison.Ordinal))];
        }
    }
}
