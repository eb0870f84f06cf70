using Merit.Metrics.Language;

namespace Merit.Scripting.Guards;

/// <summary>What of Merit itself a script may use: the language and the tables, not the planner behind them.</summary>
internal static class Owned
{
    private static readonly string Language = typeof(Expr).Assembly.GetName().Name ?? "";

    private static readonly string Guard = typeof(Running.LoopGuard).Assembly.GetName().Name ?? "";

    /// <summary>Whether the assembly is one of Merit's that scripts are compiled against.</summary>
    public static bool Assembly(string name) => name == Language || name == Guard;

    /// <summary>Whether a type of them may be used.</summary>
    public static bool Type(string name) =>
        (name.StartsWith("Merit.Metrics.Language.", StringComparison.Ordinal) && name is not ("Merit.Metrics.Language.DefinitionScope" or "Merit.Metrics.Language.Definitions"))
        || (name.StartsWith("Merit.Metrics.Tables.", StringComparison.Ordinal) && name.EndsWith("Table", StringComparison.Ordinal))
        || name is "Merit.Metrics.Results.Unit" or "Merit.Metrics.Results.NoValue" or "Merit.Scripting.Running.LoopGuard";
}
