namespace Merit.Host.Schedules;

/// <summary>Sees to it that schedules of a workspace are run by one process at a time; a process that dies lets go by itself.</summary>
internal sealed class OnlyOne : IDisposable
{
    private readonly FileStream _held;

    private OnlyOne(FileStream held) => _held = held;

    /// <summary>The right to run them; null where another process has it.</summary>
    public static OnlyOne? Take(string stateDirectory)
    {
        Directory.CreateDirectory(stateDirectory);
        try
        {
            return new OnlyOne(new FileStream(Path.Combine(stateDirectory, "schedules.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _held.Dispose();
}
