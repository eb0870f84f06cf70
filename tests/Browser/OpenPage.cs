using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>A page in the browser, and everything that was wrong with it so far.</summary>
internal sealed class OpenPage
{
    private static readonly string Checks = Embedded("page-checks.js");
    private static readonly string Axe = Embedded("axe.js");

    // A page is made as large as it is for its picture; two at once get into one another's.
    private static readonly SemaphoreSlim OnePicture = new(1);

    private readonly IPage page;
    private readonly List<string> problems = [];

    private OpenPage(IPage page) => this.page = page;

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Opens a file and waits until it is drawn.</summary>
    public static Task<OpenPage> Open(IBrowserContext screen, string file) => Open(screen, new Uri(file));

    /// <summary>Opens a file, which may ask for nothing else, or a page of a site, which may ask for what is of the site.</summary>
    /// <param name="screen">Where to open it.</param>
    /// <param name="address">Its address.</param>
    /// <param name="fails">Whether the site is to answer that there is no such page: the browser then says so in its console.</param>
    public static async Task<OpenPage> Open(IBrowserContext screen, Uri address, bool fails = false)
    {
        var open = new OpenPage(await screen.NewPageAsync());
        open.page.Console += (_, message) => open.Tell(message.Type is "error" or "warning" && !(fails && message.Text.Contains("the server responded with a status of", StringComparison.Ordinal)), $"the console has a {message.Type}: {message.Text}");
        open.page.PageError += (_, error) => open.Tell(true, $"a script failed: {error}");
        open.page.Request += (_, request) => open.Tell(!Belongs(new Uri(request.Url), address), $"the page asks for {request.Url}");
        await open.page.GotoAsync(address.AbsoluteUri, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return open;
    }

    /// <summary>The page itself, for what a reader does with it.</summary>
    public IPage Page => page;

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
              const asked = rules.length ? { runOnly: { type: 'rule', values: rules } } : {};
              const found = await axe.run(document, { ...asked, resultTypes: ['violations'], preload: false, iframes: false });
              return found.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + n.failureSummary).join('; ')}`);
            }
            """,
            rules);
        problems.AddRange(found);
        return this;
    }

    /// <summary>
    /// Goes through the page by the Tab key alone: everything that can be used must be come by, in the order of the page, and must be seen to have the focus.
    /// </summary>
    public async Task<OpenPage> Walk()
    {
        var controls = await page.EvaluateAsync<string[]>(
            """
            () => {
              window.controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter((e) => e.checkVisibility());
              document.activeElement.blur();
              return window.controls.map((e) => `${e.tagName.toLowerCase()} “${(e.getAttribute('aria-label') || e.name || e.textContent).trim().slice(0, 40)}”`);
            }
            """);
        for (var next = 0; next < controls.Length; next++)
        {
            await page.Keyboard.PressAsync("Tab");
            var found = await page.EvaluateAsync<string>(
                """
                async (next) => {
                  // Where it has to be scrolled to, the page glides there.
                  const frame = () => new Promise((done) => requestAnimationFrame(done));
                  await frame();
                  for (let at = -1, still = 0; still < 3; still = scrollY === at ? still + 1 : 0, at = scrollY) { await frame(); }
                  const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
                  if (window.controls.indexOf(e) !== next) { return 'is not reached'; }
                  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) { return 'does not show that it has the focus'; }
                  return box.right < 0 || box.left > innerWidth || box.bottom < 0 || box.top > innerHeight ? 'has the focus where nobody sees it' : '';
                }
                """,
                next);
            if (found.Length > 0)
            {
                problems.Add($"by keyboard {controls[next]} {found}");
                break;
            }
        }

        return this;
    }

    /// <summary>Keeps a picture of the whole page, for people to look at: <c>artifacts/pages/</c> in the repository, which is not part of it.</summary>
    public async Task<OpenPage> Keep(string name)
    {
        await OnePicture.WaitAsync();
        try
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.PathTo("artifacts", "pages", name), FullPage = true, Type = ScreenshotType.Jpeg, Quality = 70 });
        }
        finally
        {
            OnePicture.Release();
        }

        return this;
    }

    public async Task Resize(int width) => await page.SetViewportSizeAsync(width, 900);

    public void Expect(bool sound, string otherwise) => Tell(!sound, otherwise);

    private static bool Belongs(Uri asked, Uri page) =>
        asked.Scheme is "data" || (page.IsFile ? asked == page : string.Equals(asked.Authority, page.Authority, StringComparison.Ordinal));

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
