using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Requests;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>A request with everything it names found: metrics as formulas over scans, dimensions, filters, the period it is compared with.</summary>
internal sealed class Question
{
    private Question(Request request, PlanContext context, QuestionShape shape, RowRules rows) => (Request, Context, Shape, Rows) = (request, context, shape, rows);

    public Request Request { get; }

    public PlanContext Context { get; }

    public QuestionShape Shape { get; }

    public IReadOnlyList<AskedMetric> Metrics { get; private set; } = [];

    /// <summary>The attribution models the whole question is asked by, each a group of the answer; one null where it is not grouped by model.</summary>
    public IReadOnlyList<string?> Models { get; private set; } = [null];

    public IReadOnlyCollection<Scan> Scans { get; private set; } = [];

    public IReadOnlyList<Goal> Goals { get; private set; } = [];

    public IReadOnlyCollection<Yardstick> Yardsticks { get; private set; } = [];

    /// <summary>The dimensions grouped by, with their columns in the statement.</summary>
    public IReadOnlyList<(Dimension Dimension, string Column)> By { get; private set; } = [];

    /// <summary>The filters asked for.</summary>
    public IReadOnlyList<(Dimension Dimension, FilterTest Test)> Asked { get; private set; } = [];

    /// <summary>The rows that may be seen at all.</summary>
    public RowRules Rows { get; }

    /// <summary>All filters: those asked for, and those of the rules.</summary>
    public IReadOnlyList<(Dimension Dimension, FilterTest Test)> Where => [.. Rows.Tests, .. Asked];

    /// <summary>The other period, when the answer is compared with one.</summary>
    public Period? Before { get; private set; }

    public static Question Of(Request request, PlanContext context, List<Diagnostic> problems)
    {
        var question = new Question(request, context, new QuestionShape(request), RowRules.Of(context, problems));
        question.Resolve(problems);
        return question;
    }

    public Plan Plan()
    {
        var statement = new Statement(this);
        return new Plan(this, statement);
    }

    private void Resolve(List<Diagnostic> problems)
    {
        RequestChecks.Check(Request, problems);
        Models = ModelGroups.Of(Request, Shape, Context, problems);
        var formulas = new FormulaBuilder(Context, Shape, Rows, problems);
        var metrics = new List<AskedMetric>();
        foreach (var id in Request.Metrics)
        {
            if (Context.Definitions.Metric(id) is { } definition)
            {
                var isCompared = Request.Compare == Comparison.Target;
                metrics.Add(new AskedMetric(definition, [.. Models.Select(model => formulas.Of(definition, model))], isCompared ? formulas.GoalOf(id) : null)
                {
                    Targeted = isCompared ? [.. Models.Select(model => formulas.TargetedOf(definition, model))] : [],
                });
            }
            else
            {
                problems.Add(RequestRules.UnknownMetric.Here(id, MeantInstead(id)) with { Missing = id });
            }
        }

        var facts = formulas.Scans.Select(s => s.Fact.Name).Distinct(StringComparer.Ordinal).ToList();
        By = [.. Shape.By.SelectMany(d => Find(d.Id, facts, problems) is { } found ? [(found, d.Column)] : Array.Empty<(Dimension, string)>())];
        Asked = [.. Filters(facts, problems)];
        foreach (var required in metrics.SelectMany(m => m.Tree().OfType<RequiringFormula>()).SelectMany(r => r.Dimensions).Union(formulas.NamedDimensions, StringComparer.Ordinal))
        {
            // A misspelled one would be met by nothing, and the metric never have a value.
            _ = Find(required, facts, problems);
        }

        (Metrics, Scans, Yardsticks) = (metrics, formulas.Scans, formulas.Yardsticks);
        Goals = [.. formulas.Goals];
        if (problems.Count == 0)
        {
            ReachChecks.Check(this, problems);
            problems.AddRange(ModelGroups.Check(this));
        }

        Before = OtherPeriod(problems);
    }

    private IEnumerable<(Dimension, FilterTest)> Filters(IReadOnlyList<string> facts, List<Diagnostic> problems)
    {
        foreach (var filter in Request.Where.Where(f => !Shape.ByModel || !QuestionShape.IsModel(f.Dimension)))
        {
            if (SegmentFilters.Means(Context, filter.Dimension))
            {
                if (SegmentFilters.Of(filter, Context, problems) is { } segment)
                {
                    yield return segment;
                }
            }
            else if (Find(filter.Dimension, facts, problems) is { } dimension && FilterTest.Of(filter, dimension, Context, problems) is { } test)
            {
                yield return (dimension, test);
            }
        }
    }

    private Dimension? Find(string id, IReadOnlyList<string> facts, List<Diagnostic> problems)
    {
        if (SegmentFilters.Means(Context, id))
        {
            problems.Add(RequestRules.SegmentGrouping.Here());
            return null;
        }

        try
        {
            return Context.Dimensions.Find(id, facts);
        }
        catch (MeritException unknown)
        {
            problems.AddRange(unknown.Diagnostics.Where(d => !problems.Contains(d)));
            return null;
        }
    }

    private Period? OtherPeriod(List<Diagnostic> problems)
    {
        if (Request.Compare is not (Comparison.Previous or Comparison.YearAgo))
        {
            return null;
        }

        var before = Request.Compare == Comparison.Previous
            ? PeriodMath.Previous(Request.Period, Context.Settings.Today)
            : PeriodMath.YearAgo(Request.Period, Context.Settings.Today);
        if (before is null)
        {
            problems.Add(RequestRules.NothingBefore.Here(Request.Period.Name));
        }

        return before;
    }

    private string MeantInstead(string id) =>
        Nearest.To(id, Context.Definitions.Metrics.Select(m => m.Id)) is { } near ? $"Did you mean '{near}'?" : "`merit metrics` lists them all.";
}

/// <summary>A metric of a question.</summary>
/// <param name="Definition">Its definition.</param>
/// <param name="Formulas">How it is worked out: once for each model of the question.</param>
/// <param name="Goal">What it is compared with, where the question compares with goals.</param>
internal sealed record AskedMetric(MetricDefinition Definition, IReadOnlyList<Formula> Formulas, Goal? Goal)
{
    /// <summary>What is compared with the goal, once for each model: the metric of that for which goals are set.</summary>
    public IReadOnlyList<Formula> Targeted { get; init; } = [];

    /// <summary>Everything it is made of.</summary>
    public IEnumerable<Formula> Tree() => Formulas.SelectMany(f => f.Tree());

    /// <summary>Whether another model gives another figure.</summary>
    public bool DependsOnModel => Formulas.Skip(1).Any(f => !Measures(f).SequenceEqual(Measures(Formulas[0])));

    private static IEnumerable<ScanMeasure> Measures(Formula formula) => formula.Tree().OfType<AggregateLeaf>().Select(l => l.Measure);
}
