using System.Collections.Immutable;
using Merit.Scripting.Compiling;
using Merit.Scripting.Guards;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Merit.Scripting.Tests.Guards;

/// <summary>The guard of what was emitted stands alone: these assemblies never saw the symbol guard.</summary>
public sealed class MetadataGuardTests
{
    [Theory]
    [InlineData("System.IO.File.ReadAllText(\"x\")", "System.IO.File")]
    [InlineData("System.DateTime.Now", "System.DateTime.get_Now")]
    [InlineData("System.DateTime.UtcNow", "System.DateTime.get_UtcNow")]
    [InlineData("\"\".GetType()", "System.Object.GetType")]
    [InlineData("typeof(string).Assembly", "System.Reflection.Assembly")]
    [InlineData("System.Environment.MachineName", "System.Environment.get_MachineName")]
    [InlineData("new System.Func<int>(() => 1).Method", "System.Delegate")]
    [InlineData("System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(null)", "System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject")]
    [InlineData("System.Array.CreateInstance(null, 1)", "System.Array.CreateInstance")]
    [InlineData("new System.Collections.Generic.List<System.IO.Stream>()", "System.IO.Stream")]
    [InlineData("System.Threading.Tasks.Task.FromResult(1)", "System.Threading.Tasks.Task")]
    [InlineData("((System.Collections.Generic.List<int>)null).GetType()", "System.Object.GetType")]
    [InlineData("Merit.Metrics.Language.DefinitionScope.Begin()", "Merit.Metrics.Language.DefinitionScope")]
    [InlineData("Merit.Metrics.Tables.Canonical.Tables", "Merit.Metrics.Tables.Canonical")]
    [InlineData("Merit.Diagnostics.Catalog.All", "Merit.Diagnostics")]
    public void What_an_assembly_refers_to_must_be_on_the_list(string expression, string refused) =>
        Assert.Equal(refused, Violation($"public static class C {{ public static object M() => {expression}; }}"));

    [Theory]
    [InlineData("public static class C { [System.Runtime.InteropServices.DllImport(\"libc\")] public static extern int getpid(); }", "extern")]
    [InlineData("public static class C { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] public static extern int X(); }", "extern")]
    [InlineData("public static unsafe class C { public static void M() { int x = 1; int* p = &x; *p = 2; } }", "System.Security.Permissions.SecurityAction")]
    [InlineData("[System.Obsolete] public static class C { }", "System.ObsoleteAttribute")]
    public void Native_and_unsafe_code_is_refused(string code, string refused) => Assert.Equal(refused, Violation(code));

    [Theory]
    [InlineData("public static class C { public static int M() => 1 + 1; }")]
    [InlineData("public record R(string Id, int Count);")]
    [InlineData("public static class C { public static Merit.Metrics.Language.Measure M(Merit.Metrics.Tables.LeadsTable t) => Merit.Metrics.Language.Define.Count(t); }")]
    public void What_is_on_the_list_passes(string code) => Assert.Null(Violation(code));

    [Theory]
    [InlineData("System.IO.File.Delete(\"x\");")]
    [InlineData("_ = new System.Collections.Generic.List<int>().GetType();")]
    [InlineData("foreach (var n in System.Threading.Tasks.Task.FromResult(new[] { 1 }).Result) { }")]
    [InlineData("System.Array.Resize(ref numbers, 3);")]
    [InlineData("unsafe { int* p = stackalloc int[3]; *p = sum; sum = *p; }")]
    public void The_line_that_made_the_compiler_write_it_is_found(string statement)
    {
        var text = $"var numbers = new[] {{ 1 }};\nvar sum = 0;\n\n{statement}\nsum++;";
        Assert.Equal("metrics/crafted.csx(4)", PlaceOf(text));
    }

    [Fact]
    public void The_generated_assembly_may_be_used_freely_under_its_own_name_only()
    {
        var compiled = Scripts.Compile(("metrics/a.csx", "Metric(\"r\", Count(store_visits));"));
        ImmutableArray<byte> image = [.. compiled.Scripts[0].Image];

        Assert.Null(MetadataGuard.FirstViolation(image, TableTypes.AssemblyName));
        Assert.Equal(TableTypes.AssemblyName, MetadataGuard.FirstViolation(image, "Another"));
    }

    [Fact]
    public void Bytes_that_are_no_assembly_are_no_assembly() =>
        Assert.Throws<BadImageFormatException>(() => MetadataGuard.FirstViolation([1, 2, 3], ""));

    private static string? Violation(string code) => MetadataGuard.FirstViolation([.. Crafted(code, OutputKind.DynamicallyLinkedLibrary).Image], TableTypes.AssemblyName);

    private static string PlaceOf(string program)
    {
        var crafted = Crafted(program, OutputKind.ConsoleApplication);
        Assert.NotNull(MetadataGuard.FirstViolation([.. crafted.Image], TableTypes.AssemblyName));
        return Merit.Scripting.Guards.Violation.PlaceOf(crafted, TableTypes.AssemblyName).ToString();
    }

    private static CompiledAssembly Crafted(string code, OutputKind kind)
    {
        var compilation = CSharpCompilation.Create(
            "Crafted", [SetCompiler.Parse("metrics/crafted.csx", code)], Merit.Scripting.Compiling.Platform.References,
            new CSharpCompilationOptions(kind, allowUnsafe: code.Contains("unsafe", StringComparison.Ordinal), optimizationLevel: OptimizationLevel.Release));
        var crafted = SetCompiler.Emit(compilation, "metrics/crafted.csx", out var errors);
        Assert.True(crafted is not null, string.Join('\n', errors));
        return crafted;
    }
}
