using System.Security.Cryptography;
using System.Text;

namespace Merit.Scripting.Caching;

/// <summary>Names a compiled set by everything it depends on.</summary>
internal static class CacheKey
{
    /// <summary>The key: 64 hexadecimal digits.</summary>
    /// <param name="scripts">The scripts, in the order of their paths.</param>
    /// <param name="tables">The text of the generated tables.</param>
    /// <param name="inputs">Everything else.</param>
    public static string Of(IReadOnlyList<Script> scripts, string tables, CacheInputs inputs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in new[] { inputs.Policy, inputs.Language, inputs.Platform, inputs.Runtime, inputs.Compiler, tables }.Concat(scripts.SelectMany(s => new[] { s.Path, s.Text })))
        {
            Add(hash, text);
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
}
