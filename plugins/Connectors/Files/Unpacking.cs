using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Files;

/// <summary>Unpacks gzip and zip files beside the warehouse, once for each version of them.</summary>
internal static class Unpacking
{
    private const string Stamp = ".stamp";

    /// <summary>Whether a file is packed.</summary>
    public static bool IsPacked(string path) => Path.GetExtension(path).ToLowerInvariant() is ".gz" or ".zip";

    /// <summary>The file itself, or those that are packed into it.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="directory">The workspace's folder.</param>
    public static IReadOnlyList<string> Of(string path, string directory)
    {
        if (!IsPacked(path))
        {
            return [path];
        }

        var folder = Path.Combine(directory, ".merit", "unpacked", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12], Path.GetFileName(path));
        var info = new FileInfo(path);
        var version = string.Create(CultureInfo.InvariantCulture, $"{info.Length} {info.LastWriteTimeUtc.Ticks}");
        if (!File.Exists(Path.Combine(folder, Stamp)) || File.ReadAllText(Path.Combine(folder, Stamp)) != version)
        {
            Unpack(path, folder, version);
        }

        List<string> found = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar).Any(IsHidden)).Order(StringComparer.Ordinal)];
        return found.Count > 0 ? found : throw new ConnectorException($"There is no file in {Path.GetFileName(path)}.", "Pack the files into it anew.");
    }

    // Made beside its place and moved there whole, so that a stopped load leaves nothing half unpacked.
    private static void Unpack(string path, string folder, string version)
    {
        var draft = $"{folder}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(draft);
            if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                Zip(path, draft);
            }
            else
            {
                Gunzip(path, Path.Combine(draft, Path.GetFileNameWithoutExtension(path)));
            }

            File.WriteAllText(Path.Combine(draft, Stamp), version);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(draft, folder);
        }
        catch (InvalidDataException e)
        {
            throw new ConnectorException($"{Path.GetFileName(path)} cannot be unpacked: {e.Message.TrimEnd('.')}.", "It is damaged, protected by a password, or not what its ending says: fetch or pack it anew.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConnectorException($"{Path.GetFileName(path)} cannot be unpacked into {Path.GetDirectoryName(folder)}: {e.Message.TrimEnd('.')}.", "Make room there, or give Merit the right to write.", e);
        }
        finally
        {
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }
        }
    }

    // A file that is cut short unpacks to a part of it without a word. With a member of our own behind it, what comes out ends with that member only if nothing is missing.
    private static void Gunzip(string path, string to)
    {
        var end = Guid.NewGuid().ToByteArray();
        using var stored = File.OpenRead(path);
        using var packed = new GZipStream(new Followed(stored, Packed(end)), CompressionMode.Decompress);
        using var file = new FileStream(to, FileMode.CreateNew, FileAccess.ReadWrite);
        packed.CopyTo(file);
        var last = new byte[end.Length];
        file.Position = Math.Max(0, file.Length - last.Length);
        if (file.ReadAtLeast(last, last.Length, throwOnEndOfStream: false) < last.Length || !last.AsSpan().SequenceEqual(end))
        {
            throw new InvalidDataException("it is cut short");
        }

        file.SetLength(file.Length - last.Length);
    }

    private static byte[] Packed(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(text);
        }

        return packed.ToArray();
    }

    private static void Zip(string path, string draft)
    {
        using var archive = ZipFile.OpenRead(path);
        foreach (var entry in archive.Entries.Where(e => e.Name.Length > 0))
        {
            // A name may lead out of the folder; nothing of that is meant.
            var to = Path.GetFullPath(entry.FullName, draft);
            if (Path.GetRelativePath(draft, to) is var inside && (inside.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(inside)))
            {
                throw new InvalidDataException($"its entry '{entry.FullName}' leads out of it");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(to) ?? draft);
            using var packed = entry.Open();
            using var file = File.Create(to);
            packed.CopyTo(file);
        }
    }

    // What systems put beside the files they pack.
    private static bool IsHidden(string name) => name.StartsWith('.') || name is "__MACOSX";
}
