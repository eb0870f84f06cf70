using System.Runtime.CompilerServices;
using Merit.Metrics.Schema;
using Merit.Scripting.Caching;
using Merit.Scripting.Compiling;

namespace Merit.Scripting;

/// <summary>Turns scripts into assemblies, once: what has been compiled before comes from the cache, and the C# compiler is not even loaded.</summary>
/// <param name="cacheDirectory">Where compiled sets are kept, such as <c>.merit/cache/scripts</c>; null to compile every time.</param>
public sealed class ScriptCompiler(string? cacheDirectory)
{
    /// <summary>Compiles a set of scripts against the tables of a warehouse.</summary>
    /// <param name="scripts">The scripts, in any order; their paths differ.</param>
    /// <param name="schema">The tables they may speak of.</param>
    /// <exception cref="Diagnostics.MeritException">The scripts do not compile, or use what they may not; every finding has its place.</exception>
    public CompiledScripts Compile(IReadOnlyList<Script> scripts, WarehouseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(schema);
        Script[] ordered = [.. scripts.OrderBy(s => s.Path, StringComparer.Ordinal)];
        if (cacheDirectory is null)
        {
            return FromSource(ordered, schema);
        }

        var cache = new ScriptCache(cacheDirectory);
        var key = CacheKey.Of(ordered, TableTypes.Tables(schema));
        if (cache.Find(key) is { } cached)
        {
            return cached;
        }

        var compiled = FromSource(ordered, schema);
        cache.Keep(key, compiled);
        return compiled;
    }

    // Kept apart: running a method loads the assemblies its code mentions.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CompiledScripts FromSource(Script[] scripts, WarehouseSchema schema) => SetCompiler.Compile(scripts, schema);
}
