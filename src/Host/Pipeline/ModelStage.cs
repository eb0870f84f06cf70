using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Models;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Metrics.Planning;
using Merit.Metrics.Schema;
using Merit.Scripting;
using Merit.Scripting.Running;

namespace Merit.Host.Pipeline;

/// <summary>Makes the tables of a workspace's models, once everything they may read is in the draft.</summary>
internal sealed class ModelStage(Workspace workspace, MetricScripts scripts, PlannerSettings settings, ModelRunner runner, TimeProvider clock)
{
    /// <summary>Makes them; what each came to.</summary>
    public IReadOnlyList<ModelTable> Run(Session session, CancellationToken stop)
    {
        var files = ScriptSet.Models(workspace).ToDictionary(s => s.Path, StringComparer.Ordinal);
        if (files.Count == 0)
        {
            return [];
        }

        var schema = SchemaReader.Read(session);
        var definitions = scripts.Models(workspace, schema).Whole();
        using var last = Last(stop);
        return new ModelTables(session, workspace.Zone, runner, clock)
            .Make(definitions, new Planner(schema, definitions, settings), path => ScriptIdentity.Of(files[path]), last);
    }

    /// <summary>A warehouse with the tables that models will make in it.</summary>
    public static WarehouseSchema With(WarehouseSchema schema, Metrics.Language.Definitions models) =>
        models.Models.Count == 0 ? schema : schema with { Tables = [.. schema.Tables, .. models.Models.Select(m => m.Schema)] };

    // A version that cannot be read is no reason not to make the next one: all is made anew then.
    private Session? Last(CancellationToken stop)
    {
        var versions = PublishedVersions.Of(workspace);
        try
        {
            return versions.Latest is null ? null : versions.OpenLatest(stop);
        }
        catch (MeritException)
        {
            return null;
        }
    }
}
