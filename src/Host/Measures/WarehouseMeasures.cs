using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Measures;

/// <summary>Answers questions over a warehouse, by one planned statement each.</summary>
internal sealed class WarehouseMeasures : IMeasures
{
    private readonly IRowSource _rows;
    private readonly Planner _planner;

    /// <summary>Opens definitions over a warehouse.</summary>
    /// <param name="rows">Runs the statements.</param>
    /// <param name="schema">What it holds.</param>
    /// <param name="definitions">What the scripts declare.</param>
    /// <param name="workspace">Gives the zone, the week, the default model and the industry.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    /// <param name="only">Which rows whoever asks may see; all unless given.</param>
    public WarehouseMeasures(IRowSource rows, WarehouseSchema schema, Definitions definitions, Workspace workspace, DateOnly today, IReadOnlyList<Filter>? only = null)
    {
        (_rows, Schema, Definitions) = (rows, schema, definitions);
        rows.Use(definitions.Functions);
        _planner = new Planner(schema, definitions, new PlannerSettings(workspace.Zone.Id, workspace.WeekStart, today, workspace.Attribution.Default)
        {
            Industry = workspace.Scoring.Industry,
            Rows = only ?? [],
        });
    }

    public WarehouseSchema Schema { get; }

    /// <summary>What can be asked for.</summary>
    public Definitions Definitions { get; }

    /// <summary>The statement a question becomes, and how its metrics are made.</summary>
    public Plan Plan(Request request) => _planner.Plan(request);

    public Answer Ask(Request request)
    {
        var plan = Plan(request);
        return plan.Read(_rows.Rows(plan.Sql, plan.Parameters));
    }
}
