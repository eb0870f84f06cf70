using System.Diagnostics;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Merit.Interop.Tests.Data;

[CollectionDefinition(nameof(ReleaseTests), DisableParallelization = true)]
public sealed class ReleaseTestsAlone;

/// <summary>What is closed is given back. These run alone, because they measure the process.</summary>
[Collection(nameof(ReleaseTests))]
public sealed class ReleaseTests
{
    private const long MiB = 1 << 20;

    [Fact]
    public void A_closed_database_lets_go_of_its_file_and_its_threads()
    {
        using var file = new TemporaryFile();
        Cycle(file.Path);
        var threads = ThreadCount();

        for (var round = 0; round < 50; round++)
        {
            Cycle(file.Path);
        }

        Assert.InRange(ThreadCount(), 0, threads + 25);
        Assert.DoesNotContain(OpenFiles(), path => path.StartsWith(file.Path, StringComparison.Ordinal));
        using var reader = Engine.Open(file.Path, "access_mode=read_only");
        Assert.Throws<DuckDBException>(() => reader.Execute("create table u(v int)"));

        static void Cycle(string path)
        {
            using var connection = Engine.Open(path, "threads=4");
            connection.Execute("create or replace table t as select range v from range(1000)");
            Assert.Throws<DuckDBException>(() => connection.Execute("select nothing from t"));
            using var appender = connection.CreateAppender("t");
            appender.CreateRow().AppendValue((long?)1).EndRow();
        }
    }

    [Fact]
    public void The_file_of_an_open_database_is_seen_by_the_measure_above()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux lists a process's open files");
        using var file = new TemporaryFile();
        using var connection = Engine.Open(file.Path);

        Assert.Contains(file.Path, OpenFiles(), StringComparer.Ordinal);
    }

    [Fact]
    public void Results_are_given_back()
    {
        using var connection = Engine.InMemory();

        AssertSteady(150 * MiB, rounds: 40, () =>
        {
            // 16 MB each: 640 MB if they stayed.
            using var command = connection.Command("select range, range + 1 from range(1000000)");
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
        });
    }

    [Fact]
    public void Streams_left_early_are_given_back()
    {
        using var connection = Engine.InMemory();

        AssertSteady(60 * MiB, rounds: 500, () =>
        {
            using var command = connection.Command("select repeat('x', 100000) from range(100)");
            command.UseStreamingMode = true;
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
        });
    }

    [Fact]
    public void Parameters_are_given_back()
    {
        using var connection = Engine.InMemory();
        var text = new string('x', 1_000_000);
        var list = new List<string> { text, text };

        AssertSteady(100 * MiB, rounds: 100, () =>
        {
            Assert.Equal(1_000_000L, connection.Scalar("select length(?)", text));
            Assert.Equal(2L, connection.Scalar("select len(?)", list));
        });
    }

    [Fact]
    public void Errors_are_given_back()
    {
        using var connection = Engine.InMemory();
        var name = new string('n', 300_000);

        AssertSteady(30 * MiB, rounds: 100, () =>
        {
            using var command = connection.Command("select \"" + name + "\"");
            Assert.Throws<DuckDBException>(() => command.ExecuteNonQuery());
            Assert.Throws<DuckDBException>(() => connection.CreateAppender(name));
        });
    }

    [Fact]
    public void Handles_are_given_back()
    {
        AssertSteady(50 * MiB, rounds: 300_000, () =>
        {
            using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Integer);
            using var list = NativeMethods.LogicalType.DuckDBCreateListType(type);
            using var child = NativeMethods.LogicalType.DuckDBListTypeChildType(list);
            using var value = NativeMethods.Value.DuckDBCreateVarchar("a text too long to stand in the value itself");
            Assert.Equal(DuckDBType.Integer, NativeMethods.LogicalType.DuckDBGetTypeId(child));
            Assert.False(value.IsNull());
        });
    }

    [Fact]
    public void Chunks_are_given_back()
    {
        using var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt);

        AssertSteady(60 * MiB, rounds: 20_000, () =>
        {
            using var chunk = NativeMethods.DataChunks.DuckDBCreateDataChunk([type.DangerousGetHandle()], 1);
            Fill(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, 0));
        });

        // Memory that nobody touches would not count.
        static unsafe void Fill(IntPtr vector) =>
            new Span<long>(NativeMethods.Vectors.DuckDBVectorGetData(vector), (int)NativeMethods.Helpers.DuckDBVectorSize()).Fill(1);
    }

    [Fact]
    public void Names_the_engine_gives_away_are_freed()
    {
        using var connection = Engine.InMemory();
        var name = new string('n', 200_000);
        connection.Execute($"create table t as select {{'{name}': 1}} as v");

        AssertSteady(60 * MiB, rounds: 1_000, () =>
        {
            using var command = connection.Command("select v from t");
            using var reader = command.ExecuteReader();
            Assert.True(reader.Read());
            Assert.Equal(name, Assert.Single(Assert.IsType<Dictionary<string, object?>>(reader.GetValue(0))).Key);
        });
    }

    private static void AssertSteady(long most, int rounds, Action round)
    {
        for (var warmUp = 0; warmUp < Math.Max(3, rounds / 10); warmUp++)
        {
            round();
        }

        var before = Native();
        for (var index = 0; index < rounds; index++)
        {
            round();
        }

        Assert.InRange(Native() - before, long.MinValue, most);
    }

    /// <summary>What the process holds beside the heap of .NET: the engine's memory, mostly.</summary>
    private static long Native()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes;
    }

    private static int ThreadCount()
    {
        using var process = Process.GetCurrentProcess();
        return process.Threads.Count;
    }

    private static List<string> OpenFiles() => OperatingSystem.IsLinux()
        ? [.. Directory.GetFiles("/proc/self/fd").Select(link => File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName).OfType<string>()]
        : [];
}
