using Merit.Diagnostics;
using Merit.Metrics.Language;

namespace Merit.Scripting;

/// <summary>A set of scripts as assemblies, from the compiler or from the cache.</summary>
/// <param name="Tables">The generated assembly: the workspace's tables and metric names.</param>
/// <param name="Scripts">One assembly per script, in the order of their paths.</param>
/// <param name="References">Where scripts mention <c>metrics.name</c>.</param>
/// <param name="FromCache">Whether nothing had to be compiled.</param>
public sealed record CompiledScripts(
    CompiledAssembly Tables, IReadOnlyList<CompiledAssembly> Scripts, IReadOnlyList<MetricReference> References, bool FromCache)
{
    /// <summary>What they declare by its name, in statements that compile or not.</summary>
    public DeclaredNames Names { get; init; } = DeclaredNames.None;

    /// <summary>Whether statements were left out.</summary>
    public bool IsPartial { get; init; }

    /// <summary>What is wrong with them; statements that are wrong are not in the assemblies, so that the others can be looked into further.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; init; } = [];
}

/// <summary>An assembly in memory.</summary>
/// <param name="Path">The script it was compiled from; the assembly's name where it is generated.</param>
/// <param name="Image">The assembly.</param>
/// <param name="Symbols">Its portable debugging symbols, which give errors their lines.</param>
public sealed record CompiledAssembly(string Path, byte[] Image, byte[] Symbols);

/// <summary>A mention of <c>metrics.name</c>.</summary>
/// <param name="Name">The metric's id.</param>
/// <param name="At">Where.</param>
public sealed record MetricReference(string Name, Place At);
