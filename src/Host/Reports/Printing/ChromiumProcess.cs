using System.Diagnostics;

namespace Merit.Host.Reports.Printing;

/// <summary>A Chromium without a window, with a profile of its own that is thrown away; ended when it is disposed of, with all its children.</summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";
    private const int LinesKept = 5;

    private readonly Process _process;

    private readonly Task _drained;

    private ChromiumProcess(Process process, DevTools tools, Task drained) => (_process, Tools, _drained) = (process, tools, drained);

    public DevTools Tools { get; }

    /// <summary>Starts it and connects to it.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="folder">A folder for its profile.</param>
    /// <param name="stop">Asks to stop.</param>
    public static async Task<ChromiumProcess> StartAsync(string program, string folder, CancellationToken stop)
    {
        var process = Process.Start(Start(program, folder)) ?? throw new InvalidDataException("it did not start");
        try
        {
            var address = await AddressAsync(process, stop);
            // What it says from here on nobody reads, but a full pipe would stop it.
            var (messages, output) = (Drain(process.StandardError, stop), Drain(process.StandardOutput, stop));
            return new ChromiumProcess(process, await DevTools.ConnectAsync(address, stop), Task.WhenAll(messages, output));
        }
        catch
        {
            End(process);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Tools.DisposeAsync();
        End(_process);
        await _drained;
    }

    private static ProcessStartInfo Start(string program, string folder)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        string[] arguments =
        [
            "--headless=new", "--remote-debugging-port=0", "--remote-debugging-address=127.0.0.1", $"--user-data-dir={Path.Combine(folder, "profile")}",
            "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run", "--no-default-browser-check", "--hide-scrollbars", "--force-color-profile=srgb", "about:blank",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Chromium refuses to run in its sandbox as root; the pages are Merit's own and may run nothing but their own scripts.
        if (OperatingSystem.IsLinux() && string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
        {
            start.ArgumentList.Insert(0, "--no-sandbox");
        }

        return start;
    }

    /// <summary>The address it announces among its messages; what it said last where it ends without one.</summary>
    private static async Task<Uri> AddressAsync(Process process, CancellationToken stop)
    {
        var said = new Queue<string>();
        while (await process.StandardError.ReadLineAsync(stop) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new Uri(line[Announcement.Length..].Trim());
            }

            said.Enqueue(line.Trim());
            if (said.Count > LinesKept)
            {
                said.Dequeue();
            }
        }

        throw new InvalidDataException(said.Count == 0 ? "it ended at once" : $"it said: {string.Join(' ', said)}");
    }

    private static async Task Drain(StreamReader pipe, CancellationToken stop)
    {
        try
        {
            await pipe.BaseStream.CopyToAsync(Stream.Null, stop);
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // So has the pipe.
        }
    }

    private static void End(Process process)
    {
        using (process)
        {
            try
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }
        }
    }
}
