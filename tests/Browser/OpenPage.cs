using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>A page in the browser, and everything that was wrong with it so far.</summary>
internal sealed class OpenPage
{
    private static readonly string Checks = Embedded("page-checks.js");
    private static readonly string Axe = Embedded("axe.js");

    private readonly IPage page;
    private readonly List<string> problems = [];

    private OpenPage(IPage page) => this.page = page;

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Opens a file and waits until it is drawn.</summary>
    public static async Task<OpenPage> Open(IBrowserContext screen, string file)
    {
        var address = new Uri(file).AbsoluteUri;
        var open = new OpenPage(await screen.NewPageAsync());
        open.page.Console += (_, message) => open.Tell(message.Type is "error" or "warning", $"the console has a {message.Type}: {message.Text}");
        open.page.PageError += (_, error) => open.Tell(true, $"a script failed: {error}");
        open.page.Request += (_, request) => open.Tell(!string.Equals(request.Url, address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), $"the page asks for {request.Url}");
        await open.page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return open;
    }

    /// <summary>Turns the page light or dark, or puts it on paper, and looks at it again.</summary>
    public async Task<OpenPage> Look(ColorScheme scheme, int? paperWidth = null)
    {
        if (paperWidth is { } narrower)
        {
            await page.SetViewportSizeAsync(narrower, 1000);
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = paperWidth is null ? Media.Screen : Media.Print, ColorScheme = scheme });
        // What follows a change of size or colours is drawn with the next frame.
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var width = paperWidth ?? page.ViewportSize?.Width ?? 0;
        var found = await page.EvaluateAsync<string[]>(Checks, new { width });
        problems.AddRange(found.Select(f => $"{(paperWidth is null ? scheme.ToString() : "Print")}: {f}"));
        return this;
    }

    /// <summary>Asks axe for what keeps people from using the page; the rules named, or all of them.</summary>
    public async Task<OpenPage> Audit(params string[] rules)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(
            """
            async (rules) => {
              const found = await axe.run(document, rules.length ? { runOnly: { type: 'rule', values: rules } } : {});
              return found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; ')}`);
            }
            """,
            rules);
        problems.AddRange(found);
        return this;
    }

    public async Task Resize(int width) => await page.SetViewportSizeAsync(width, 900);

    private void Tell(bool wrong, string what)
    {
        if (wrong)
        {
            problems.Add(what);
        }
    }

    private static string Embedded(string name)
    {
        using var stream = typeof(OpenPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
