using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Follows the references of metrics down to aggregates, and sorts the aggregates into scans: one per fact and time.</summary>
internal sealed partial class FormulaBuilder(PlanContext context, QuestionShape shape, RowRules rows, List<Diagnostic> problems)
{
    private readonly Dictionary<(string Fact, Span Span, string Time, bool Dated, string Series, string Reading), Scan> scans = [];
    private readonly Dictionary<string, Goal> goals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Yardstick> yardsticks = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknownModels = new(StringComparer.Ordinal);

    public IReadOnlyCollection<Scan> Scans => scans.Values;

    public IReadOnlyCollection<Goal> Goals => goals.Values;

    public IReadOnlyCollection<Yardstick> Yardsticks => yardsticks.Values;

    /// <summary>Dimensions that measures name, to be found like those asked for.</summary>
    public HashSet<string> NamedDimensions { get; } = new(StringComparer.Ordinal);

    /// <summary>A metric as it stands, attributed by a model of the answer's own or by the request's.</summary>
    public Formula Of(MetricDefinition metric, string? model = null) => Of(metric, Reading.Plain with { Model = model });

    private Formula Of(MetricDefinition metric, Reading reading)
    {
        var formula = Of(metric.Measure, metric.Id, reading);
        return metric.Requires.Count == 0 ? formula : new RequiringFormula(metric.Requires, formula);
    }

    private Formula Of(Measure measure, string metric, Reading reading) => measure switch
    {
        ConstantMeasure constant => new ConstantFormula(constant.Value),
        ParameterMeasure parameter => new ConstantFormula(Convert.ToDouble(context.Definitions.Parameter(parameter.Parameter)?.Value, System.Globalization.CultureInfo.InvariantCulture)),
        Combination both when GoalPair.Of(both) is { } pair => Of(pair, metric, reading),
        Combination both => new CombinedFormula(Of(both.Left, metric, reading), both.Operator, Of(both.Right, metric, reading)),
        MetricRef reference when context.Definitions.Metric(reference.Id) is { } found => Of(found, reading with { Model = reference.Model is null or Define.AskedModel ? reading.Model : reference.Model }),
        TargetMeasure target => new TargetLeaf(GoalOf(target.Metric, reading)),
        TargetedMeasure { Metric: { } reference } when context.Definitions.Metric(reference.Id) is { } found => Targeted(found, reading with { Model = reference.Model ?? reading.Model }),
        BenchmarkMeasure benchmark => new BenchmarkLeaf(YardstickOf(benchmark.Metric)),
        Aggregate aggregate => Leaf(aggregate, metric, reading),
        MovedMeasure moved => Of(moved.Inner, metric, reading.Moved(moved.Move)),
        ChangeMeasure change => new ChangeFormula(Of(change.Inner, metric, SoFar(reading)), Of(change.Inner, metric, reading.Moved(change.Since)), change.Relative),
        CohortSize size => Leaf(size.Began, metric, reading.Together(shape.AgeColumns)),
        CohortMeasure cohort => Cohort(cohort, metric, reading),
        ShareMeasure share => Share(share, metric, reading),
        AcrossMeasure across => Across(across, metric, reading),
        RankMeasure rank => new RankFormula(Of(rank.Inner, metric, reading), RankedBy(rank), LowerIsBetter(rank.Inner)),
        OnTrackMeasure track => new OnTrackFormula(Of(track.Reached, metric, reading), Of(track.Expected, metric, reading), LowerIsBetter(track.Metric)),
        _ => throw new InvalidOperationException($"'{metric}' holds a measure the planner does not know."),
    };

    private Yardstick YardstickOf(string metric) =>
        yardsticks.TryGetValue(metric, out var known) ? known : yardsticks[metric] = new Yardstick(metric);

    // Like is compared with like: of days to come, what is known already has no partner before.
    private static Reading SoFar(Reading reading) => reading.Moved(new TodayMove());

    // A cohort in which nothing happened is one all the same, and its size says that there is one.
    private Formula Cohort(CohortMeasure cohort, string metric, Reading reading)
    {
        if (shape.AgeColumns.Count > 0)
        {
            _ = Of(cohort.Members, metric, reading);
        }

        return Of(cohort.Inner, metric, reading.Of(cohort.Span));
    }

