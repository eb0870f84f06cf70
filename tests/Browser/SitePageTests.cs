using Merit.Samples.Tests.Serving;
using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>Every page that `serve` shows of the guide, in a real browser: on a laptop and on a phone, light and dark, in both languages.</summary>
public sealed class SitePageTests(Chromium chromium, SitePageTests.Guide guide) : IClassFixture<SitePageTests.Guide>
{
    public static TheoryData<string, int, string> Pages { get; } = new(
        from locale in new[] { "en", "zh-CN" }
        from width in new[] { 1280, 375 }
        from page in new[]
        {
            "/?period=2025", "/campaigns?sort=-roi", "/campaign?id=webinar", "/channels", "/explore?metrics=cost,cpl,roi&by=channel&compare=previous&period=2025-03&total=true",
            "/explore?metrics=new_leads&by=month&as=line", "/explain?metric=cpl&by=channel", "/reports", "/data", "/nothing",
        }
        select (locale, width, page));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_whole_quiet_and_usable(string locale, int width, string page)
    {
        await using var screen = await chromium.Screen(width, 900, offline: false);
        var open = await OpenPage.Open(screen, guide.At($"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={locale}"));

        await open.Look(ColorScheme.Light);
        await open.Audit();
        await open.Look(ColorScheme.Dark);
        await open.Audit("color-contrast");

        // A page that is not there says so to the browser too.
        Assert.Empty(open.Problems.Where(p => page is not "/nothing" || !p.Contains("404", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_keyboard_alone_leads_to_a_campaign_and_to_other_days()
    {
        await using var screen = await chromium.Screen(1280, 900, offline: false);
        var page = await screen.NewPageAsync();
        await page.GotoAsync(guide.At("/campaigns?lang=en"));

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url, StringComparison.Ordinal);
        await page.GetByLabel("Period").FocusAsync();
        await page.Keyboard.TypeAsync("2025");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("period=2025", StringComparison.Ordinal) && url.Contains("lang=en", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Google Ads search" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => url.Contains("id=google-ads", StringComparison.Ordinal) && url.Contains("period=2025", StringComparison.Ordinal));

        Assert.Equal("Google Ads search", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task An_edited_script_is_seen_without_reloading()
    {
        await using var screen = await chromium.Screen(1280, 900, offline: false);
        var page = await screen.NewPageAsync();
        await page.GotoAsync(guide.At("/explore?metrics=own_leads&lang=en"));
        Assert.Contains("MRT2203", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        guide.Write("metrics/own.csx", "Metric(\"own_leads\", Count(leads)).Label(\"Leads of one's own\");");

        await page.GetByText("Leads of one's own").First.WaitForAsync();
    }

    /// <summary>The guide, served where there is a browser to look at it.</summary>
    public sealed class Guide : IDisposable
    {
        private readonly ServedGuide? served = Chromium.Executable is null || !OperatingSystem.IsLinux() ? null : new ServedGuide();

        internal string At(string path) => served is null ? "http://localhost" : new Uri(served.Site.Client.BaseAddress ?? new Uri("http://localhost"), path).AbsoluteUri;

        internal void Write(string file, string text) => served?.Workspace.Write(file, text);

        public void Dispose() => served?.Dispose();
    }
}
