namespace Merit.Host.Reports.Printing;

/// <summary>Where Chromium, or a browser made of it, is installed.</summary>
internal static class ChromiumProgram
{
    /// <summary>The variable that names the executable, where it is none of the usual ones.</summary>
    public const string Variable = "MERIT_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"];

    private static readonly string[] MacPlaces =
        ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"];

    private static readonly string[] WindowsPlaces = [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    /// <summary>The executable, or null where none is found. A name given in <see cref="Variable"/> is taken as it is, so that a wrong one is told of.</summary>
    public static string? Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        var folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var onPath = Names.SelectMany(name => folders.SelectMany(folder => new[] { Path.Combine(folder, name), Path.Combine(folder, name + ".exe") }));
        var installed = new[] { "ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA" }.Select(environment).OfType<string>()
            .SelectMany(folder => WindowsPlaces.Select(place => Path.Combine(folder, place)));
        return onPath.Concat(MacPlaces).Concat(installed).FirstOrDefault(File.Exists);
    }
}
