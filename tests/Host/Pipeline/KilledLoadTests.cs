using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Merit.Host.Warehouse.Versions;
using Merit.Tests;

namespace Merit.Host.Tests.Pipeline;

/// <summary>
/// The host as a process of its own, killed while it loads: whatever is published is one load's, whole, and going on comes to what a load without disturbance gives.
/// <c>MERIT_KILLS</c> says how often, with 200,000 rows (once, with a tenth of them, unless given), <c>MERIT_KILL_SEED</c> when.
/// </summary>
public sealed class KilledLoadTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>, IDisposable
{
    private const string Digest = """
        SELECT (SELECT count(*) || ' ' || sum(hash(order_id, amount, ordered_at, owner)) FROM main.orders) || ' ' || (SELECT count(*) || ' ' || sum(hash(order_id, amount)) FROM main.sales)
        """;

    private const string State = " || ' ' || (SELECT string_agg(state, ',') FROM merit.kept)";

    private readonly ConcurrentQueue<string> _said = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-kill").FullName;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("http")]
    [InlineData("files")]
    [InlineData("duckdb")]
    [InlineData("postgresql")]
    public void Killed_at_any_moment_a_load_leaves_one_version_or_the_other_and_ends_as_if_nothing_had_been(string connector)
    {
        if (connector is "postgresql")
        {
            server.Need();
        }

        var asked = Number("MERIT_KILLS", 0);
        var kills = Math.Max(1, asked);
        var seed = Number("MERIT_KILL_SEED", Environment.TickCount);
        var random = new Random(seed);
        using var orders = ChangingOrders.Of(connector, _folder, asked > 0 ? 200_000 : 20_000, server);
        var digest = Digest + (orders.HasState ? State : "");
        File.WriteAllText(Path.Combine(_folder, "merit.yaml"), $$"""
            name: Killed
            currency: CNY
            timezone: UTC
            sources:
              crm: { {{orders.Source}}, into: orders, columns: { order_id: id, amount: amount, ordered_at: placed, owner: channel } }
            """);
        Finish(Load());
        var before = Published(digest);

        orders.Night();
        var undisturbed = Directory.CreateTempSubdirectory("merit-whole").FullName;
        try
        {
            Copy(_folder, undisturbed);
            var watch = Stopwatch.StartNew();
            Finish(Load(undisturbed));
            var whole = watch.Elapsed;
            var after = Published(digest, undisturbed);
            Assert.NotEqual(before, after);
            for (var kill = 0; kill < kills; kill++)
            {
                using var load = Load();
                load.WaitForExit(whole * random.NextDouble());
                load.Kill(entireProcessTree: true);
                load.WaitForExit();
                var left = Published(digest);
                Assert.True(left == before || left == after, $"After kill {kill} (seed {seed}): {left}, which is neither {before} nor {after}.");
            }

            Finish(Load());
            Assert.Equal(after, Published(digest));
            Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder, ".merit", "warehouse"), "draft*"));
        }
        finally
        {
            Directory.Delete(undisturbed, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private void Finish(Process load)
    {
        using (load)
        {
            load.WaitForExit();
            Assert.True(load.ExitCode == 0, string.Join('\n', _said));
        }
    }

    private Process Load(string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "merit.dll"), "load", "--quiet", "--project", folder ?? _folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[ChangingOrders.Password] = PostgreSqlServer.Password;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host does not start.");
        process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string Published(string digest, string? folder = null)
    {
        using var session = new PublishedVersions(Path.Combine(folder ?? _folder, ".merit", "warehouse")).OpenLatest(TestContext.Current.CancellationToken);
        return session.Scalar<string>(digest) ?? "nothing";
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }
}
