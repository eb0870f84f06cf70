using Merit.Samples.Tests.Running;
using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>Every page of <c>merit serve</c> over the guide, in a real browser: on a laptop and on a phone, light and dark, in both languages. Pictures of them are kept.</summary>
public sealed class SitePageTests(Chromium chromium, Served guide) : IClassFixture<Served>
{
    private const int Laptop = 1280;
    private const int Phone = 375;

    // A page is built alike in both languages and on all screens; that its language is named is looked at with everything else. What differs is what a thumb can reach.
    private static readonly string[] ForThumbs = ["scrollable-region-focusable", "target-size", "meta-viewport"];

    // Each page with the name of its picture. Pages of figures, of words, of a mistake.
    private static readonly (string Name, string At)[] All =
    [
        ("overview", "/"), ("campaigns", "/campaigns"), ("campaigns-chosen", "/campaigns?type=lead-gen&status=finished&sort=cpl"), ("campaign", "/campaign?id=webinar"),
        ("channels", "/channels?period=2025&compare=year-ago"), ("explore", "/explore"), ("explore-table", "/explore?metrics=cost,cpl,roi&by=channel&total=true&compare=previous&period=2025-Q2"),
        ("explore-line", "/explore?metrics=new_leads,cost&by=month&as=line"), ("explain", "/explain?metric=cpl&by=channel"), ("reports", "/reports"), ("attribution", "/attribution?model=last&lookback=30"),
        ("compare", "/compare?id=webinar&id=google-ads"), ("contact", "/contact?id=C01005"), ("journey", "/journey?id=order:O0001"), ("alerts", "/alerts"), ("explore-pivot", "/explore?metrics=cost&by=channel,quarter&as=pivot&total=true&period=2025"),
        ("schedules", "/schedules"), ("data", "/data"), ("nothing", "/nothing"), ("wrong", "/explore?metrics=csot"),
    ];

    // Those that differ most in what they show: looked at in every language on every screen. The others are looked at in one language on a laptop, in the other on a phone.
    private static readonly string[] Everywhere = ["campaigns", "explore-table"];

    public static TheoryData<string, int> Screens { get; } = new(
        from locale in new[] { "en", "zh-CN" }
        from width in new[] { Laptop, Phone }
        select (locale, width));

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_page_is_whole_quiet_and_usable(string locale, int width)
    {
        await using var screen = await chromium.Screen(width, 900, offline: false);
        var problems = await Task.WhenAll(All.Where(page => Dark(locale, width) || Everywhere.Contains(page.Name, StringComparer.Ordinal)).Select(async page => (await Look(screen, page, locale, width)).Select(problem => $"{page.Name}: {problem}")));

        Assert.Empty(problems.SelectMany(p => p));
    }

    [Theory]
    [InlineData(Laptop, "/campaigns")]
    [InlineData(Laptop, "/explore?metrics=cost&by=channel")]
    [InlineData(Phone, "/campaigns?type=brand")]
    public async Task Everything_that_can_be_used_is_reached_by_keyboard(int width, string at)
    {
        await using var screen = await chromium.Screen(width, 900, offline: false);
        var open = await OpenPage.Open(screen, guide.At(at));

        await open.Walk();

        Assert.Empty(open.Problems);
    }

    [Fact]
    public async Task On_a_phone_figures_stand_on_the_first_screen_and_filters_a_key_away()
    {
        await using var screen = await chromium.Screen(Phone, 812, offline: false);
        var page = (await OpenPage.Open(screen, guide.At("/campaigns"))).Page;
        Assert.True(await page.Locator("table").First.EvaluateAsync<double>("e => e.getBoundingClientRect().top") < 812);
        Assert.False(await page.Locator("select[name=type]").IsVisibleAsync());

        await page.Locator("summary").First.PressAsync("Enter");
        await page.Locator("select[name=type]").SelectOptionAsync("lead-gen");
        await page.Locator("select[name=status]").SelectOptionAsync("finished");
        await page.Locator(".filters button").PressAsync("Enter");
        await page.WaitForURLAsync("**/campaigns?*");

        Assert.Contains("type=lead-gen", page.Url, StringComparison.Ordinal);
        Assert.Equal("Lead generation · finished", await page.Locator("summary .chosen").InnerTextAsync());
        Assert.Equal(1, await page.Locator("table").CountAsync());
    }

