using Merit.Tests;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merit.Architecture.Tests;

/// <summary>Pages and the interface for programs get numbers from workers' answers alone: they know neither the engine, nor scripts, nor the planner, nor the stages.</summary>
public sealed class DashboardTests
{
    // What leads to a figure other than through a question to a worker.
    private static readonly string[] Forbidden =
    [
        "Session", "PublishedVersions", "SchemaReader", "DuckDBConnection", "IMeasures", "WarehouseMeasures", "PlannedMeasures", "IRowSource", "SessionRows", "PublishedRows",
        "Planner", "Plan", "IStages", "Stages", "MetricScripts", "ScriptRunner", "ScriptCompiler", "Definitions", "ReportRun", "ReportBuilder", "ReportScope", "PageDesk", "QuestionDesk", "Worker",
    ];

    [Fact]
    public void A_page_reaches_numbers_only_by_asking_a_worker() => Assert.Empty(
        Directory.GetFiles(Repository.PathTo("src", "Host", "Dashboard"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Names(File.ReadAllText(file)).Where(Forbidden.Contains).Select(name => $"{Path.GetRelativePath(Repository.Root, file)}: {name}")));

    [Fact]
    public void What_is_forbidden_is_there_to_be_used() => Assert.All(
        Forbidden.Where(name => name is not ("DuckDBConnection" or "Planner" or "Plan" or "Definitions" or "ScriptRunner" or "ScriptCompiler")),
        name => Assert.NotEmpty(Directory.GetFiles(Repository.PathTo("src", "Host"), $"{name}.cs", SearchOption.AllDirectories)));

    [Fact]
    public void A_way_around_is_recognised() => Assert.Contains("Session", Names("class A { object B() => Session.Open(\"x\"); }"));

    private static IEnumerable<string> Names(string code) =>
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Select(n => n.Identifier.Text);
}
