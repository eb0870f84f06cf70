using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Versions;

/// <summary>What a draft starts from.</summary>
internal enum DraftContent
{
    /// <summary>Nothing: every source is read anew.</summary>
    Empty,

    /// <summary>The latest version, where there is one.</summary>
    Copy,
}

/// <summary>A private warehouse on its way to be published. Disposed without <see cref="Publish"/>, it leaves nothing behind.</summary>
internal sealed class Draft : IDisposable
{
    private readonly PublishedVersions _versions;
    private readonly DraftLock _writing;
    private readonly string _file;
    private Session? _session;
    private bool _isCopy;
    private bool _isClean;

    internal Draft(PublishedVersions versions, string directory, DraftLock writing, PublishedVersion? from)
    {
        (_versions, _writing, Former) = (versions, writing, versions.Latest);
        var drafts = Path.Combine(directory, "drafts");
        TempDirectory = Path.Combine(drafts, "temp");
        _file = Path.Combine(drafts, "draft.duckdb");
        try
        {
            // Whoever holds the lock owns the folder: what is in it is left of a load that was killed.
            versions.Spare.Take(_file);
            if (Directory.Exists(drafts))
            {
                Directory.Delete(drafts, recursive: true);
            }

            Directory.CreateDirectory(TempDirectory);
            if (from is not null)
            {
                StartFrom(from);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(WarehouseRules.CannotWrite.Here(e.Message, directory), e);
        }
    }

    /// <summary>For files of the load itself; the engine may read and write here.</summary>
    public string TempDirectory { get; }

    /// <summary>The version that was the latest when the draft was begun; nothing can be published beside it.</summary>
    public PublishedVersion? Former { get; }

    /// <summary>Begins with what a version holds: made of a version dropped before, or copied, which clones blocks where the file system can.</summary>
    public void StartFrom(PublishedVersion version)
    {
        _isCopy = true;
        if (!_versions.Spare.Become(version, _file))
        {
            File.Copy(version.Path, _file, overwrite: true);
        }
    }

    /// <summary>Opens the draft for writing, once.</summary>
    /// <param name="folders">The folders whose files the load reads.</param>
    /// <param name="stop">Interrupts the statement at work.</param>
    public Session Open(IReadOnlyList<string> folders, CancellationToken stop = default)
    {
        if (_session is not null)
        {
            throw new InvalidOperationException("The draft is open already.");
        }

        return _session = Session.Open(_file, SessionSettings.ForLoading(TempDirectory, folders), stop);
    }

    /// <summary>Writes the draft anew, so that nothing that was deleted from it is left in blocks that are free.</summary>
    public void Clean()
    {
        if (_session is not { } session)
        {
            throw new InvalidOperationException("The draft was never opened.");
        }

        var clean = Path.Combine(TempDirectory, "clean.duckdb");
        session.Execute($"ATTACH {SqlText.Text(clean)} AS clean; COPY FROM DATABASE {SqlText.Name(session.Scalar<string>("SELECT current_database()") ?? "draft")} TO clean; CHECKPOINT clean; DETACH clean");
        session.Dispose();
        _isClean = true;
        File.Move(clean, _file, overwrite: true);
        File.Delete($"{_file}.wal");
    }

    /// <summary>Closes the draft and makes it the latest version, in one step that either happens or does not.</summary>
    public PublishedVersion Publish()
    {
        if (_session is null)
        {
            throw new InvalidOperationException("The draft was never opened.");
        }

        if (!_isClean)
        {
            _session.Execute("CHECKPOINT");
            _session.Dispose();
        }

        try
        {
            using (var file = new FileStream(_file, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            // A version that lies in a file of its own must not live on in one that is kept to become a draft.
            return _versions.Adopt(_file, _isCopy && !_isClean);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(WarehouseRules.CannotWrite.Here(e.Message, Path.GetDirectoryName(_file)), e);
        }
    }

    public void Dispose()
    {
        _session?.Dispose();
        if (_isCopy)
        {
            // One that was not published.
            _versions.Spare.Take(_file);
        }

        try
        {
            Directory.Delete(Path.GetDirectoryName(_file) ?? TempDirectory, recursive: true);
        }
        catch (IOException)
        {
            // The next draft clears it.
        }

        _writing.Dispose();
    }
}