    private ShareFormula Share(ShareMeasure share, string metric, Reading reading)
    {
        var columns = share.Dimensions.Count == 0 ? shape.AllColumns : shape.ColumnsOf(share.Dimensions);
        NamedDimensions.UnionWith(share.Dimensions);
        return new ShareFormula(columns, Of(share.Inner, metric, reading), Of(share.Inner, metric, reading.Together(columns ?? [])));
    }

    private Formula Across(AcrossMeasure across, string metric, Reading reading)
    {
        NamedDimensions.UnionWith(across.Dimensions);
        return Of(across.Inner, metric, reading.Together(across.Dimensions.SelectMany(d => shape.ColumnsOf([d]) ?? [])));
    }

    private IReadOnlyList<string>? RankedBy(RankMeasure rank)
    {
        if (rank.Dimension is not { } dimension)
        {
            return shape.HasOtherGroups ? shape.OtherColumns : shape.AllColumns;
        }

        NamedDimensions.Add(dimension);
        return shape.ColumnsOf([dimension]);
    }

    private bool LowerIsBetter(Measure measure) => measure is MetricRef reference && context.Definitions.Metric(reference.Id) is { LowerIsBetter: true };

    private AggregateLeaf Leaf(Aggregate aggregate, string metric, Reading reading)
    {
        var fact = context.Schema.Table(aggregate.Table) ?? new TableSchema(aggregate.Table, [], Loaded: false);
        var usedModel = aggregate.Credit is null ? null : ModelOf(aggregate.Model, reading);
        var conditions = aggregate.Conditions.Select(c => c with { Node = Reuse.Expand(context.Definitions, c.Node) }).ToList();
        var value = aggregate.Value is { } given ? Reuse.Expand(context.Definitions, given) : null;
        problems.AddRange(SegmentReach.Problems(context, fact.Name, metric, value, conditions).Where(p => !problems.Contains(p)));
        var condition = conditions.Select(c => c.Node).Aggregate((RowNode?)null, (all, next) => all is null ? next : new BinaryNode(RowOperator.And, all, next));
        var scan = ScanOf(fact, aggregate, reading.TowardAll(), metric);
        var needed = (value is null ? [] : NeededColumns.OfValue(value)).Concat(condition is null ? [] : NeededColumns.Of(condition)).Concat(Followed(aggregate, value, condition, metric)).Concat(aggregate.Among is { } among ? [among] : []).ToList();
        if (aggregate is { Credit: { } credit, Kind: { } kind })
        {
            needed.AddRange(CreditKinds.Needed(credit));
            condition = CreditKinds.Of(kind, condition);
            fact = CreditKinds.IsLoaded(context.Schema, kind, metric, problems) ? fact : fact with { Loaded = false };
        }

        var reason = Reason(fact, scan, needed, usedModel);
        reason = reason == NoValue.None && reading.Cover is { } cover && !CanTell(cover, scan) ? NoValue.NotMeaningful : reason;
        reason = reason == NoValue.None && !rows.Reach(scan) ? NoValue.NotPermitted : reason;
        reason = reason == NoValue.None && !rows.AreLoaded(scan) ? NoValue.ColumnNotLoaded : reason;
        var measure = new ScanMeasure(metric, aggregate.Function, value, condition, aggregate.Credit, usedModel, reason, metric) { Fraction = aggregate.Fraction, Cover = reading.Cover, IsSpread = aggregate.Among is not null };
        return new AggregateLeaf(scan, scan.Find(measure) ?? scan.Add(measure with { Column = shape.Name(NameOf(metric, scan, usedModel, reading.Cover)) }));
    }

    private string ModelOf(string? named, Reading reading) =>
        (named is null or Define.AskedModel ? reading.Model ?? shape.Model : named) is { } model and not Define.DefaultModel ? model : context.Settings.DefaultModel;

