using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Scripting;
using Merit.Scripting.Running;

namespace Merit.Host.Measures;

/// <summary>From scripts to definitions: compiled or cached, run once.</summary>
/// <param name="builtIn">The folder that holds Merit's own <c>metrics</c> folder.</param>
/// <param name="time">The clock of the scripts' deadline.</param>
internal sealed class MetricScripts(string builtIn, TimeProvider time)
{
    /// <summary>Everything the workspace's scripts declare over the tables of a warehouse, with parameters as they are set; throws <see cref="MeritException"/> with all that is wrong with them.</summary>
    public Definitions Load(Workspace workspace, WarehouseSchema schema, bool builtInTests = false) =>
        Metrics(workspace, schema, LeftOut.Nothing, builtInTests).Whole();

    /// <summary>The same, as far as it is sound.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="schema">The tables.</param>
    /// <param name="leftOut">What is missing among them because the models that make it are wrong.</param>
    /// <param name="builtInTests">Whether to read the tests of Merit's own metrics too.</param>
    public Declared Metrics(Workspace workspace, WarehouseSchema schema, LeftOut leftOut, bool builtInTests = false)
    {
        var scripts = ScriptSet.Of(builtIn, workspace, builtInTests);
        var declared = LibraryKept.Check(Declared(workspace, schema, scripts, leftOut), ScriptSet.Replacing(builtIn, scripts));
        var settings = workspace.Parameters.Where(p => !declared.LeftOut.Explains(p.Id)).ToList();
        try
        {
            return declared with { Sound = declared.Sound.Set(settings) };
        }
        catch (MeritException wrong)
        {
            return declared with { Findings = [.. declared.Findings, .. wrong.Diagnostics] };
        }
    }

    /// <summary>Everything that the scripts of another day declare; a parameter they do not know yet is not set.</summary>
    public Definitions LoadPast(Workspace workspace, WarehouseSchema schema, IReadOnlyList<Script> scripts)
    {
        var declared = Declared(workspace, schema, scripts, LeftOut.Nothing).Whole();
        return declared.Set([.. workspace.Parameters.Where(p => declared.Parameter(p.Id) is not null)]);
    }

    /// <summary>The tables that the workspace's models make of a warehouse, which must be there before metrics are compiled.</summary>
    public Declared Models(Workspace workspace, WarehouseSchema schema)
    {
        var scripts = ScriptSet.Models(workspace);
        return scripts.Count == 0
            ? new Declared(Definitions.None, [], LeftOut.Nothing)
            : Run(
                workspace, scripts, schema, LeftOut.Nothing,
                found => OfMetrics(found).Select(d => ScriptRules.WrongFolder.At(d.At, d.What, "metrics/", "models/"))
                    .Concat(found.Models.Where(m => schema.Table(m.Name) is not null).Select(m => DefinitionRules.TakenModel.At(m.At, m.Name))));
    }

    private Declared Declared(Workspace workspace, WarehouseSchema schema, IReadOnlyList<Script> scripts, LeftOut leftOut) =>
        Run(workspace, scripts, schema, leftOut, found => found.Models.Select(m => ScriptRules.WrongFolder.At(m.At, "A model", "models/", "metrics/")));

    private static IEnumerable<(string What, Place At)> OfMetrics(Definitions definitions) =>
    [
        .. definitions.Metrics.Select(m => ("A metric", m.At)), .. definitions.Scorecards.Select(s => ("A scorecard", s.At)),
        .. definitions.Parameters.Select(p => ("A parameter", p.At)), .. definitions.Dimensions.Select(d => ("A dimension", d.At)), .. definitions.Segments.Select(s => ("A segment", s.At)),
        .. definitions.Tests.Select(t => ("A test", t.At)), .. definitions.DataTests.Select(t => ("A test of data", t.At)),
    ];

    private Declared Run(Workspace workspace, IReadOnlyList<Script> scripts, WarehouseSchema schema, LeftOut leftOut, Func<Definitions, IEnumerable<Diagnostic>> misplaced)
    {
        var cache = Path.Combine(workspace.StateDirectory, "cache", "scripts");
        var declared = new ScriptRunner(time).Run(new ScriptCompiler(cache).Compile(scripts, schema, leftOut));
        return declared with { Findings = [.. declared.Findings, .. misplaced(declared.Sound)] };
    }
}
