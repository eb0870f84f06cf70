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
        var compared = answer.Request.Compare != Comparison.None;
        var rows = answer.Total is { } total ? [.. answer.Rows, total] : answer.Rows;
        var suffix = answer.Request.Compare switch { Comparison.Previous => "previous", Comparison.YearAgo => "year_ago", _ => "target" };

        var ids = new List<string>(answer.Dimensions.Select(d => d.Id));
        var labels = new List<string>(answer.Dimensions.Select(d => chinese ? d.LabelZh : d.Label));
        foreach (var metric in answer.Metrics)
        {
            var label = chinese ? metric.LabelZh : metric.Label;
            ids.AddRange(compared ? [metric.Id, $"{metric.Id}_{suffix}"] : [metric.Id]);
            labels.AddRange(compared ? [label, $"{label} ({Compared(answer.Request.Compare, chinese)})"] : [label]);
        }

        return new Listing(ids, [.. rows.Select(r => (IReadOnlyList<object?>)[.. r.Dimensions, .. r.Figures.SelectMany(f => Values(f, compared))])])
        {
            Labels = labels,
            Texts = [.. rows.Select(r => (IReadOnlyList<string>)
            [
                .. r.Dimensions.Select((d, i) => d is not null ? Cell.Raw(d) : ReferenceEquals(r, answer.Total) ? i == 0 ? (chinese ? "合计" : "Total") : "" : Nothing),
                .. r.Figures.SelectMany((f, i) => Texts(f, answer.Metrics[i], format, compared)),
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

    /// <summary>Metrics of the answer that are on their way out.</summary>
    public static IEnumerable<Diagnostic> Deprecated(Answer answer) =>
        answer.Metrics.Where(m => m.Deprecated is not null).Select(m => DefinitionRules.Deprecated.Here(m.Id, m.Deprecated));

    private static IEnumerable<object?> Values(Figure figure, bool compared) => compared ? [figure.Value, figure.Compared] : [figure.Value];

    private static IEnumerable<string> Texts(Figure figure, MetricColumn metric, FigureFormat format, bool compared) =>
        compared ? [format.Text(figure, metric), format.Text(figure.Compared, metric)] : [format.Text(figure, metric)];

    private static string Compared(Comparison comparison, bool chinese) => comparison switch
    {
        Comparison.Previous => chinese ? "上期" : "previous",
        Comparison.YearAgo => chinese ? "去年同期" : "year ago",
        _ => chinese ? "目标" : "target",
    };

    private static string Because(NoValue reason) => reason switch
    {
        NoValue.NotLoaded => "no source loads the table it needs",
        NoValue.ColumnNotLoaded => "no source loads a column it needs",
        NoValue.NotCovered => "the sources have not answered for the period",
        NoValue.DivisionByZero => "its denominator is zero",
        NoValue.NoRows => "there are no rows to average",
        NoValue.NotSet => "no target or benchmark is set",
        _ => "it means nothing at this grain",
    };
}
