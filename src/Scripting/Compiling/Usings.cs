using Merit.Metrics.Language;
using Merit.Metrics.Results;

namespace Merit.Scripting.Compiling;

/// <summary>What every script sees without asking. It stands in a file of its own, so that no line is put before a script's first and places stay true.</summary>
/// <remarks>Knows no compiler: editor projects are written with it.</remarks>
internal static class Usings
{
    private static readonly string[] Namespaces = ["System", "System.Collections.Generic", "System.Linq", typeof(Expr).Namespace ?? "", TableTypes.AssemblyName];

    private static readonly string[] Classes = [typeof(Define).FullName ?? "", typeof(NoValue).FullName ?? "", TableTypes.AssemblyName + ".Tables"];

    /// <summary>The file.</summary>
    public static string Text { get; } = string.Concat([
        .. Namespaces.Select(n => $"global using {n};\n"),
        .. Classes.Select(c => $"global using static {c};\n"),
    ]);
}
