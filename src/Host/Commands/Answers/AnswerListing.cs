using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Measures.Formatting;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Commands.Answers;

/// <summary>An answer as a listing: raw values for programs, formatted ones for readers.</summary>
internal static class AnswerListing
{
    private const string Nothing = "(none)";

    public static Listing Of(Answer answer, Workspace workspace) => Of(answer, workspace.Locale, workspace.Currency);

    public static Listing Of(Answer answer, string locale, string currency)
    {
        var chinese = locale is "zh-CN";
        var format = new FigureFormat(locale, currency);
        var comparison = Compared(answer.Request.Compare);
        var rows = answer.Total is { } total ? [.. answer.Rows, total] : answer.Rows;

        var ids = new List<string>(answer.Dimensions.Select(d => d.Id));
        var labels = new List<string>(answer.Dimensions.Select(d => chinese ? d.LabelZh : d.Label));
        foreach (var metric in answer.Metrics)
        {
            var label = chinese ? metric.LabelZh : metric.Label;
            ids.AddRange([metric.Id, .. comparison.Select(c => $"{metric.Id}_{c.Id}")]);
            labels.AddRange([label, .. comparison.Select(c => $"{label} ({(chinese ? c.Zh : c.En)})")]);
        }

        return new Listing(ids, [.. rows.Select(r => (IReadOnlyList<object?>)[.. r.Dimensions, .. r.Figures.SelectMany(f => comparison.Select(c => (object?)c.Of(f)).Prepend(f.Value))])])
        {
            Labels = labels,
            Texts = [.. rows.Select(r => (IReadOnlyList<string>)
            [
                .. r.Dimensions.Select((d, i) => d is not null ? Cell.Raw(d) : ReferenceEquals(r, answer.Total) ? i == 0 ? (chinese ? "合计" : "Total") : "" : Nothing),
                .. r.Figures.SelectMany((f, i) => comparison.Select(c => format.Text(c.Of(f), answer.Metrics[i])).Prepend(format.Text(f, answer.Metrics[i]))),
            ])],
            Figures = Enumerable.Range(answer.Dimensions.Count, ids.Count - answer.Dimensions.Count).ToHashSet(),
            HasTotal = answer.Total is not null,
        };
    }

    /// <summary>Why figures have no value, one sentence for each metric and reason.</summary>
    public static IEnumerable<string> Reasons(Answer answer)
    {
        var rows = answer.Total is { } total ? [.. answer.Rows, total] : answer.Rows;
        return answer.Metrics.SelectMany((metric, i) => rows.Select(r => r.Figures[i]).Where(f => f.Value is null).Select(f => f.Reason).Distinct()
            .Select(reason => $"{metric.Id} has no value where {Because(reason)}."));
    }

    /// <summary>Whether figures of the answer follow a model: it was asked for, or a row is of it.</summary>
    public static bool Follows(Answer answer, string model)
    {
        var at = answer.Dimensions.Select(d => d.Id).ToList().IndexOf("model");
        return (answer.Metrics.Any(m => m.Participation) && string.Equals(answer.Request.Model, model, StringComparison.Ordinal))
            || (at >= 0 && answer.Rows.Any(r => string.Equals(r.Dimensions[at] as string, model, StringComparison.Ordinal)));
    }

    /// <summary>Metrics of the answer that are on their way out.</summary>
    public static IEnumerable<Diagnostic> Deprecated(Answer answer) =>
        answer.Metrics.Where(m => m.Deprecated is not null).Select(m => DefinitionRules.Deprecated.Here(m.Id, m.Deprecated));

    // Beside a goal stands what is to be held against it: the figure where goals are set.
    private static IReadOnlyList<(string Id, string En, string Zh, Func<Figure, double?> Of)> Compared(Comparison comparison) => comparison switch
    {
        Comparison.None => [],
        Comparison.Previous => [("previous", "previous", "上期", f => f.Compared)],
        Comparison.YearAgo => [("year_ago", "year ago", "去年同期", f => f.Compared)],
        _ => [("target", "target", "目标", f => f.Compared), ("targeted", "where targeted", "设有目标的部分", f => f.Targeted)],
    };

    private static string Because(NoValue reason) => reason switch
    {
        NoValue.NotLoaded => "no source loads the table it needs",
        NoValue.ColumnNotLoaded => "no source loads a column it needs",
        NoValue.NotCovered => "the sources have not answered for the period",
        NoValue.DivisionByZero => "its denominator is zero",
        NoValue.NoRows => "there are no rows to average",
        NoValue.NotSet => "no target or benchmark is set",
        NoValue.NotPermitted => "your rules on rows do not reach the rows it is counted from",
        _ => "it means nothing at this grain",
    };
}
