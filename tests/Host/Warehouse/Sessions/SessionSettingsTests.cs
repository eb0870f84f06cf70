using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Warehouse.Sessions;

public sealed class SessionSettingsTests
{
    [Fact]
    public void A_load_takes_a_gigabyte_at_most_whatever_the_machine_has()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MERIT_MEMORY_LIMIT") is { Length: > 0 }, "MERIT_MEMORY_LIMIT is set, which decides instead.");
        using var folder = new TemporaryFolder();
        var most = Math.Min(1024, (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.6) >> 20);
        Assert.Equal($"{most}MiB", SessionSettings.ForLoading(folder.Path, []).MemoryLimit);
        using var session = Session.Open(":memory:", SessionSettings.ForLoading(folder.Path, []));
        Assert.Contains(session.Scalar<string>("SELECT current_setting('memory_limit')"), most == 1024 ? ["1.0 GiB"] : new[] { $"{most}.0 MiB" });
    }

    [Fact]
    public void A_small_warehouse_is_read_by_one_thread_and_a_large_one_by_all()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MERIT_THREADS") is { Length: > 0 }, "MERIT_THREADS is set, which decides instead.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "some.duckdb");
        File.WriteAllBytes(file, new byte[4096]);
        Assert.Equal(1, SessionSettings.ForReading(file, folder.Path).Threads);
        using (var stream = File.OpenWrite(file))
        {
            stream.SetLength(65 << 20);
        }

        Assert.Equal(Environment.ProcessorCount, SessionSettings.ForReading(file, folder.Path).Threads);
    }
}
