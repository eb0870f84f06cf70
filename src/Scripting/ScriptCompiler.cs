using System.Runtime.CompilerServices;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Scripting.Caching;
using Merit.Scripting.Compiling;

namespace Merit.Scripting;

/// <summary>Turns scripts into assemblies, once: what has been compiled before comes from the cache, and the C# compiler is not even loaded.</summary>
/// <param name="cacheDirectory">Where compiled sets are kept, such as <c>.merit/cache/scripts</c>; null to compile every time.</param>
/// <param name="sealDirectory">Where the secret is kept that tells what was compiled here from what was brought along; the user's own folder unless given.</param>
public sealed class ScriptCompiler(string? cacheDirectory, string? sealDirectory = null)
{
    /// <summary>What a compiled set depends on besides its scripts and tables.</summary>
    internal CacheInputs Inputs { get; init; } = CacheInputs.Current;

    /// <summary>Compiles a set of scripts against the tables of a warehouse.</summary>
    /// <param name="scripts">The scripts, in any order; their paths differ.</param>
    /// <param name="schema">The tables they may speak of.</param>
    /// <param name="leftOut">Tables that the schema lacks only because the models that make them are wrong.</param>
    /// <returns>The set; where scripts do not compile, or use what they may not, its findings say so, each with its place.</returns>
    public CompiledScripts Compile(IReadOnlyList<Script> scripts, WarehouseSchema schema, LeftOut? leftOut = null)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(schema);
        Script[] ordered = [.. scripts.OrderBy(s => s.Path, StringComparer.Ordinal)];
        if (cacheDirectory is null || CacheSeal.In(sealDirectory ?? CacheSeal.UsualDirectory) is not { } seal)
        {
            return FromSource(ordered, schema, leftOut ?? LeftOut.Nothing);
        }

        var cache = new ScriptCache(cacheDirectory, seal);
        var key = CacheKey.Of(ordered, TableTypes.Tables(schema), Inputs);
        if (cache.Find(key) is { } cached)
        {
            return cached;
        }

        var compiled = FromSource(ordered, schema, leftOut ?? LeftOut.Nothing);
        if (!compiled.IsPartial)
        {
            cache.Keep(key, compiled);
        }

        return compiled;
    }

    // Kept apart: running a method loads the assemblies its code mentions.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CompiledScripts FromSource(Script[] scripts, WarehouseSchema schema, LeftOut leftOut) => SetCompiler.Compile(scripts, schema, leftOut);
}
