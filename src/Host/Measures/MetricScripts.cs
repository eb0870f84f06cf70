using Merit.Diagnostics;
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
    public Definitions Load(Workspace workspace, WarehouseSchema schema) => Declared(workspace, schema, ScriptSet.Of(builtIn, workspace)).Set(workspace.Parameters);

    /// <summary>Everything that the scripts of another day declare; a parameter they do not know yet is not set.</summary>
    public Definitions LoadPast(Workspace workspace, WarehouseSchema schema, IReadOnlyList<Script> scripts)
    {
        var declared = Declared(workspace, schema, scripts);
        return declared.Set([.. workspace.Parameters.Where(p => declared.Parameter(p.Id) is not null)]);
    }

    private Definitions Declared(Workspace workspace, WarehouseSchema schema, IReadOnlyList<Script> scripts)
    {
        var cache = Path.Combine(workspace.StateDirectory, "cache", "scripts");
        return new ScriptRunner(time).Run(new ScriptCompiler(cache).Compile(scripts, schema));
    }
}
