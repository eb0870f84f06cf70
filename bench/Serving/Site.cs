using System.Diagnostics;

namespace Merit.Bench.Serving;

/// <summary><c>merit serve</c> at work.</summary>
internal sealed class Site : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private Site(Process process, Uri address, TimeSpan opened) =>
        (_process, _client, Opened) = (process, new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) }, opened);

    /// <summary>The command a release build leaves.</summary>
    public static string Command { get; } = Path.Combine(Root(), "src", "Host", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "merit.exe" : "merit");

    /// <summary>How long it took until its address was there.</summary>
    public TimeSpan Opened { get; }

    public static async Task<Site> StartAsync(string folder)
    {
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo(Command, ["serve", "--port", "0", "--project", folder]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true }) ?? throw new InvalidOperationException(Command);
        _ = process.StandardError.ReadToEndAsync();
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It does not serve.");
        return new Site(process, new Uri(address), watch.Elapsed);
    }

    /// <summary>How long a page takes, to its last byte; throws where it is none.</summary>
    public async Task<TimeSpan> ShowAsync(string page)
    {
        var (taken, fine) = await TryAsync(page, CancellationToken.None);
        return fine ? taken : throw new InvalidOperationException(page);
    }

    /// <summary>What an address says.</summary>
    public Task<string> TextAsync(string address) => _client.GetStringAsync(new Uri(address, UriKind.Relative));

    /// <summary>What the site tells open pages, as it tells it.</summary>
    public Task<Stream> ListenAsync() => _client.GetStreamAsync(new Uri("/events", UriKind.Relative));

    /// <summary>How long a page takes, and whether it came.</summary>
    public async Task<(TimeSpan Taken, bool Fine)> TryAsync(string page, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await _client.GetAsync(new Uri(page, UriKind.Relative), stop);
        await answer.Content.ReadAsByteArrayAsync(stop);
        return (watch.Elapsed, answer.IsSuccessStatusCode);
    }

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Merit.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This is not inside the repository.");
    }
}
