using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Merit.Tests;

/// <summary>A real PostgreSQL server on a free port of the loopback, made for the tests that ask for it and thrown away after them; they are skipped where none is installed.</summary>
public sealed class PostgreSqlServer : IAsyncLifetime
{
    public const string User = "merit";
    public const string Password = "pa$$ w0rd'x";
    public const string Database = "postgres";

    private const int Tries = 5;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"merit-pg-{Guid.NewGuid():N}");
    private Process? _server;

    public int Port { get; private set; }

    public static string Host => "127.0.0.1";

    private static string? Binaries => new[] { "/usr/lib/postgresql" }.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
        .Select(d => Path.Combine(d, "bin")).Order(StringComparer.Ordinal).LastOrDefault(d => File.Exists(Path.Combine(d, "initdb")));

    /// <summary>Skips the test where there is no server.</summary>
    public void Need() => Assert.SkipWhen(_server is null, "PostgreSQL is not installed.");

    public async ValueTask InitializeAsync()
    {
        if (Binaries is not { } binaries)
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "password"), Password);
        if (Environment.UserName is "root")
        {
            await RunAsync("chown", ["-R", "postgres", _folder]);
        }

        await RunAsync(Path.Combine(binaries, "initdb"),
            ["-D", Path.Combine(_folder, "data"), "-U", User, $"--pwfile={Path.Combine(_folder, "password")}", "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C"], own: true);
        for (var left = Tries; ; left--)
        {
            Port = FreePort();
            var server = Start(Path.Combine(binaries, "postgres"),
            [
                "-D", Path.Combine(_folder, "data"), "-p", Port.ToString(CultureInfo.InvariantCulture),
                "-c", $"listen_addresses={Host}", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "timezone=Asia/Shanghai",
            ], own: true);
            List<string> said = [];
            while (await server.StandardError.ReadLineAsync() is { } line)
            {
                said.Add(line);
                if (line.Contains("ready to accept connections", StringComparison.Ordinal))
                {
                    _ = server.StandardError.ReadToEndAsync();
                    _server = server;
                    return;
                }
            }

            // Somebody else may have taken the port meanwhile: this server cannot be told to choose one itself.
            await server.WaitForExitAsync();
            server.Dispose();
            if (left == 1)
            {
                throw new InvalidOperationException($"The server ended before it was ready: {string.Join(' ', said)}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { } server)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, string[] arguments, bool own = false)
    {
        using var process = Start(program, arguments, own);
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {await errors}");
        }
    }

    // The server refuses to run as root.
    private static Process Start(string program, string[] arguments, bool own)
    {
        string[] all = own && Environment.UserName is "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments] : [program, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }
}
