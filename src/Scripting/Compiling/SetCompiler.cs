using MeritException = Merit.Diagnostics.MeritException;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Compiles a set of scripts against a warehouse. The first class on this path that touches Roslyn: a warm start never gets here.</summary>
internal static class SetCompiler
{
    /// <summary>Compiles. Where something is wrong the findings say everything that is, and the assemblies are of the statements that are not.</summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="schema">The tables they may speak of.</param>
    /// <param name="leftOut">Tables that are missing for a reason told elsewhere.</param>
    public static CompiledScripts Compile(IReadOnlyList<Script> scripts, WarehouseSchema schema, LeftOut leftOut)
    {
        var trees = Trees(scripts);
        ThrowIfAny([.. ReservedNames.Check(schema)]);
        var tables = CSharpCompilation.Create(
            TableTypes.AssemblyName,
            Generated(trees, schema).Select(g => Parse(g.File, g.Text)),
            Platform.References,
            Platform.Options(OutputKind.DynamicallyLinkedLibrary));
        var reference = tables.ToMetadataReference();
        var usings = Parse("usings", Usings.Text);
        var emitted = Task.Run(() => EmitTables(tables));
        var results = trees.AsParallel().AsOrdered().Select((tree, i) => Remainder.Compile(tree, t => new ScriptCompilation(t, i, usings, reference).Compile())).ToList();
        var generated = emitted.GetAwaiter().GetResult();
        return new CompiledScripts(generated, [.. results.Select(r => r.Assembly).OfType<CompiledAssembly>()], [.. trees.SelectMany(t => MetricNames.Mentioned(t.GetRoot()))], FromCache: false)
        {
            Names = MetricNames.Declared([.. trees.Select(t => t.GetRoot())]),
            IsPartial = results.Exists(r => r.Findings.Count > 0),
            Findings = [.. InOrder(results.SelectMany(r => r.Findings).Where(f => !leftOut.Explains(f.Missing)))],
        };
    }

    /// <summary>The C# that is written for scripts: the tables, and what the scripts declare and mention.</summary>
    public static IReadOnlyList<(string File, string Text)> Generated(IReadOnlyList<Script> scripts, WarehouseSchema schema) => Generated(Trees(scripts), schema);

    /// <summary>Whether a script has anything to run.</summary>
    public static bool HasStatements(SyntaxTree tree) => tree.GetRoot().ChildNodes().Any(n => n is GlobalStatementSyntax);

    internal static SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Platform.Parsing, path);

    internal static CompiledAssembly? Emit(CSharpCompilation compilation, string path, out IReadOnlyList<Diagnostic> errors)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(image, symbols, options: new Microsoft.CodeAnalysis.Emit.EmitOptions(
            debugInformationFormat: Microsoft.CodeAnalysis.Emit.DebugInformationFormat.PortablePdb));
        errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
        return result.Success ? new CompiledAssembly(path, image.ToArray(), symbols.ToArray()) : null;
    }

    private static List<SyntaxTree> Trees(IReadOnlyList<Script> scripts) => scripts.AsParallel().AsOrdered().Select(s => Parse(s.Path, s.Text)).ToList();

    private static IReadOnlyList<(string File, string Text)> Generated(IReadOnlyList<SyntaxTree> trees, WarehouseSchema schema)
    {
        var roots = trees.Select(t => t.GetRoot()).ToList();
        var metrics = roots.SelectMany(r => MetricNames.Metrics(r).Concat(MetricNames.Mentioned(r).Select(m => m.Name)));
        return [("Tables.cs", TableTypes.Tables(schema)), ("Metrics.cs", TableTypes.Metrics(metrics)), ("Reused.cs", ReusedTypes.Text(ReusedNames.In(roots)))];
    }

    private static CompiledAssembly EmitTables(CSharpCompilation tables) =>
        Emit(tables, TableTypes.AssemblyName, out var errors)
        ?? throw new MeritException([.. errors.Select(e => ScriptRules.GeneratedTables.Here(e.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))]);

    private static void ThrowIfAny(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new MeritException([.. InOrder(findings)]);
        }
    }

    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) =>
        findings.OrderBy(f => f.At?.File, StringComparer.Ordinal).ThenBy(f => f.At?.Line).ThenBy(f => f.At?.Column);
}
