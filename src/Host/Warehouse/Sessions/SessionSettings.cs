using System.Globalization;

namespace Merit.Host.Warehouse.Sessions;

/// <summary>What an engine may use and touch.</summary>
internal sealed record SessionSettings
{
    /// <summary>The part of the machine's memory one engine takes unless told otherwise.</summary>
    private const double MemoryShare = 0.6;

    /// <summary>Where the engine spills what does not fit into memory.</summary>
    public required string TempDirectory { get; init; }

    /// <summary>The folders whose files statements may read, each with all below it.</summary>
    public IReadOnlyList<string> AllowedDirectories { get; init; } = [];

    /// <summary>Opens the file so that several processes may do so at once.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>What an engine that loads takes at most: whatever memory there is, it would fill it with blocks that it has no more use for, and takes hardly longer without.</summary>
    private const long MostForLoading = 1L << 30;

    /// <summary>Size with a unit, such as <c>4GB</c>; from MERIT_MEMORY_LIMIT, else 60 % of the machine's memory.</summary>
    public string MemoryLimit { get; init; } = Limit(long.MaxValue);

    /// <summary>Threads of the engine for one statement; from MERIT_THREADS, else one per processor.</summary>
    public int Threads { get; init; } = Wanted ?? Environment.ProcessorCount;

    /// <summary>Where a warehouse is smaller than this, one thread has read a table before a second one has woken up.</summary>
    private const long SmallWarehouse = 64 << 20;

    private static int? Wanted =>
        int.TryParse(Environment.GetEnvironmentVariable("MERIT_THREADS"), NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads > 0 ? threads : null;

    /// <summary>For a draft.</summary>
    public static SessionSettings ForLoading(string tempDirectory, IReadOnlyList<string> folders) =>
        new() { TempDirectory = tempDirectory, AllowedDirectories = folders, MemoryLimit = Limit(MostForLoading) };

    /// <summary>For a warehouse file that is only read.</summary>
    public static SessionSettings ForReading(string path, string tempDirectory)
    {
        var settings = new SessionSettings { TempDirectory = tempDirectory, ReadOnly = true };
        return Wanted is null && new FileInfo(path) is { Exists: true, Length: < SmallWarehouse } ? settings with { Threads = 1 } : settings;
    }

    private static string Limit(long most) => Environment.GetEnvironmentVariable("MERIT_MEMORY_LIMIT") is { Length: > 0 } limit
        ? limit
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Min((long)(MachineMemory.Bytes * MemoryShare), most) >> 20}MiB");
}