    [Fact]
    public async Task From_the_campaigns_one_gets_to_an_order_a_campaign_another_language_and_back()
    {
        await using var screen = await chromium.Screen(Laptop, 900, offline: false);
        var page = (await OpenPage.Open(screen, guide.At("/campaigns?type=lead-gen"))).Page;

        await page.Locator("thead a", new PageLocatorOptions { HasTextString = "ROI" }).First.ClickAsync();
        await page.WaitForURLAsync("**sort=-roi**");
        Assert.Equal(1, await page.Locator("th[aria-sort=descending]").CountAsync());
        await page.Locator("tbody th a").First.ClickAsync();
        await page.WaitForURLAsync("**/campaign?**");
        var name = await page.Locator("h1").InnerTextAsync();
        await page.Locator(".language").ClickAsync();
        await page.WaitForURLAsync("**lang=zh-CN**");

        Assert.Equal("zh-CN", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(name, await page.Locator("h1").InnerTextAsync());
        await page.GoBackAsync();
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task A_question_is_put_by_its_form_shown_explained_and_taken_along_as_a_file()
    {
        await using var screen = await chromium.Screen(Laptop, 900, offline: false);
        var page = (await OpenPage.Open(screen, guide.At("/explore"))).Page;

        await page.Locator("input[name=metrics]").FillAsync("cost, cpl");
        await page.Locator("input[name=by]").FillAsync("channel");
        await page.Locator("input[name=by]").PressAsync("Enter");
        await page.WaitForURLAsync("**metrics=**");
        var cost = await page.Locator("tbody tr", new PageLocatorOptions { HasTextString = "google-ads" }).Locator("td").First.InnerTextAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href^='/explore.csv']").ClickAsync());
        var line = File.ReadLines(await file.PathAsync()).Single(l => l.StartsWith("google-ads,", StringComparison.Ordinal));
        await page.Locator("a[href^='/explain']").Last.ClickAsync();
        await page.WaitForURLAsync("**/explain**");

        Assert.Equal(decimal.Parse(line.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(cost.Trim('¥'), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("SELECT", await page.Locator("pre").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_is_edited_shows_itself_and_its_mistakes()
    {
        guide.Workspace.Write("reports/own.md", "---\ntitle: Own\n---\nFirst words.\n");
        await using var screen = await chromium.Screen(Laptop, 900, offline: false);
        var page = (await OpenPage.Open(screen, guide.At("/reports/live/own"))).Page;

        guide.Workspace.Write("reports/own.md", "---\ntitle: Own\n---\nOther words, {{metric \"csot\"}}.\n");
        await page.Locator(".place", new PageLocatorOptions { HasTextString = "reports/own.md(4," }).WaitForAsync();
        guide.Workspace.Write("reports/own.md", "---\ntitle: Own\n---\nOther words, {{metric \"cost\"}}.\n");

        await page.GetByText("Other words, ¥").WaitForAsync();
    }

    private async Task<IReadOnlyList<string>> Look(IBrowserContext screen, (string Name, string At) page, string locale, int width)
    {
        var fails = page.Name is "nothing" or "wrong";
        var open = await OpenPage.Open(screen, guide.At($"{page.At}{(page.At.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={locale}"), fails);
        await open.Look(ColorScheme.Light);
        if (locale is "en")
        {
            await open.Audit(width is Phone ? ForThumbs : []);
        }

        await open.Keep($"{locale}-{width}-light-{page.Name}.jpg");
        await open.Look(ColorScheme.Dark);
        open.Expect(await open.Page.Locator("html").GetAttributeAsync("lang") == locale && await open.Page.TitleAsync() is { Length: > 0 }, "the page names neither its language nor itself");
        if (Dark(locale, width))
        {
            await open.Audit("color-contrast");
            await open.Keep($"{locale}-{width}-dark-{page.Name}.jpg");
        }

        await open.Page.CloseAsync();
        return open.Problems;
    }

    // The colours are the same in both languages: one look at each width is enough.
    private static bool Dark(string locale, int width) => (locale is "en") == (width is Laptop);
}

/// <summary>The guide, served once where there is a browser to look at it.</summary>
public sealed class Served : IDisposable
{
    private readonly ServedGuide? _guide = Chromium.Executable is null ? null : new ServedGuide(Scheduled);

    internal TemporaryWorkspace Workspace => Guide.Workspace;

    internal Uri At(string path) => new(Guide.Site.Client.BaseAddress ?? new Uri("http://127.0.0.1/"), path);

    public void Dispose() => _guide?.Dispose();

    // Runs and deliveries as they may have been, so that their page has something to show.
    private static void Scheduled(TemporaryWorkspace workspace)
    {
        workspace.Write("merit.yaml", File.ReadAllText(workspace.PathOf("merit.yaml")) + "\nrecipients: { leads: { folder: sent } }\nschedules: { monday-review: { cron: \"0 8 * * mon\", reports: [lead-gen, channels], recipients: leads } }\nalerts: { leads-too-dear: { title: { en: Leads are too dear, zh: 线索成本过高 }, when: [cpl > 50, cost > 1000], by: channel, recipients: leads } }\n");
        workspace.Write(".merit/schedules.jsonl", string.Join('\n', new[] { ("02", "fine", ""), ("09", "held_back", "MRT4061: lead-gen, channels held back: The source spend was last loaded 2025-11-28 08:00."), ("16", "failed", "MRT4059: 'lead-gen', 'channels' did not reach 'leads', in 5 attempts: the folder cannot be written: No space left on device.") }.Select(r =>
            $$"""{"schedule":"monday-review","occasion":"2099-11-{{r.Item1}}T00:00:00+00:00","started_at":"2099-11-{{r.Item1}}T00:00:03+00:00","finished_at":"2099-11-{{r.Item1}}T00:00:07.4+00:00","result":"{{r.Item2}}","missed":{{(r.Item1 is "16" ? 2 : 0)}},"rows":10294,"changes":-12,"delivered":1,"recipients":2,"findings":["{{r.Item3}}"]}""")) + "\n");
        workspace.Write(".merit/alerts.jsonl", """{"alert":"leads-too-dear","at":"2099-11-16T00:00:07+00:00","definition":"cpl > 50\ncost > 1000\nby channel\nall","version":1,"state":{"is_unknown":false,"unknown":[],"is_unknown_told":false,"groups":[{"group":["expo"],"since":"2099-11-15T00:00:07+00:00","fires":true,"is_told":true,"figures":[{"value":416.67,"limit":50,"reason":"none"},{"value":50000,"limit":1000,"reason":"none"}]}]},"happened":[{"what":"fires","group":["expo"],"figures":[{"value":416.67,"limit":50,"reason":"none"},{"value":50000,"limit":1000,"reason":"none"}],"why":[]},{"what":"unknown","group":[],"figures":[],"why":["The data reach only to 2025-12-30."]}]}""" + "\n");
        workspace.Write(".merit/deliveries.jsonl", string.Join('\n', new[] { ("a", "delivered", "1", ""), ("b", "unknown", "1", "the connection to the server broke: The operation has timed out"), ("c", "failed", "5", "the answer was 503: upstream connect error or disconnect/reset before headers") }.Select(d =>
            $$"""{"key":"{{d.Item1}}","at":"2099-11-16T00:00:07+00:00","state":"{{d.Item2}}","schedule":"monday-review","recipient":"leads","reports":["lead-gen","channels"],"attempt":{{d.Item3}},"detail":"{{d.Item4}}"}""")) + "\n");
    }

    private ServedGuide Guide => _guide ?? throw new InvalidOperationException("There is no browser.");
}
