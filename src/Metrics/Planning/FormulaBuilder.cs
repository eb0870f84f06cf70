using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Follows the references of metrics down to aggregates, and sorts the aggregates into scans: one per fact and time.</summary>
internal sealed class FormulaBuilder(PlanContext context, QuestionShape shape, List<Diagnostic> problems)
{
    private readonly Dictionary<(string Fact, Span Span, string Time, bool Dated, string Series), Scan> scans = [];
    private readonly Dictionary<string, Goal> goals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Yardstick> yardsticks = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknownModels = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Scan> Scans => scans.Values;

    public IReadOnlyCollection<Goal> Goals => goals.Values;

    public IReadOnlyCollection<Yardstick> Yardsticks => yardsticks.Values;

    public Formula Of(MetricDefinition metric) => Of(metric, null);

    public Goal GoalOf(string metric)
    {
        if (!goals.TryGetValue(metric, out var goal))
        {
            goals[metric] = goal = new Goal(metric, context.Definitions.Metric(metric) is { } found && Additivity.Of(context.Definitions, found.Measure));
        }

        return goal;
    }

    private Formula Of(MetricDefinition metric, string? model)
    {
        var formula = Of(metric.Measure, metric.Id, model);
        return metric.Requires.Count == 0 ? formula : new RequiringFormula(metric.Requires, formula);
    }

    private Formula Of(Measure measure, string metric, string? model) => measure switch
    {
        ConstantMeasure constant => new ConstantFormula(constant.Value),
        ParameterMeasure parameter => new ConstantFormula(Convert.ToDouble(context.Definitions.Parameter(parameter.Parameter)?.Value, System.Globalization.CultureInfo.InvariantCulture)),
        Combination both => new CombinedFormula(Of(both.Left, metric, model), both.Operator, Of(both.Right, metric, model)),
        MetricRef reference when context.Definitions.Metric(reference.Id) is { } found => Of(found, reference.Model ?? model),
        TargetMeasure target => new TargetLeaf(GoalOf(target.Metric)),
        BenchmarkMeasure benchmark => new BenchmarkLeaf(YardstickOf(benchmark.Metric)),
        Aggregate aggregate => Leaf(aggregate, metric, model),
        _ => throw new InvalidOperationException($"'{metric}' holds a measure the planner does not know."),
    };

    private Yardstick YardstickOf(string metric) =>
        yardsticks.TryGetValue(metric, out var known) ? known : yardsticks[metric] = new Yardstick(metric);

    private AggregateLeaf Leaf(Aggregate aggregate, string metric, string? model)
    {
        var fact = context.Schema.Table(aggregate.Table) ?? new TableSchema(aggregate.Table, [], Loaded: false);
        var usedModel = aggregate.Credit is null ? null : aggregate.Model ?? model ?? shape.Model ?? context.Settings.DefaultModel;
        var conditions = aggregate.Conditions.Select(c => c with { Node = Reuse.Expand(context.Definitions, c.Node) }).ToList();
        var value = aggregate.Value is { } given ? Reuse.Expand(context.Definitions, given) : null;
        problems.AddRange(SegmentReach.Problems(context, fact.Name, metric, value, conditions).Where(p => !problems.Contains(p)));
        var condition = conditions.Select(c => c.Node).Aggregate((RowNode?)null, (all, next) => all is null ? next : new BinaryNode(RowOperator.And, all, next));
        var scan = ScanOf(fact, aggregate, metric);
        var needed = (value is null ? [] : NeededColumns.OfValue(value)).Concat(condition is null ? [] : NeededColumns.Of(condition));
        var reason = Reason(fact, scan, needed, usedModel);
        var measure = new ScanMeasure(metric, aggregate.Function, value, condition, aggregate.Credit, usedModel, reason, metric) { Fraction = aggregate.Fraction };
        return new AggregateLeaf(scan, scan.Find(measure) ?? scan.Add(measure with { Column = shape.Name(metric) }));
    }

    private Scan ScanOf(TableSchema fact, Aggregate aggregate, string metric)
    {
        var span = Facts.IsTimeless(fact.Name) ? Span.AllTime : aggregate.Span;
        Reach? time = aggregate.TimeColumn is { } named ? context.Facts.Lookups.Own(fact.Name, named.Name) : context.Facts.Time(fact.Name);
        var dated = aggregate.TimeColumn is not null && time != context.Facts.Time(fact.Name);
        var series = aggregate is { Function: AggregateFunction.First or AggregateFunction.Last, Value: ColumnNode level } ? SeriesOf(fact, level, time, metric) : null;
        var key = (fact.Name, span, time?.Text(fact.Name) ?? "", dated, series is null ? "" : string.Join(',', series.Prepend("level")));
        return scans.TryGetValue(key, out var known) ? known
            : scans[key] = new Scan(fact, time, dated, span, shape.Name($"{fact.Name} {(series is null ? "figures" : "levels")}")) { Series = series };
    }

    private IReadOnlyList<string> SeriesOf(TableSchema fact, ColumnNode level, Reach? time, string metric)
    {
        if (fact.Loaded && time is not OwnColumn)
        {
            problems.Add(RequestRules.LevelWithoutTime.Here(metric, level, fact.Name));
        }
        else if (fact.Loaded && Series.Of(fact, level.Name, time) is null)
        {
            problems.Add(RequestRules.LevelWithoutSeries.Here(metric, level, fact.Name));
        }

        return Series.Of(fact, level.Name, time) ?? [];
    }

    private NoValue Reason(TableSchema fact, Scan scan, IEnumerable<ColumnNode> needed, string? model)
    {
        if (!fact.Loaded)
        {
            return NoValue.NotLoaded;
        }

        if (model is not null && !context.Schema.Models.Contains(model, StringComparer.Ordinal))
        {
            Unknown(model);
            return NoValue.NotLoaded;
        }

        var dating = (shape.NeedsTime && scan.Span != Span.AllTime) || scan.Series is not null ? scan.Time as OwnColumn : null;
        return needed.Any(c => context.Schema.Table(c.Table)?.Column(c.Name) is not { Loaded: true })
            || (dating is not null && fact.Column(dating.Name) is not { Loaded: true }) ? NoValue.ColumnNotLoaded
            : shape.HasTimeGroups && scan.Span != Span.Period ? NoValue.NotMeaningful
            : NoValue.None;
    }

    private void Unknown(string model)
    {
        if (unknownModels.Add(model))
        {
            var next = Nearest.To(model, context.Schema.Models) is { } near ? $"Did you mean '{near}'?"
                : context.Schema.Models.Count == 0 ? "Name models in merit.yaml under attribution, and run again."
                : $"Use one of: {string.Join(", ", context.Schema.Models)}.";
            problems.Add(RequestRules.UnknownModel.Here(model, next));
        }
    }
}
