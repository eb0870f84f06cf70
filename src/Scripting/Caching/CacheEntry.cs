using System.Security.Cryptography;
using Merit.Diagnostics;
using Merit.Metrics.Language;

namespace Merit.Scripting.Caching;

/// <summary>A compiled set as bytes: the seal of the rest, then its assemblies and what they mention.</summary>
internal static class CacheEntry
{
    public static byte[] Write(CompiledScripts compiled, string key, CacheSeal seal)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        Write(writer, compiled.Tables);
        writer.Write(compiled.Scripts.Count);
        foreach (var script in compiled.Scripts)
        {
            Write(writer, script);
        }

        writer.Write(compiled.References.Count);
        foreach (var (name, at) in compiled.References)
        {
            writer.Write(name);
            writer.Write(at.File);
            writer.Write(at.Line);
            writer.Write(at.Column);
        }

        Write(writer, compiled.Names.Ids);
        Write(writer, compiled.Names.Families);
        writer.Write(compiled.Names.Unnamed);
        writer.Flush();
        return [.. seal.Of(key, body.ToArray()), .. body.ToArray()];
    }

    /// <summary>The set, or null when the bytes are not what was written under this name, here.</summary>
    public static CompiledScripts? Read(byte[] bytes, string key, CacheSeal seal)
    {
        if (bytes.Length < CacheSeal.Size
            || !CryptographicOperations.FixedTimeEquals(seal.Of(key, bytes.AsSpan(CacheSeal.Size)), bytes.AsSpan(0, CacheSeal.Size)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, CacheSeal.Size, bytes.Length - CacheSeal.Size));
        var tables = ReadAssembly(reader);
        var scripts = Many(reader, ReadAssembly);
        var references = Many(reader, r => new MetricReference(r.ReadString(), new Place(r.ReadString(), r.ReadInt32(), r.ReadInt32())));
        var names = new DeclaredNames(Many(reader, r => r.ReadString()), Many(reader, r => r.ReadString()), reader.ReadBoolean());
        return new CompiledScripts(tables, scripts, references, FromCache: true) { Names = names };
    }

    private static void Write(BinaryWriter writer, CompiledAssembly assembly)
    {
        writer.Write(assembly.Path);
        writer.Write(assembly.Image.Length);
        writer.Write(assembly.Image);
        writer.Write(assembly.Symbols.Length);
        writer.Write(assembly.Symbols);
    }

    private static void Write(BinaryWriter writer, IReadOnlyList<string> names)
    {
        writer.Write(names.Count);
        foreach (var name in names)
        {
            writer.Write(name);
        }
    }

    private static CompiledAssembly ReadAssembly(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadBytes(reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()));

    private static T[] Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var all = new T[reader.ReadInt32()];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = read(reader);
        }

        return all;
    }
}
