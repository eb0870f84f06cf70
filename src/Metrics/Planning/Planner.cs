using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Turns requests into one statement each. Every fact is aggregated by itself at the grain asked for; facts meet only on the dimensions.</summary>
/// <param name="schema">What the warehouse holds.</param>
/// <param name="definitions">The metrics.</param>
/// <param name="settings">Zone, week, today, model.</param>
public sealed class Planner(WarehouseSchema schema, Definitions definitions, PlannerSettings settings)
{
    private readonly PlanContext context = new(definitions, settings, new Facts(schema), new SqlFunctions(settings.TimeZone, settings.WeekStart));

    /// <summary>Plans a request; throws <see cref="MeritException"/> with everything that is wrong with it.</summary>
    public Plan Plan(Request request)
    {
        var problems = new List<Diagnostic>();
        var question = Question.Of(request, context, problems);
        return problems.Count == 0 ? question.Plan() : throw new MeritException(problems);
    }

    /// <summary>Plans how a model's input is read.</summary>
    public ModelPlan Plan(ModelDefinition model) => ModelQuery.Of(model, context);
}

/// <summary>What all plans of a planner share.</summary>
internal sealed record PlanContext(Definitions Definitions, PlannerSettings Settings, Facts Facts, SqlFunctions Functions)
{
    public DimensionCatalog Dimensions { get; } = new(Facts, new DeclaredValues(Definitions, Facts).Dimensions);

    public WarehouseSchema Schema => Facts.Schema;

    /// <summary>A segment as a dimension of yes and no.</summary>
    public Dimension Segments(SegmentDefinition segment) => new DeclaredValues(Definitions, Facts).Segment(segment);
}
