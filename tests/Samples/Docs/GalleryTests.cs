using System.Text.RegularExpressions;
using Merit.Samples.Tests.Reports;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Docs;

/// <summary>docs/gallery shows every built-in report as Merit renders it over the demo.</summary>
public sealed partial class GalleryTests(GalleryTests.Demo demo) : IClassFixture<GalleryTests.Demo>
{
    public static TheoryData<string> Reports { get; } = new(RenderedLibrary.Names);

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_looks_as_the_gallery_shows_it(string report) =>
        Baseline.Same(Changing().Replace(demo.Markdown(report), "${what}…"), "docs", "gallery", $"{report}.md");

    [Fact]
    public void The_list_names_every_report_and_no_other()
    {
        var list = File.ReadAllText(Repository.PathTo("docs", "gallery.md"));

        Assert.Equal(RenderedLibrary.Names, Linked().Matches(list).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    // What changes with every definition and version says nothing about the report.
    [GeneratedRegex(@"^(?<what>- \*\*(Definitions|Made by)\*\*: ).*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Changing();

    [GeneratedRegex(@"\(gallery/(?<name>[a-z-]+)\.md\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Linked();

    /// <summary>The demo, rendered once.</summary>
    public sealed class Demo : IDisposable
    {
        private static readonly Dictionary<string, string> Periods = new(StringComparer.Ordinal) { ["monthly"] = "2025-11", ["quarterly"] = "2025-Q4" };

        private readonly TemporaryWorkspace _workspace = new();

        public Demo()
        {
            var folder = _workspace.PathOf("demo");
            MeritProcess.Run(_workspace.Folder, "init", "--sample", "demo", "demo").Fine();
            var settings = File.ReadAllText(_workspace.PathOf("demo/merit.yaml"));
            var reports = string.Concat(RenderedLibrary.Names.Select(n => $"  - {{ template: {n}, period: {Periods.GetValueOrDefault(n, "2025")}, formats: [md] }}\n"));
            _workspace.Write("demo/merit.yaml", settings[..settings.IndexOf("\nreports:", StringComparison.Ordinal)] + "\nreports:\n" + reports);
            // It holds faults on purpose, which are told.
            Assert.Equal(1, MeritProcess.Run(folder, "run").ExitCode);
        }

        internal string Markdown(string report) => File.ReadAllText(_workspace.PathOf($"demo/out/{report}.md"));

        public void Dispose() => _workspace.Dispose();
    }
}
