namespace Merit.Host.Warehouse.Sessions;

/// <summary>The machine's memory, most of which is the engine's.</summary>
internal static class MachineMemory
{
    private const long MostManaged = 4L << 30;

    /// <summary>All of it, or what the container has of it.</summary>
    public static long Bytes { get; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>
    /// Holds managed memory to a part of it, for the whole process: a script that asks for too much is refused there and then, and is told its line, where else the
    /// machine would end the process. DOTNET_GCHeapHardLimit sets another limit.
    /// </summary>
    public static void LimitManaged(IReadOnlyDictionary<string, string> environment)
    {
        if (environment.ContainsKey("DOTNET_GCHeapHardLimit") || environment.ContainsKey("DOTNET_GCHeapHardLimitPercent"))
        {
            return;
        }

        AppContext.SetData("GCHeapHardLimit", (ulong)Math.Min(MostManaged, Bytes / 2));
        GC.RefreshMemoryLimit();
    }
}
