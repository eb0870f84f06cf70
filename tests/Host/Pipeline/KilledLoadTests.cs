using System.Diagnostics;
using System.Globalization;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Pipeline;

/// <summary>
/// The host as a process of its own, killed while it loads: whatever is published is one load's, whole, and going on comes to what a load without disturbance gives.
/// <c>MERIT_KILLS</c> says how often (once unless given), <c>MERIT_KILL_SEED</c> when.
/// </summary>
public sealed class KilledLoadTests : IDisposable
{
    private const string Digest = """
        SELECT (SELECT count(*) || ' ' || sum(hash(order_id, amount, ordered_at, owner)) FROM main.orders) || ' ' || (SELECT count(*) || ' ' || sum(hash(order_id, amount)) FROM main.sales)
            || ' ' || (SELECT string_agg(state, ',') FROM merit.kept)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-kill").FullName;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("http")]
    public void Killed_at_any_moment_a_load_leaves_one_version_or_the_other_and_ends_as_if_nothing_had_been(string connector)
    {
        var kills = Number("MERIT_KILLS", 1);
        var seed = Number("MERIT_KILL_SEED", Environment.TickCount);
        var random = new Random(seed);
        using var orders = ChangingOrders.Of(connector, _folder);
        File.WriteAllText(Path.Combine(_folder, "merit.yaml"), $$"""
            name: Killed
            currency: CNY
            timezone: UTC
            sources:
              crm: { {{orders.Source}}, into: orders, columns: { order_id: id, amount: amount, ordered_at: at, owner: channel } }
            """);
        Finish(Load());
        var before = Published();

        orders.Night();
        var undisturbed = Directory.CreateTempSubdirectory("merit-whole").FullName;
        try
        {
            Copy(_folder, undisturbed);
            var watch = Stopwatch.StartNew();
            Finish(Load(undisturbed));
            var whole = watch.Elapsed;
            var after = Published(undisturbed);
            Assert.NotEqual(before, after);
            for (var kill = 0; kill < kills; kill++)
            {
                using var load = Load();
                load.WaitForExit(whole * random.NextDouble());
                load.Kill(entireProcessTree: true);
                load.WaitForExit();
                var left = Published();
                Assert.True(left == before || left == after, $"After kill {kill} (seed {seed}): {left}, which is neither {before} nor {after}.");
            }

            Finish(Load());
            Assert.Equal(after, Published());
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

    private static void Finish(Process load)
    {
        using (load)
        {
            load.WaitForExit();
            Assert.Equal(0, load.ExitCode);
        }
    }

    private Process Load(string? folder = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "merit.dll"), "load", "--quiet", "--project", folder ?? _folder])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host does not start.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private string Published(string? folder = null)
    {
        using var session = new PublishedVersions(Path.Combine(folder ?? _folder, ".merit", "warehouse")).OpenLatest(TestContext.Current.CancellationToken);
        return session.Scalar<string>(Digest) ?? "nothing";
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
