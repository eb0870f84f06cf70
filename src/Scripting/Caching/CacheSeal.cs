using System.Security.Cryptography;
using System.Text;

namespace Merit.Scripting.Caching;

/// <summary>
/// Marks what this user compiled on this machine. What is run without being compiled must come from nobody else: a workspace that somebody hands over may bring a cache
/// along, and what a compiler would never write can look clean to a reader of metadata.
/// </summary>
internal sealed class CacheSeal
{
    private readonly byte[] _secret;

    private CacheSeal(byte[] secret) => _secret = secret;

    /// <summary>Bytes of a seal.</summary>
    public const int Size = HMACSHA256.HashSizeInBytes;

    /// <summary>The user's own folder, outside any workspace.</summary>
    public static string UsualDirectory => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "merit");

    /// <summary>The seal whose secret a folder keeps, made when there is none; null where none can be kept.</summary>
    public static CacheSeal? In(string directory)
    {
        // Where a user has no folder, the path is a relative one: anybody's.
        if (!Path.IsPathRooted(directory))
        {
            return null;
        }

        var path = Path.Combine(directory, "scripts.key");
        try
        {
            return Read(path) ?? Make(directory, path) ?? Read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The seal of an entry under its name.</summary>
    public byte[] Of(string name, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _secret);
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    private static CacheSeal? Read(string path) => File.Exists(path) && File.ReadAllBytes(path) is { Length: Size } secret ? new CacheSeal(secret) : null;

    // Written beside its place and moved there: of two processes that start at once the first wins, and the other reads what that one wrote.
    private static CacheSeal? Make(string directory, string path)
    {
        Directory.CreateDirectory(directory);
        var draft = $"{path}.{Guid.NewGuid():n}";
        var secret = RandomNumberGenerator.GetBytes(Size);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(secret);
        }

        try
        {
            File.Move(draft, path, overwrite: File.Exists(path) && Read(path) is null);
            return new CacheSeal(secret);
        }
        catch (IOException)
        {
            File.Delete(draft);
            return null;
        }
    }
}
