using System.Runtime.CompilerServices;
using Merit.Metrics.Schema;
using Merit.Scripting.Caching;
using Merit.Scripting.Compiling;

namespace Merit.Scripting;

/// <summary>The C# that stands beside a script when it is compiled: what an editor needs in order to complete tables and metrics.</summary>
public static class EditorSources
{
    /// <summary>Differs as soon as the files would.</summary>
    public static string Stamp(IReadOnlyList<Script> scripts, WarehouseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(schema);
        return CacheKey.Of([.. scripts.OrderBy(s => s.Path, StringComparer.Ordinal)], TableTypes.Tables(schema), CacheInputs.Current);
    }

    /// <summary>The files, by name. The scripts need not compile.</summary>
    // Apart, like the next: running a method loads the assemblies its code mentions.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IReadOnlyList<(string File, string Text)> Of(IReadOnlyList<Script> scripts, WarehouseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        ArgumentNullException.ThrowIfNull(schema);
        return [("Usings.cs", Usings.Text), .. SetCompiler.Generated(scripts, schema)];
    }

    /// <summary>Whether a script has statements; one of nothing but comments has not, and is no program.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsProgram(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return SetCompiler.HasStatements(SetCompiler.Parse(script.Path, script.Text));
    }
}
