using System.Globalization;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Workers;

/// <summary>How many workers there are, and what each may take.</summary>
internal sealed record WorkerLimits
{
    // One may hang while two others answer.
    private const int LeastUsual = 3;

    // The rest is for whatever else the machine does.
    private const double SharedOut = 0.7;
    private const double PartOfScripts = 0.25;

    /// <summary>What a process takes before it has done anything.</summary>
    private const long Fixed = 256 << 20;

    /// <summary>How many.</summary>
    public required int Workers { get; init; }

    /// <summary>How long one question may take, and the opening of a version.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>How many bytes of memory one process may take.</summary>
    public required long Memory { get; init; }

    /// <summary>Part of it, for the engine.</summary>
    public long Engine => (long)((Memory - Fixed) * (1 - PartOfScripts));

    /// <summary>Part of it, for scripts and everything else that is not the engine.</summary>
    public long Managed => (long)((Memory - Fixed) * PartOfScripts) + (Fixed / 2);

    public string Seconds => Time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The usual ones, where the environment says nothing else: MERIT_QUESTION_SECONDS, MERIT_WORKER_MEMORY in MiB.</summary>
    public static WorkerLimits Of(int? workers, IReadOnlyDictionary<string, string> environment)
    {
        var count = workers ?? Math.Max(LeastUsual, Environment.ProcessorCount);
        return new WorkerLimits
        {
            Workers = count,
            Time = TimeSpan.FromSeconds(Number(environment, "MERIT_QUESTION_SECONDS") ?? 30),
            Memory = Number(environment, "MERIT_WORKER_MEMORY") is { } wanted ? (long)wanted << 20 : Fixed + (long)(MachineMemory.Bytes * SharedOut / count),
        };
    }

    private static double? Number(IReadOnlyDictionary<string, string> environment, string name) =>
        environment.TryGetValue(name, out var text) && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
