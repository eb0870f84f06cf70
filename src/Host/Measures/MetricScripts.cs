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
        Declared(workspace, schema, ScriptSet.Of(builtIn, workspace, builtInTests)).Set(workspace.Parameters);

    /// <summary>Everything that the scripts of another day declare; a parameter they do not know yet is not set.</summary>
    public Definitions LoadPast(Workspace workspace, WarehouseSchema schema, IReadOnlyList<Script> scripts)
    {
        var declared = Declared(workspace, schema, scripts);
        return declared.Set([.. workspace.Parameters.Where(p => declared.Parameter(p.Id) is not null)]);
    }

    private Definitions Declared(Workspace workspace, WarehouseSchema schema, IReadOnlyList<Script> scripts)
    {
        var definitions = Run(workspace, scripts, schema);
        return Refuse(definitions, definitions.Models.Select(m => ScriptRules.WrongFolder.At(m.At, "A model", "models/", "metrics/")));
    }

    /// <summary>The tables that the workspace's models make of a warehouse, which must be there before metrics are compiled.</summary>
    public Definitions Models(Workspace workspace, WarehouseSchema schema)
    {
        var scripts = ScriptSet.Models(workspace);
        if (scripts.Count == 0)
        {
            return Definitions.None;
        }

        var definitions = Run(workspace, scripts, schema);
        return Refuse(
            definitions,
            OfMetrics(definitions).Select(d => ScriptRules.WrongFolder.At(d.At, d.What, "metrics/", "models/")).Concat(definitions.Models.Where(m => schema.Table(m.Name) is not null).Select(m => DefinitionRules.TakenModel.At(m.At, m.Name))));
    }

    private static IEnumerable<(string What, Place At)> OfMetrics(Definitions definitions) =>
    [
        .. definitions.Metrics.Select(m => ("A metric", m.At)), .. definitions.Scorecards.Select(s => ("A scorecard", s.At)),
        .. definitions.Parameters.Select(p => ("A parameter", p.At)), .. definitions.Dimensions.Select(d => ("A dimension", d.At)), .. definitions.Segments.Select(s => ("A segment", s.At)),
        .. definitions.Tests.Select(t => ("A test", t.At)), .. definitions.DataTests.Select(t => ("A test of data", t.At)),
    ];

    private Definitions Run(Workspace workspace, IReadOnlyList<Script> scripts, WarehouseSchema schema)
    {
        var cache = Path.Combine(workspace.StateDirectory, "cache", "scripts");
        return new ScriptRunner(time).Run(new ScriptCompiler(cache).Compile(scripts, schema));
    }

    private static Definitions Refuse(Definitions definitions, IEnumerable<Diagnostic> findings) => findings.ToList() is { Count: > 0 } wrong ? throw new MeritException(wrong) : definitions;
}
