using System.Threading.Channels;

namespace Merit.Host.Testing;

/// <summary>Tells when files of a workspace change: its scripts, models and merit.yaml.</summary>
internal interface IFileChanges : IDisposable
{
    /// <summary>Waits for the next change; gives the file's name.</summary>
    ValueTask<string> NextAsync(CancellationToken stop);

    /// <summary>Takes a change that is waiting; null where there is none.</summary>
    string? TryTake();
}

/// <summary>The changes the file system tells of.</summary>
internal sealed class FileChanges : IFileChanges
{
    private readonly Channel<string> _changes = Channel.CreateUnbounded<string>();
    private readonly FileSystemWatcher _watcher;

    public FileChanges(string directory)
    {
        _watcher = new FileSystemWatcher(directory) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
        _watcher.Changed += (_, change) => Tell(change.Name);
        _watcher.Created += (_, change) => Tell(change.Name);
        _watcher.Deleted += (_, change) => Tell(change.Name);
        _watcher.Renamed += (_, change) => Tell(change.Name);
        // More happened at once than the system keeps: something of it may matter.
        _watcher.Error += (_, _) => _changes.Writer.TryWrite("");
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Whether a change of the file can change what tests find. What Merit itself writes never does.</summary>
    public static bool Matters(string name)
    {
        var path = name.Replace('\\', '/');
        return !path.StartsWith(".merit/", StringComparison.Ordinal) && !path.StartsWith("out/", StringComparison.Ordinal)
            && (path.EndsWith(".csx", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal) || path is ".env");
    }

    public ValueTask<string> NextAsync(CancellationToken stop) => _changes.Reader.ReadAsync(stop);

    public string? TryTake() => _changes.Reader.TryRead(out var name) ? name : null;

    public void Dispose() => _watcher.Dispose();

    private void Tell(string? name)
    {
        if (name is not null && Matters(name))
        {
            _changes.Writer.TryWrite(name);
        }
    }
}
