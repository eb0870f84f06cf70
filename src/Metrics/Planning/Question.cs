using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>A request with everything it names found: metrics as formulas over scans, dimensions, filters, the period it is compared with.</summary>
internal sealed class Question
{
    private Question(Request request, PlanContext context, QuestionShape shape) => (Request, Context, Shape) = (request, context, shape);

    public Request Request { get; }

    public PlanContext Context { get; }

    public QuestionShape Shape { get; }

    public IReadOnlyList<(MetricDefinition Definition, Formula Formula, Goal? Goal)> Metrics { get; private set; } = [];

    public IReadOnlyCollection<Scan> Scans { get; private set; } = [];

    public IReadOnlyList<Goal> Goals { get; private set; } = [];

    public IReadOnlyCollection<Yardstick> Yardsticks { get; private set; } = [];

    /// <summary>The dimensions grouped by, with their columns in the statement.</summary>
    public IReadOnlyList<(Dimension Dimension, string Column)> By { get; private set; } = [];

    public IReadOnlyList<(Dimension Dimension, FilterTest Test)> Where { get; private set; } = [];

    /// <summary>The other period, when the answer is compared with one.</summary>
    public Period? Before { get; private set; }

    public static Question Of(Request request, PlanContext context, List<Diagnostic> problems)
    {
        var question = new Question(request, context, new QuestionShape(request));
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
        var dimensionNames = Request.By.Select(id => (Id: id, Column: Shape.Name(id))).ToList();
        var formulas = new FormulaBuilder(Context, Shape, problems);
        var metrics = new List<(MetricDefinition, Formula, Goal?)>();
        foreach (var id in Request.Metrics)
        {
            if (Context.Definitions.Metric(id) is { } definition)
            {
                metrics.Add((definition, formulas.Of(definition), Request.Compare == Comparison.Target ? formulas.GoalOf(id) : null));
            }
            else
            {
                problems.Add(RequestRules.UnknownMetric.Here(id, MeantInstead(id)));
            }
        }

        var facts = formulas.Scans.Select(s => s.Fact.Name).Distinct(StringComparer.Ordinal).ToList();
        By = [.. dimensionNames.SelectMany(d => Find(d.Id, facts, problems) is { } found ? [(found, d.Column)] : Array.Empty<(Dimension, string)>())];
        Where = [.. Filters(facts, problems)];
        foreach (var required in metrics.SelectMany(m => m.Item2.Tree().OfType<RequiringFormula>()).SelectMany(r => r.Dimensions).Distinct(StringComparer.Ordinal))
        {
            // A misspelled one would be met by nothing, and the metric never have a value.
            _ = Find(required, facts, problems);
        }

        (Metrics, Scans, Yardsticks) = (metrics, formulas.Scans, formulas.Yardsticks);
        Goals = [.. formulas.Goals];
        if (problems.Count == 0)
        {
            ReachChecks.Check(this, problems);
        }

        Before = OtherPeriod(problems);
    }

    private IEnumerable<(Dimension, FilterTest)> Filters(IReadOnlyList<string> facts, List<Diagnostic> problems)
    {
        foreach (var filter in Request.Where)
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
