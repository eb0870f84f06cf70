using System.Reflection;
using Merit.Metrics.Language;
using Merit.Metrics.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Merit.Scripting.Compiling;

/// <summary>What scripts are compiled against and how: a few named assemblies, nothing found by itself.</summary>
internal static class Platform
{
    /// <summary>The core library, collections, LINQ and the metric language.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        Reference(typeof(object).Assembly),
        Reference(Assembly.Load("System.Runtime")),
        Reference(typeof(SortedDictionary<,>).Assembly),
        Reference(typeof(Enumerable).Assembly),
        Reference(typeof(Diagnostics.Place).Assembly),
        Reference(typeof(Expr).Assembly),
    ];

    /// <summary>The loop guard, which only instrumented scripts refer to.</summary>
    public static MetadataReference LoopGuard { get; } = Reference(typeof(Running.LoopGuard).Assembly);

    /// <summary>The words that every script has from the language.</summary>
    public static IReadOnlySet<string> Words { get; } = typeof(Define).GetMembers(BindingFlags.Public | BindingFlags.Static).Select(m => m.Name)
        .Concat(Enum.GetNames<NoValue>()).ToHashSet(StringComparer.Ordinal);

    /// <summary>Scripts are ordinary C#: statements first, then types, as in any program without a Main. So an editor and `dotnet build` read them the same way.</summary>
    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    // Warnings are for programs; a script is told what keeps it from being right. Not optimised: what runs once is made fastest that way (a collectible
    // context has no tiers), an error keeps its exact line, and a function that calls itself without end meets the stack check, not a tail call.
    public static CSharpCompilationOptions Options(OutputKind kind) => new(
        kind,
        optimizationLevel: OptimizationLevel.Debug,
        allowUnsafe: false,
        deterministic: true,
        warningLevel: 0,
        generalDiagnosticOption: ReportDiagnostic.Default,
        nullableContextOptions: NullableContextOptions.Disable);

    private static PortableExecutableReference Reference(Assembly assembly) => MetadataReference.CreateFromFile(assembly.Location);
}
