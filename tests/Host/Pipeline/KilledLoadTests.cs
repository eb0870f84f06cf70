using System.Diagnostics;
using System.Globalization;
using Merit.Host.Warehouse.Versions;
using Microsoft.Data.Sqlite;

namespace Merit.Host.Tests.Pipeline;

/// <summary>
/// The host as a process of its own, killed while it loads: whatever is published is one load's, whole, and going on comes to what a load without disturbance gives.
/// <c>MERIT_KILLS</c> says how often (4 unless given), <c>MERIT_KILL_SEED</c> when.
/// </summary>
public sealed class KilledLoadTests : IDisposable
{
    private const int Rows = 200_000;

    private const string Digest = """
        SELECT (SELECT count(*) || ' ' || sum(hash(order_id, amount, ordered_at, owner)) FROM main.orders) || ' ' || (SELECT count(*) || ' ' || sum(hash(order_id, amount)) FROM main.sales)
            || ' ' || (SELECT string_agg(state, ',') FROM merit.kept)
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("merit-kill").FullName;

    [Fact]
    public void Killed_at_any_moment_a_load_leaves_one_version_or_the_other_and_ends_as_if_nothing_had_been()
    {
        var kills = Number("MERIT_KILLS", 4);
        var seed = Number("MERIT_KILL_SEED", Environment.TickCount);
        var random = new Random(seed);
        File.WriteAllText(Path.Combine(_folder, "merit.yaml"), """
            name: Killed
            currency: CNY
            timezone: UTC
            sources:
              crm:
                connector: sqlite
                path: crm.db
                table: orders
                cursor: changed
                row_key: id
                batch_size: 5000
                into: orders
                columns: { order_id: id, amount: amount, ordered_at: at, owner: channel }
            """);
        Do($"""
            CREATE TABLE orders (id INTEGER, amount DECIMAL(10, 2), at TEXT, channel TEXT, changed INTEGER);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
            INSERT INTO orders SELECT i, i % 1000, datetime('2025-01-01', (i % 500000) || ' minutes'), 'c' || (i % 7), i FROM n
            """);
        Finish(Load());
        var before = Published();

        // Every row changes, and there are new ones: an increment of as many rows as there are.
        Do($"UPDATE orders SET amount = amount + 1, changed = changed + {Rows} WHERE id % 10 <> 0; INSERT INTO orders SELECT id + {Rows}, 5, at, 'new', changed + {Rows} FROM orders WHERE id % 10 = 0");
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

    private void Do(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "crm.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
