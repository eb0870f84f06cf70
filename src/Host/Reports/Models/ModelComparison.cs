using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Models;

/// <summary>What every attribution model gives to the same groups, as the planner answers it: credit, place, change against the usual model, what comes of the money spent.</summary>
internal sealed class ModelComparison
{
    public const string Conversions = "attributed_conversions";
    public const string Revenue = "attributed_revenue";
    public const string RevenueRank = "attributed_revenue_rank";
    public const string ConversionsRank = "attributed_conversions_rank";
    public const string RevenueChange = "attributed_revenue_change";
    public const string ConversionsChange = "attributed_conversions_change";
    public const string Roi = "attributed_roi";
    public const string Cpa = "attributed_cpa";
    public const string Unattributed = "(unattributed)";

    private static readonly string[] Metrics = [Conversions, ConversionsRank, ConversionsChange, Revenue, RevenueRank, RevenueChange, Roi, Cpa];

    private readonly Dictionary<(object Group, string Model), AnswerRow> _rows = [];
    private readonly Dictionary<string, AnswerRow> _totals;
    private readonly SliceIntervals _intervals;
    private readonly Answer _answer;
    private readonly Answer _cost;

    private ModelComparison(ReportScope scope, Request question, IReadOnlyList<string> models)
    {
        (Models, Usual) = (models, scope.Workspace.Attribution.Default);
        var asked = question with { Metrics = Metrics, Sort = [], Limit = null, Model = null, Where = [.. question.Where, new Filter("model", FilterOperator.In, [.. models])] };
        _answer = scope.Ask(asked with { By = [.. question.By, "model"] });
        _totals = scope.Ask(asked with { By = ["model"] }).Rows.ToDictionary(r => r.Dimensions[0] as string ?? "", StringComparer.Ordinal);
        _cost = scope.Ask(question with { Metrics = ["cost"], Sort = [], Limit = null, Total = true });
        foreach (var row in _answer.Rows)
        {
            _rows[(Key(row.Dimensions[0]), row.Dimensions[1] as string ?? "")] = row;
        }

        _intervals = SliceIntervals.Of(scope, question, models);
        Groups = [.. _answer.Rows.Select(r => r.Dimensions[0]).Distinct().Where(IsWorthARow)
            .OrderBy(g => g is null ? 1 : g is Unattributed ? 2 : 0)
            .ThenByDescending(g => Of(g, Lead, Revenue).Value ?? 0).ThenByDescending(g => Of(g, Lead, Conversions).Value ?? 0).ThenBy(g => Key(g).ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The models, in the order of merit.yaml.</summary>
    public IReadOnlyList<string> Models { get; }

    /// <summary>The workspace's usual model.</summary>
    public string Usual { get; }

    /// <summary>The groups that have credit or cost, those with most credit first; what belongs to none, and what is not attributed, last.</summary>
    public IReadOnlyList<object?> Groups { get; }

    /// <summary>Whether any figure has an interval.</summary>
    public bool HasIntervals => _intervals.Any;

    /// <summary>Models that learned without anything that intervals could be made of.</summary>
    public IReadOnlyList<string> WithoutIntervals => _intervals.Unmade;

    public DimensionColumn Dimension => _answer.Dimensions[0];

    private string Lead => Models.Contains(Usual, StringComparer.Ordinal) ? Usual : Models[0];

    /// <summary>Asks; null where there are no groups.</summary>
    /// <param name="scope">The report.</param>
    /// <param name="question">One dimension, period and filters.</param>
    /// <param name="models">Which models; all that were run unless named.</param>
    public static ModelComparison? Of(ReportScope scope, Request question, IReadOnlyList<string> models)
    {
        var run = scope.Models;
        IReadOnlyList<string> chosen = models.Count > 0 ? models : run;
        var comparison = chosen.Count == 0 || run.Count == 0 ? null : new ModelComparison(scope, question, chosen);
        return comparison is { Groups.Count: > 0 } ? comparison : null;
    }

    /// <summary>Whether a group is one that a reader could do something about, and not a rest.</summary>
    public static bool IsNamed(object? group) => group is not (null or Unattributed);

    public MetricColumn Column(string metric) => _answer.Metrics[At(metric)];

    /// <summary>A figure of a group by a model; where it has no row, nothing was credited.</summary>
    public Figure Of(object? group, string model, string metric) =>
        _rows.TryGetValue((Key(group), model), out var row) ? row.Figures[At(metric)]
        : Column(metric).Additive ? new Figure(0, NoValue.None) : new Figure(null, NoValue.NoRows);

    public Figure Total(string model, string metric) => _totals.TryGetValue(model, out var row) ? row.Figures[At(metric)] : new Figure(null, NoValue.NoRows);

    /// <summary>What was spent on a group, or on all.</summary>
    public (Figure Figure, MetricColumn Column) Cost(object? group, bool total = false)
    {
        var row = total ? _cost.Total : _cost.Rows.FirstOrDefault(r => Equals(r.Dimensions[0], group));
        return (row?.Figures[0] ?? new Figure(_cost.Rows.Count > 0 ? 0 : null, _cost.Rows.Count > 0 ? NoValue.None : NoValue.NoRows), _cost.Metrics[0]);
    }

    /// <summary>Between what figures the conversions that a model gives to a group lie, where the model says so.</summary>
    public (Figure Low, Figure High)? Interval(object? group, string model) =>
        _intervals.Of(group, model) is { } known ? (new Figure(known.Low, NoValue.None), new Figure(known.High, NoValue.None)) : null;

    /// <summary>Whether any model gives it something.</summary>
    public bool HasCredit(object? group) => Models.Any(m => Of(group, m, Conversions).Value is not (null or 0));

    private bool IsWorthARow(object? group) => HasCredit(group) || Cost(group).Figure.Value is not (null or 0);

    private static int At(string metric) => Array.IndexOf(Metrics, metric);

    private static object Key(object? group) => group ?? "";
}
