using System.Globalization;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Learning;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Models;

/// <summary>How far the conversions that models give to the groups of a page may be off, on the page's days and by its filters.</summary>
internal sealed class SliceIntervals
{
    private const string Bucket = "credits.bucket";

    private readonly Dictionary<(object Group, string Model), Interval> _known = [];

    private SliceIntervals(IReadOnlyList<string> unmade) => Unmade = unmade;

    /// <summary>Whether there are any.</summary>
    public bool Any => _known.Count > 0;

    /// <summary>Models that learned and for which nothing was computed that intervals could be made of.</summary>
    public IReadOnlyList<string> Unmade { get; }

    /// <summary>The interval of a group by a model; null where there is none.</summary>
    public Interval? Of(object? group, string model) => _known.GetValueOrDefault((group ?? "", model));

    /// <summary>Asks for the credit of every bucket, and makes intervals of it.</summary>
    /// <param name="scope">The report.</param>
    /// <param name="question">One dimension, period and filters.</param>
    /// <param name="models">Which models.</param>
    public static SliceIntervals Of(ReportScope scope, Request question, IReadOnlyList<string> models)
    {
        if (!scope.Loads("credit_intervals") || !scope.Loads("credit_buckets") || !scope.Has("credits", "bucket"))
        {
            return new SliceIntervals([]);
        }

        var own = scope.Ask(new Request { Metrics = ["learned_conversions"], By = ["channel", "credit_intervals.model"] }).Rows
            .ToDictionary(r => (Channel: Name(r.Dimensions[0]), Model: Name(r.Dimensions[1])), r => r.Figures[0].Value ?? 0);
        var learners = own.Keys.Select(k => k.Model).ToHashSet(StringComparer.Ordinal);
        var without = Parts(scope.Ask(new Request { Metrics = ["learned_without"], By = ["channel", "credit_buckets.model", "credit_buckets.bucket"] }));
        var made = without.Keys.Select(k => k.Model).ToHashSet(StringComparer.Ordinal);
        var intervals = new SliceIntervals([.. models.Where(m => learners.Contains(m) && !made.Contains(m))]);
        List<string> shown = [.. models.Where(m => !intervals.Unmade.Contains(m, StringComparer.Ordinal) && scope.Workspace.Attribution.Calibrated.All(c => !string.Equals(c.Name, m, StringComparison.Ordinal)))];
        if (shown.Count == 0)
        {
            return intervals;
        }

        // Of a group, a model that learned has other credit by each channel that the group's touches are of.
        var byChannel = question.By is ["channel"];
        var asked = question with { Metrics = [ModelComparison.Conversions], Sort = [], Limit = null, Total = false, Model = null };
        Filter[] chosen = [new("model", FilterOperator.In, [.. shown])];
        var slices = scope.Ask(asked with { By = [.. question.By, .. byChannel ? Array.Empty<string>() : ["channel"], "model", Bucket], Where = [.. question.Where, .. chosen] });
        var conversions = new double[PathTable.Buckets];
        foreach (var row in scope.Ask(asked with { By = [Bucket], Where = [], Model = Counting(scope) }).Rows)
        {
            conversions[Number(row.Dimensions[0])] = row.Figures[0].Value ?? 0;
        }

        var all = made.Count == 0 ? [] : Parts(scope.Ask(new Request { Metrics = [ModelComparison.Conversions], By = ["channel", "model", Bucket], Where = chosen }));
        foreach (var slice in slices.Rows.GroupBy(r => (Group: r.Dimensions[0] ?? "", Model: Name(r.Dimensions[^2]))))
        {
            var channels = slice.GroupBy(r => Name(r.Dimensions[byChannel ? 0 : 1]), StringComparer.Ordinal).ToDictionary(c => c.Key, c => Sums(c), StringComparer.Ordinal);
            var interval = made.Contains(slice.Key.Model) && slice.Key.Group is not ModelComparison.Unattributed
                ? Learned(slice.Key.Model, channels)
                : SliceJackknife.OfRule(Sums(slice), conversions);
            if (interval is not null && conversions.Sum() >= SliceJackknife.LeastConversions)
            {
                intervals._known[slice.Key] = interval;
            }
        }

        return intervals;

        Interval? Learned(string model, Dictionary<string, double[]> channels) => SliceJackknife.OfLearned(
        [
            .. channels.Where(c => own.ContainsKey((c.Key, model)) && without.ContainsKey((c.Key, model)) && all.ContainsKey((c.Key, model)))
                .Select(c => new LearnedSlice(c.Value, all[(c.Key, model)], own[(c.Key, model)], without[(c.Key, model)])),
        ]);
    }

    // Any model that gives every conversion once counts conversions.
    private static string Counting(ReportScope scope) =>
        scope.Models.Contains(scope.Workspace.Attribution.Default, StringComparer.Ordinal) ? scope.Workspace.Attribution.Default : scope.Models.FirstOrDefault(m => !scope.TakesPart(m)) ?? scope.Models[0];

    // Rows by channel, model and bucket.
    private static Dictionary<(string Channel, string Model), double[]> Parts(Answer answer) =>
        answer.Rows.GroupBy(r => (Name(r.Dimensions[0]), Name(r.Dimensions[1]))).ToDictionary(g => g.Key, g => Sums(g));

    private static double[] Sums(IEnumerable<AnswerRow> rows)
    {
        var sums = new double[PathTable.Buckets];
        foreach (var row in rows)
        {
            sums[Number(row.Dimensions[^1])] += row.Figures[0].Value ?? 0;
        }

        return sums;
    }

    // What models that learn call a touch without a channel.
    private static string Name(object? dimension) => dimension as string ?? UnitNumbers.None;

    private static int Number(object? dimension) => Convert.ToInt32(dimension, CultureInfo.InvariantCulture);
}
