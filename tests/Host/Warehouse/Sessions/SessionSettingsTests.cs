using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Warehouse.Sessions;

public sealed class SessionSettingsTests
{
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
