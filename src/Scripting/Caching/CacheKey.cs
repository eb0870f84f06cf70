using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using Merit.Metrics.Language;

namespace Merit.Scripting.Caching;

/// <summary>Names a compiled set by everything it depends on: the scripts, the tables, the language, the guard, the compiler and the runtime.</summary>
internal static class CacheKey
{
    // Raised when what is allowed, checked or written into scripts changes its meaning without changing this assembly.
    private const string Policy = "1";

    /// <summary>The key: 64 hexadecimal digits.</summary>
    public static string Of(IReadOnlyList<Script> scripts, string tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Policy);
        Add(hash, Environment.Version.ToString());
        Add(hash, typeof(object).Module.ModuleVersionId.ToString());
        Add(hash, typeof(Expr).Module.ModuleVersionId.ToString());
        Add(hash, typeof(CacheKey).Module.ModuleVersionId.ToString());
        Add(hash, VersionOf("Microsoft.CodeAnalysis.CSharp.dll"));
        Add(hash, tables);
        foreach (var script in scripts)
        {
            Add(hash, script.Path);
            Add(hash, script.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // With its length, so that two neighbours cannot trade letters.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    // Read from the file: asking the assembly would load it.
    private static string VersionOf(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, file);
        if (!File.Exists(path))
        {
            return "";
        }

        using var image = new PEReader(File.OpenRead(path));
        var reader = image.GetMetadataReader();
        return reader.GetGuid(reader.GetModuleDefinition().Mvid).ToString();
    }
}
