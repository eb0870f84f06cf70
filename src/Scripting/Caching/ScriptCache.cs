using Merit.Scripting.Compiling;
using Merit.Scripting.Guards;

namespace Merit.Scripting.Caching;

/// <summary>Compiled sets on disk, one file each. An entry that is damaged, was not sealed here, or holds what the guard refuses, counts as absent.</summary>
internal sealed class ScriptCache(string directory, CacheSeal seal)
{
    private const int Kept = 16;

    /// <summary>The set of a key, verified, or null.</summary>
    public CompiledScripts? Find(string key)
    {
        try
        {
            var path = Path.Combine(directory, key);
            var compiled = File.Exists(path) ? CacheEntry.Read(File.ReadAllBytes(path), key, seal) : null;
            return compiled is not null && IsClean(compiled) ? compiled : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Writes the set beside its place and moves it there, so that no reader sees half of it. A cache that cannot be written is only slow.</summary>
    public void Keep(string key, CompiledScripts compiled)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var draft = Path.Combine(directory, $"{key}.{Guid.NewGuid():n}.draft");
            File.WriteAllBytes(draft, CacheEntry.Write(compiled, key, seal));
            File.Move(draft, Path.Combine(directory, key), overwrite: true);
            foreach (var old in new DirectoryInfo(directory).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc).Skip(Kept))
            {
                old.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next start compiles again.
        }
    }

    private static bool IsClean(CompiledScripts compiled) =>
        compiled.Scripts.Prepend(compiled.Tables).All(a => MetadataGuard.FirstViolation([.. a.Image], TableTypes.AssemblyName) is null);
}
