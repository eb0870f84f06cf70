using System.Runtime.Versioning;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Versions;

/// <summary>
/// A version nobody needs any more, kept to become the next draft. Most of what it holds is what the latest version holds, so only the blocks that differ are written, and
/// only those wait for the disk. Nothing depends on what is in it: a draft that failed, or was killed, is as good.
/// </summary>
/// <param name="directory">The folder of the versions.</param>
/// <param name="worth">From how many bytes on it is worth its place; smaller files are copied as fast.</param>
internal sealed class SpareVersion(string directory, long worth)
{
    private const int Block = 256 << 10;
    private const int AtOnce = 16;

    private string SparePath => Path.Combine(directory, "spare.duckdb");

    /// <summary>Takes a file that would otherwise be deleted; false where it is still read, is too small, or files can be cloned here anyway.</summary>
    public bool Take(string file)
    {
        if (OperatingSystem.IsMacOS() || !File.Exists(file) || new FileInfo(file).Length < worth || Session.IsReadHere(file) || Clones())
        {
            return false;
        }

        try
        {
            using var held = Hold(file);
            File.Move(file, SparePath, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Makes the spare file a copy of a version, under another name; false where there is none.</summary>
    public bool Become(PublishedVersion version, string file)
    {
        if (OperatingSystem.IsMacOS() || !File.Exists(SparePath))
        {
            return false;
        }

        try
        {
            using (var spare = Hold(SparePath))
            {
                Renew(spare, version.Path);
            }

            File.Move(SparePath, file, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Drop();
            return false;
        }
    }

    /// <summary>Deletes it.</summary>
    public void Drop()
    {
        try
        {
            File.Delete(SparePath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It takes room and does nothing else.
        }
    }

    // The lock is of the kind the engine takes: it cannot be had while another process reads the file.
    [UnsupportedOSPlatform("macos")]
    private static FileStream Hold(string file)
    {
        var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        try
        {
            held.Lock(0, 0);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static void Renew(FileStream spare, string from)
    {
        using var latest = File.OpenHandle(from);
        var length = RandomAccess.GetLength(latest);
        spare.SetLength(length);
        const long Stride = Block * AtOnce;
        Parallel.For(0, (length + Stride - 1) / Stride, () => (new byte[Block], new byte[Block]), (stride, _, buffers) =>
        {
            for (var at = stride * Stride; at < Math.Min((stride + 1) * Stride, length); at += Block)
            {
                var size = (int)Math.Min(Block, length - at);
                var given = buffers.Item1.AsSpan(0, size);
                var there = buffers.Item2.AsSpan(0, size);
                Fill(latest, given, at);
                Fill(spare.SafeFileHandle, there, at);
                if (!given.SequenceEqual(there))
                {
                    RandomAccess.Write(spare.SafeFileHandle, given, at);
                }
            }

            return buffers;
        }, _ => { });
    }

    private static void Fill(Microsoft.Win32.SafeHandles.SafeFileHandle file, Span<byte> buffer, long at)
    {
        for (var filled = 0; filled < buffer.Length; )
        {
            var read = RandomAccess.Read(file, buffer[filled..], at + filled);
            filled += read > 0 ? read : throw new IOException("A version of the warehouse is shorter than it was.");
        }
    }

    // Where blocks are shared by copies, a copy costs nothing.
    private bool Clones() => new DriveInfo(Path.GetFullPath(directory)).DriveFormat is "btrfs" or "xfs" or "zfs" or "bcachefs" or "ReFS";
}
