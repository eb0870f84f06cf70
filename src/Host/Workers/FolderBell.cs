namespace Merit.Host.Workers;

/// <summary>Tells at once that something in a folder has changed. It need not: whoever looks by the clock sees it a little later.</summary>
internal sealed class FolderBell : IDisposable
{
    private readonly FileSystemWatcher? _watcher;

    /// <param name="folder">The folder, with all below it; nothing is told of one that is not there yet.</param>
    /// <param name="changed">Is told.</param>
    public FolderBell(string folder, Action changed)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        try
        {
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The system watches so many folders and no more.
            watcher.Dispose();
        }
    }

    public void Dispose() => _watcher?.Dispose();
}
