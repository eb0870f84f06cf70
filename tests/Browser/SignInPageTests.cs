using Merit.Host.Access;
using Merit.Samples.Tests.Running;
using Microsoft.Playwright;

namespace Merit.Browser.Tests;

/// <summary>Signing in and out in a real browser, which keeps to the policy of the pages.</summary>
public sealed class SignInPageTests(Chromium chromium)
{
    private const string Secret = "four words of nobody";

    [Fact]
    public async Task Somebody_signs_in_looks_at_what_they_wanted_and_signs_out()
    {
        await using var screen = await chromium.Screen(375, 800, offline: false);
        using var workspace = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));
        workspace.Write("merit.yaml", File.ReadAllText(workspace.PathOf("merit.yaml")) + "\naccess: { always: true }\n");
        new AccountBook(workspace.Folder).Keep(AccountKind.User, new Account { Name = "ann", Role = Role.Viewer, Hash = Password.Hash("ann", Secret), Added = DateTimeOffset.UnixEpoch });
        using var site = ServedSite.Of(workspace);
        var open = await OpenPage.Open(screen, new Uri(site.Client.BaseAddress ?? throw new InvalidOperationException(), "/campaigns?lang=zh-CN"), fails: true);
        var page = open.Page;

        Assert.Contains("/signin?then=", page.Url, StringComparison.Ordinal);
        await open.Look(ColorScheme.Light);
        await open.Audit();
        await open.Keep("zh-CN-375-light-signin.jpg");
        await page.Locator("input[name=name]").FillAsync("ann");
        await page.Locator("input[name=password]").FillAsync("not the password");
        await page.Locator("input[name=password]").PressAsync("Enter");
        await page.Locator(".refused").WaitForAsync();
        await open.Look(ColorScheme.Dark);
        await open.Audit();
        await page.Locator("input[name=name]").FillAsync("ann");
        await page.Locator("input[name=password]").FillAsync(Secret);
        await page.Locator("input[name=password]").PressAsync("Enter");
        await page.WaitForURLAsync("**/campaigns?lang=zh-CN");
        Assert.True(await page.Locator("table").CountAsync() > 0);
        Assert.Equal("ann", await page.Locator(".signed-in span").InnerTextAsync());
        await open.Look(ColorScheme.Light);
        await open.Audit();

        await page.Locator(".signed-in button").ClickAsync();
        await page.WaitForURLAsync("**/signin");
        await page.GotoAsync(new Uri(site.Client.BaseAddress, "/campaigns").AbsoluteUri);

        Assert.Contains("/signin", page.Url, StringComparison.Ordinal);
        Assert.Empty(open.Problems);
    }
}
