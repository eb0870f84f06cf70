using Merit.Samples.Tests.Running;
using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>Every page of the guide, as `run` renders it, in a real browser: on a laptop, on a phone and on paper, light and dark, in both languages.</summary>
public sealed class ReportPageTests(Chromium chromium, ReportPageTests.Guides guides) : IClassFixture<ReportPageTests.Guides>
{
    // What is left of A4 between the margins of report.css.
    private const int Paper = 688;

    public static TheoryData<string, int, string> Pages { get; } = new(
        from locale in new[] { "en", "zh-CN" }
        from width in new[] { 1280, 375 }
        from page in new[] { "index", "overview", "channels", "lead-gen", "revenue", "brand", "monthly", "retention" }
        select (locale, width, page));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_quiet_and_usable(string locale, int width, string page)
    {
        await using var screen = await chromium.Screen(width, 900);
        var open = await OpenPage.Open(screen, guides.File(locale, page));

        await open.Look(ColorScheme.Light);
        await open.Audit(Rules(locale, width));
        await open.Look(ColorScheme.Dark);
        if (width > Paper)
        {
            await open.Audit("color-contrast");
            await open.Look(ColorScheme.Light, Paper);
        }

        Assert.Empty(open.Problems);
    }

    // A page is built alike in both languages and on all screens: what differs is whether the language is named, and what a thumb can reach.
    private static string[] Rules(string locale, int width) => (locale, width) switch
    {
        (_, < Paper) => ["scrollable-region-focusable", "target-size", "meta-viewport"],
        ("en", _) => [],
        _ => ["html-has-lang", "html-lang-valid", "document-title"],
    };

    // A window made narrower, or a phone that is turned.
    [Fact]
    public async Task Charts_follow_their_page_when_it_becomes_narrower()
    {
        await using var screen = await chromium.Screen(1280, 900);
        var open = await OpenPage.Open(screen, guides.File("en", "brand"));

        await open.Look(ColorScheme.Light);
        await open.Resize(375);
        await open.Look(ColorScheme.Light);

        Assert.Empty(open.Problems);
    }

    /// <summary>The guide in both languages, rendered once where there is a browser to look at it.</summary>
    public sealed class Guides : IDisposable
    {
        private readonly Dictionary<string, TemporaryWorkspace> workspaces = new(StringComparer.Ordinal);

        public Guides()
        {
            if (Chromium.Executable is null)
            {
                return;
            }

            foreach (var locale in new[] { "en", "zh-CN" })
            {
                var workspace = TemporaryWorkspace.Of("guide");
                workspaces.Add(locale, workspace);
                var settings = System.IO.File.ReadAllText(workspace.PathOf("merit.yaml"));
                workspace.Write("merit.yaml", settings.Replace("locale: en ", $"locale: {locale} ", StringComparison.Ordinal) + "  - { template: monthly, period: 2025-Q3 }\n  - { template: retention, period: 2025 }\n");
            }

            Parallel.ForEach(workspaces.Values, workspace => MeritProcess.Run(workspace.Folder, "run").Fine());
        }

        internal string File(string locale, string page) => workspaces.TryGetValue(locale, out var workspace) ? workspace.PathOf($"out/{page}.html") : "";

        public void Dispose()
        {
            foreach (var workspace in workspaces.Values)
            {
                workspace.Dispose();
            }
        }
    }
}
