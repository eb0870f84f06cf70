using Merit.Browser.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Merit.Browser.Tests;

/// <summary>The machine's Chromium, started once and ended with the tests. Nothing is downloaded: where there is none, tests skip.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Time for a machine that builds and tests other things at once.
    private const float Patience = 60_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => Names.SelectMany(name => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }))
        .FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Executable is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Timeout = Patience });
    }

    /// <summary>A screen of its own, on which nothing was opened yet.</summary>
    internal async Task<IBrowserContext> Screen(int width, int height, bool offline = true)
    {
        Assert.SkipWhen(browser is null, $"There is no browser: none of {string.Join(", ", Names)} is on the PATH.");
        var phone = width < 600;
        var screen = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height }, IsMobile = phone, HasTouch = phone, Offline = offline,
        });
        screen.SetDefaultTimeout(Patience);
        return screen;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
