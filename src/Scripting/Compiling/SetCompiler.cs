using MeritException = Merit.Diagnostics.MeritException;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>Compiles a set of scripts against a warehouse. The first class on this path that touches Roslyn: a warm start never gets here.</summary>
internal static class SetCompiler
{
    /// <summary>Compiles; throws a <see cref="MeritException"/> with everything found in all scripts.</summary>
    public static CompiledScripts Compile(IReadOnlyList<Script> scripts, WarehouseSchema schema)
    {
        var trees = scripts.AsParallel().AsOrdered().Select(s => Parse(s.Path, s.Text)).ToList();
        var findings = ReservedNames.Check(schema).Concat(trees.SelectMany(t => SyntaxGuard.Check(t.GetRoot()).Concat(ReusedNames.Check(t.GetRoot())))).ToList();
        ThrowIfAny(findings);

        var mentioned = trees.SelectMany(t => MetricNames.Mentioned(t.GetRoot())).ToList();
        var names = trees.SelectMany(t => MetricNames.Declared(t.GetRoot())).Concat(mentioned.Select(m => m.Name));
        var tables = Tables(schema, names, ReusedNames.In(trees.Select(t => t.GetRoot())));
        var reference = tables.ToMetadataReference();

        var usings = Parse("usings", Usings.Text);
        var emitted = Task.Run(() => EmitTables(tables));
        var results = trees.AsParallel().AsOrdered().Select((tree, i) => new ScriptCompilation(tree, i, usings, reference).Compile()).ToList();
        var generated = emitted.GetAwaiter().GetResult();
        ThrowIfAny([.. results.SelectMany(r => r.Findings)]);
        return new CompiledScripts(generated, [.. results.Select(r => r.Assembly).OfType<CompiledAssembly>()], mentioned, FromCache: false);
    }

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

    private static CSharpCompilation Tables(WarehouseSchema schema, IEnumerable<string> names, ReusedNames reused) => CSharpCompilation.Create(
        TableTypes.AssemblyName,
        [
            Parse("tables", TableTypes.Tables(schema)),
            Parse("metrics", TableTypes.Metrics(names)),
            Parse("reused", ReusedTypes.Text(reused)),
        ],
        Platform.References,
        Platform.Options(OutputKind.DynamicallyLinkedLibrary));

    private static CompiledAssembly EmitTables(CSharpCompilation tables) =>
        Emit(tables, TableTypes.AssemblyName, out var errors)
        ?? throw new MeritException([.. errors.Select(e => ScriptRules.GeneratedTables.Here(e.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))]);

    private static void ThrowIfAny(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new MeritException([.. findings.OrderBy(f => f.At?.File, StringComparer.Ordinal).ThenBy(f => f.At?.Line).ThenBy(f => f.At?.Column)]);
        }
    }
}
