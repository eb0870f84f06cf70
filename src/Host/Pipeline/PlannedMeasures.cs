using Merit.Host.Measures;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Pipeline;

/// <summary>Plans every question as over a real warehouse, and answers it as over an empty one: finds what is wrong with questions before there are data.</summary>
internal sealed class PlannedMeasures(WarehouseSchema schema, Definitions definitions, PlannerSettings settings) : IMeasures
{
    private readonly Planner _planner = new(schema, definitions, settings);

    public WarehouseSchema Schema { get; } = schema;

    public Plan Plan(Request request) => _planner.Plan(request);

    public Answer Ask(Request request) => Plan(request).Read([]);
}
