using Merit.Diagnostics.Rules;
using Merit.Scripting.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Finding = Merit.Diagnostics.Diagnostic;

namespace Merit.Scripting.Compiling;

/// <summary>What came of one script: an assembly, or findings.</summary>
internal sealed record ScriptResult(CompiledAssembly? Assembly, IReadOnlyList<Finding> Findings);

/// <summary>Compiles one script: as it is written for everything a user is told, with checks in its loops for what is run.</summary>
internal sealed class ScriptCompilation(SyntaxTree tree, int number, SyntaxTree usings, MetadataReference tables)
{
    public ScriptResult Compile()
    {
        var refused = SyntaxGuard.Check(tree.GetRoot()).Concat(ReusedNames.Check(tree.GetRoot())).ToList();
        var compilation = Create(tree);
        var model = compilation.GetSemanticModel(tree);
        var findings = Findings(compilation, model, refused);
        return findings.Count > 0 ? new ScriptResult(null, findings)
            : SetCompiler.HasStatements(tree) ? Emit(compilation, new Instrumentation(model).Text())
            : new ScriptResult(null, []);
    }

    private List<Finding> Findings(CSharpCompilation compilation, SemanticModel model, List<Finding> refused)
    {
        // What is refused goes before what else is said of the same statement.
        var members = refused.Select(f => Remainder.MemberAt(tree, f.At)).ToHashSet();
        var findings = refused.Concat(new Mistakes(model).Find().Concat(new SymbolGuard(model, TableTypes.AssemblyName).Check()).Where(f => !members.Contains(Remainder.MemberAt(tree, f.At)))).ToList();

        // That statements come after a class is told of the class.
        var order = refused.Count > 0 ? "CS8803" : "";

        // What the compiler says of a line that already has a finding of ours says the same in other words.
        var lines = findings.Select(f => f.At?.Line).ToHashSet();
        var messages = new CompilerMessages(model);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree == tree && d.Id != order).ToList();
        findings.AddRange(SyntaxAdvice.FirstOnly(errors, tree)
            .Select(messages.Explain).Where(f => !lines.Contains(f.At?.Line) && !members.Contains(Remainder.MemberAt(tree, f.At))));
        return findings;
    }

    private ScriptResult Emit(CSharpCompilation compilation, string? instrumented)
    {
        if (instrumented is not null)
        {
            compilation = Create(SetCompiler.Parse(tree.FilePath, instrumented)).AddReferences(Platform.LoopGuard);
        }

        var assembly = SetCompiler.Emit(compilation, tree.FilePath, out var errors)
            ?? throw new InvalidOperationException($"A script that compiles did not compile with checks: {errors[0]}");
        var violation = MetadataGuard.FirstViolation([.. assembly.Image], TableTypes.AssemblyName);
        return violation is null
            ? new ScriptResult(assembly, [])
            : new ScriptResult(null, [ScriptRules.ForbiddenInOutput.At(Violation.PlaceOf(assembly, TableTypes.AssemblyName), violation)]);
    }

    private CSharpCompilation Create(SyntaxTree syntax) => CSharpCompilation.Create(
        "Merit.Script" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        [syntax, usings],
        [.. Platform.References, tables],
        Platform.Options(SetCompiler.HasStatements(tree) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary));
}
