using Merit.Diagnostics.Rules;
using Merit.Scripting.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Finding = Merit.Diagnostics.Diagnostic;
using Place = Merit.Diagnostics.Place;

namespace Merit.Scripting.Compiling;

/// <summary>What came of one script: an assembly, or findings.</summary>
internal sealed record ScriptResult(CompiledAssembly? Assembly, IReadOnlyList<Finding> Findings);

/// <summary>Compiles one script: as it is written for everything a user is told, with checks in its loops for what is run.</summary>
internal sealed class ScriptCompilation(SyntaxTree tree, int number, MetadataReference tables)
{
    public ScriptResult Compile()
    {
        var compilation = Create(tree);
        var model = compilation.GetSemanticModel(tree);
        var findings = Findings(compilation, model);
        return findings.Count > 0 ? new ScriptResult(null, findings) : Emit(compilation, new Instrumentation(model).Text());
    }

    private static List<Finding> Findings(CSharpCompilation compilation, SemanticModel model)
    {
        var findings = new Mistakes(model).Find().Concat(new SymbolGuard(model, TableTypes.AssemblyName).Check()).ToList();
        // What the compiler says of a line that already has a finding of ours says the same in other words.
        var lines = findings.Select(f => f.At?.Line).ToHashSet();
        var messages = new CompilerMessages(model);
        findings.AddRange(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(messages.Explain).Where(f => !lines.Contains(f.At?.Line)));
        return findings;
    }

    private ScriptResult Emit(CSharpCompilation compilation, string? instrumented)
    {
        if (instrumented is not null)
        {
            compilation = Create(SetCompiler.Parse(tree.FilePath, instrumented, SourceCodeKind.Script)).AddReferences(Platform.LoopGuard);
        }

        var assembly = SetCompiler.Emit(compilation, tree.FilePath, out var errors);
        if (assembly is null)
        {
            // The compiler gives nothing, without an error, for a script of nothing but comments.
            return errors.Count == 0
                ? new ScriptResult(null, [])
                : throw new InvalidOperationException($"A script that compiles did not compile with checks: {errors[0]}");
        }

        var violation = MetadataGuard.FirstViolation([.. assembly.Image], TableTypes.AssemblyName);
        return violation is null
            ? new ScriptResult(assembly, [])
            : new ScriptResult(null, [ScriptRules.ForbiddenInOutput.At(new Place(tree.FilePath), violation)]);
    }

    private CSharpCompilation Create(SyntaxTree syntax) => CSharpCompilation.CreateScriptCompilation(
        "Merit.Script" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        syntax,
        [.. Platform.References, tables],
        Platform.Options.WithUsings(Platform.Usings));
}
