using System.Runtime.CompilerServices;
using Merit.Metrics.Language;
using Merit.Scripting.Compiling;

namespace Merit.Scripting;

/// <summary>What scripts declare as far as their text says so, without compiling them.</summary>
public static class ScriptNames
{
    /// <summary>The metrics a script declares by literal names, funnels and cohorts, which make several, among the families.</summary>
    // Apart: running a method loads the assemblies its code mentions.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DeclaredNames Metrics(Script script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var root = SetCompiler.Parse(script.Path, script.Text).GetRoot();
        return MetricNames.Declared([root]) with { Ids = [.. MetricNames.Metrics(root)] };
    }
}
