using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Scripting.Compiling;

namespace Merit.Scripting.Caching;

/// <summary>What a compiled set depends on besides its scripts and tables.</summary>
/// <param name="Policy">What is allowed, checked and written into scripts.</param>
/// <param name="Language">The metric language and what it is made of.</param>
/// <param name="Platform">The base class library.</param>
/// <param name="Runtime">The runtime.</param>
/// <param name="Compiler">The C# compiler.</param>
internal sealed record CacheInputs(string Policy, string Language, string Platform, string Runtime, string Compiler)
{
    /// <summary>Of this process. An assembly is known by the identity its compiler gave it, which any change of its code changes.</summary>
    public static CacheInputs Current { get; } = new(
        Identity(typeof(CacheInputs)) + Usings.Text,
        Identity(typeof(Expr)) + Identity(typeof(Place)),
        Identity(typeof(object)) + Identity(typeof(SortedDictionary<,>)) + Identity(typeof(Enumerable)),
        Environment.Version.ToString(),
        VersionOf("Microsoft.CodeAnalysis.dll") + VersionOf("Microsoft.CodeAnalysis.CSharp.dll"));

    private static string Identity(Type type) => type.Module.ModuleVersionId.ToString();

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