    // Of the events of a path, those up to the step that is asked about must be known.
    private IEnumerable<ColumnNode> Followed(Aggregate aggregate, RowNode? value, RowNode? condition, string metric)
    {
        if (aggregate.Path is not { } path)
        {
            return [];
        }

        foreach (var step in path.Steps)
        {
            var conditions = step.Conditions.Select(c => c with { Node = Reuse.Expand(context.Definitions, c.Node) }).ToList();
            problems.AddRange(SegmentReach.Problems(context, step.Time.Table, metric, null, conditions).Where(p => !problems.Contains(p)));
            if (context.Schema.Table(step.Time.Table) is { } table && table.Column(EventPath.Contact) is null && !problems.Exists(p => p.Code == RequestRules.NoContact.Code))
            {
                problems.Add(RequestRules.NoContact.Here(metric, table.Name));
            }
        }

        var last = new[] { value, condition }.OfType<RowNode>().SelectMany(n => n.Tree()).OfType<ReachedNode>().Select(r => r.Step).DefaultIfEmpty(0).Max();
        return PathQuery.Needed(path, last, context.Definitions);
    }

    private string NameOf(string metric, Scan scan, string? model, GoalCover? cover) =>
        string.Join(' ', new[] { metric, scan.Reading.Text, shape.ByModel ? model : null, cover?.Text }.Where(part => !string.IsNullOrEmpty(part)));

    private Scan ScanOf(TableSchema fact, Aggregate aggregate, Reading reading, string metric)
    {
        var span = Facts.IsTimeless(fact.Name) ? Span.AllTime : aggregate.Span;
        Reach? time = aggregate.TimeColumn is { } named ? context.Facts.Lookups.Own(fact.Name, named.Name) : context.Facts.Time(fact.Name);
        var dated = aggregate.TimeColumn is not null && time != context.Facts.Time(fact.Name);
        var series = aggregate is { Function: AggregateFunction.First or AggregateFunction.Last, Value: ColumnNode level } ? SeriesOf(fact, level, time, metric) : null;
        Reach? happened = null;
        if (reading.Cohort is { } cohort)
        {
            (happened, time, dated) = (time, context.Facts.Lookups.Find(fact.Name, cohort.By.Table, cohort.By.Name), true);
        }

        var isPlain = span == Span.AllTime || (reading.Moves is [TodayMove] && shape.IsOver(context.Settings.Today));
        var apart = aggregate.Path?.Id ?? (aggregate.Among is { } among ? $"spread over {among.Name}" : null);
        var read = isPlain ? reading.Timeless() : reading;
        var key = (fact.Name, span, $"{time?.Text(fact.Name)} {happened?.Text(fact.Name)}", dated, apart ?? (series is null ? "" : string.Join(',', series.Prepend("level"))), read.Text);
        return scans.TryGetValue(key, out var known) ? known : scans[key] = new Scan(fact, time, dated, span, shape.Name($"{aggregate.Path?.Id ?? fact.Name} {(read.Text.Length > 0 ? read.Text : series is null ? "figures" : "levels")}"))
        {
            Series = series,
            Path = aggregate.Path,
            Among = aggregate.Among,
            Reading = read,
            Happened = happened,
        };
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

    private NoValue Reason(TableSchema fact, Scan scan, IReadOnlyList<ColumnNode> needed, string? model)
    {
        // A slip in a name is one whatever is loaded; where no model was run at all, there is nothing to choose from.
        if (model is not null && !context.Schema.Models.Contains(model, StringComparer.Ordinal) && (fact.Loaded || context.Schema.Models.Count > 0))
        {
            Unknown(model);
            return NoValue.NotLoaded;
        }

        if (!fact.Loaded || (scan.Path is not null && needed.Any(c => context.Schema.Table(c.Table) is not { Loaded: true })))
        {
            return NoValue.NotLoaded;
        }

        if (scan.Reading.Cohort is { By: { } began } && context.Schema.Table(began.Table) is var members && members?.Column(began.Name) is not { Loaded: true })
        {
            return members is { Loaded: true } ? NoValue.ColumnNotLoaded : NoValue.NotLoaded;
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
            problems.Add(RequestRules.UnknownModel.Here(model, ModelGroups.Next(model, context.Schema.Models)));
        }
    }
}
