using System.Security.Cryptography;
using System.Text.Json;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Files;

/// <summary>The files that were read, and how they looked then: a file is read again only if its content is another.</summary>
internal sealed class FileLedger
{
    // A file may change within the same tick of the file system's clock in which it was read.
    private static readonly TimeSpan Unsure = TimeSpan.FromSeconds(3);

    private readonly string _directory;
    private readonly DateTime _now;
    private readonly Dictionary<string, SeenFile> _former;
    private readonly Dictionary<string, SeenFile> _seen = new(StringComparer.Ordinal);

    public FileLedger(ReadRequest request)
    {
        (_directory, _now) = (request.Directory, request.Clock.GetUtcNow().UtcDateTime);
        var saved = request.State is null ? null : JsonSerializer.Deserialize<List<SeenFile>>(request.State);
        _former = (saved ?? []).ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    /// <summary>What was read of files that are no more.</summary>
    public IReadOnlyList<string> Gone => [.. _former.Values.Where(f => !_seen.ContainsKey(f.Path)).SelectMany(f => f.Places).Select(Whole)];

    /// <summary>Whether a file is as it was read before: by its size and time of change, and where these differ, by its content.</summary>
    public bool IsAsBefore(string file)
    {
        var (path, info, known) = (Short(file), new FileInfo(file), _former.GetValueOrDefault(Short(file)));
        if (known is not null && (info.Length, info.LastWriteTimeUtc.Ticks) == (known.Size, known.Changed))
        {
            _seen[path] = known;
            return true;
        }

        // Looked at before its content, so that a change in between is seen the next time.
        var now = new SeenFile(path, info.Length, info.LastWriteTimeUtc > _now - Unsure ? 0 : info.LastWriteTimeUtc.Ticks, Hash(file), known?.Places ?? []);
        _seen[path] = now;
        return known is not null && string.Equals(now.Hash, known.Hash, StringComparison.Ordinal);
    }

    /// <summary>What was read of a file before.</summary>
    public IReadOnlyList<string> Former(string file) => [.. (_former.GetValueOrDefault(Short(file))?.Places ?? []).Select(Whole)];

    /// <summary>Notes what is read of a file: itself, or what is packed into it.</summary>
    public void Reads(string file, IReadOnlyList<string> places) => _seen[Short(file)] = _seen[Short(file)] with { Places = [.. places.Select(Short)] };

    /// <summary>What the next read goes on from.</summary>
    public string Save() => JsonSerializer.Serialize(_seen.Values.OrderBy(f => f.Path, StringComparer.Ordinal));

    private string Short(string path) => Path.GetRelativePath(_directory, path);

    private string Whole(string path) => Path.GetFullPath(path, _directory);

    private static string Hash(string file)
    {
        using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Its path from the workspace's folder.</param>
/// <param name="Size">Its size.</param>
/// <param name="Changed">When it changed last, in ticks; 0 where that is too recent to rely on.</param>
/// <param name="Hash">The SHA-256 of its content.</param>
/// <param name="Places">What was read: itself, or the files that are packed into it.</param>
internal sealed record SeenFile(string Path, long Size, long Changed, string Hash, IReadOnlyList<string> Places);
