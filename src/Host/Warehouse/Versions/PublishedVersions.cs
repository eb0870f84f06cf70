using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Versions;

/// <summary>
/// The versions of a workspace's warehouse: <c>.merit/warehouse/v00000042.duckdb</c>. A version appears by a rename, complete, and never changes;
/// so a reader keeps what it opened, and a load that fails or is killed leaves the last version in place.
/// </summary>
/// <param name="directory">Their folder.</param>
/// <param name="spareFrom">From how many bytes on a version that is dropped is kept to become the next draft.</param>
internal sealed class PublishedVersions(string directory, long spareFrom = PublishedVersions.UsualSpare)
{
    private const int Kept = 3;
    private const int Tries = 5;
    private const long UsualSpare = 64 << 20;

    /// <summary>Those of a workspace.</summary>
    public static PublishedVersions Of(Workspace workspace) => new(Path.Combine(workspace.StateDirectory, "warehouse"));

    /// <summary>Their folder.</summary>
    public string Directory => directory;

    /// <summary>What becomes the next draft.</summary>
    public SpareVersion Spare { get; } = new(directory, spareFrom);

    /// <summary>All that are there, the latest last.</summary>
    public IReadOnlyList<PublishedVersion> All() =>
    [
        .. (System.IO.Directory.Exists(directory) ? System.IO.Directory.EnumerateFiles(directory, "v*.duckdb") : [])
            .Select(f => (Path: f, Known: long.TryParse(Path.GetFileNameWithoutExtension(f)[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var n), Number: n))
            .Where(f => f.Known)
            .Select(f => new PublishedVersion(f.Number, f.Path))
            .OrderBy(v => v.Number),
    ];

    /// <summary>The latest one, or null.</summary>
    public PublishedVersion? Latest => All() is [.., var last] ? last : null;

    /// <summary>Opens the latest version read-only; MRT1303 where there is none.</summary>
    public Session OpenLatest(CancellationToken stop = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var version = Latest ?? throw new MeritException(WarehouseRules.NothingPublished.Here());
            try
            {
                return Open(version, stop);
            }
            catch (MeritException) when (attempt < Tries && !File.Exists(version.Path))
            {
                // A load published and pruned between the look and the opening: look again.
            }
        }
    }

    /// <summary>Opens a version read-only.</summary>
    public Session Open(PublishedVersion version, CancellationToken stop = default)
    {
        try
        {
            return Session.Open(version.Path, SessionSettings.ForReading(version.Path, Path.Combine(directory, "spill")), stop);
        }
        catch (MeritException e) when (File.Exists(version.Path))
        {
            throw new MeritException(WarehouseRules.Unreadable.Here(Path.GetFileName(version.Path), e.Diagnostics[0].Message.TrimEnd('.')), e);
        }
    }

    /// <summary>Begins the next version; MRT1302 while another process, or another draft of this one, is at it.</summary>
    public Draft BeginDraft(DraftContent content)
    {
        var writing = DraftLock.Take(directory);
        try
        {
            return new Draft(this, directory, writing, content == DraftContent.Copy ? Latest : null);
        }
        catch
        {
            writing.Dispose();
            throw;
        }
    }

    /// <summary>Gives the file its number and its name; drops versions nobody should still need.</summary>
    /// <param name="file">A draft, closed.</param>
    /// <param name="isCopy">Whether it began as a copy, as the next one may, too.</param>
    public PublishedVersion Adopt(string file, bool isCopy)
    {
        var number = (Latest?.Number ?? 0) + 1;
        var version = new PublishedVersion(number, Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"v{number:D8}.duckdb")));
        File.Move(file, version.Path);
        if (!isCopy)
        {
            Spare.Drop();
        }

        foreach (var old in All().SkipLast(Kept))
        {
            try
            {
                if (!isCopy || !Spare.Take(old.Path))
                {
                    File.Delete(old.Path);
                }
            }
            catch (IOException)
            {
                // Still read on a system that does not delete open files; the next publication tries again.
            }
        }

        return version;
    }
}
