using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;
using Merit.Metrics.Results;

namespace Merit.Host.Dashboard.Pages;

/// <summary>An answer with its last dimension across. What stands at the edges is asked for, never added up.</summary>
internal static class PivotPart
{
    // More columns than this nobody reads.
    private const int MostColumns = 24;

    public static async Task<IReadOnlyList<Block>> OfAsync(View view, Answer answer)
    {
        var title = AnswerTitle.Of(answer, answer.Metrics, view.Voice);
        if (answer.Dimensions.Count < 2)
        {
            return [new NoteBlock(view.Words["site.pivot-needs"])];
        }

        if (!AnswerGrid.HasValue(answer))
        {
            return [AnswerGrid.Nothing(title, answer, view.Voice)];
        }

        var total = answer.Request.Total;
        var asked = Asked.Read(view.Query, "lang", "as") with { Sort = [], Limit = null, Compare = Metrics.Requests.Comparison.None };
        if (!total)
        {
            return [Table(view, title, answer, null, null)];
        }

        var below = view.AskAsync(asked with { By = [answer.Request.By[^1]], Total = false });
        var right = await view.AskAsync(asked with { By = [.. answer.Request.By.SkipLast(1)], Total = true });
        return [Table(view, title, answer, right, await below)];
    }

    private static TableBlock Table(View view, string title, Answer answer, Answer? right, Answer? below)
    {
        var (voice, last) = (view.Voice, answer.Dimensions.Count - 1);
        var columns = answer.Rows.Select(r => r.Dimensions[last]).Distinct().OrderBy(c => c is null).ThenBy(c => c as IComparable, Comparer<IComparable?>.Default).ToList();
        var shown = columns.Take(MostColumns).ToList();
        var cells = answer.Rows.ToLookup(r => Key(r.Dimensions), StringComparer.Ordinal);
        var rows = answer.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Dimensions.Take(last)]).DistinctBy(Key, StringComparer.Ordinal).Select(group => new GridRow(
        [
            .. group.Select((d, i) => new GridCell(voice.Group(d, answer.Dimensions[i]))),
            .. shown.SelectMany(c => Figures(cells[Key([.. group, c])].FirstOrDefault())),
            .. right is null ? [] : Figures(right.Rows.FirstOrDefault(r => Key(r.Dimensions) == Key(group))),
        ])).ToList();
        if (below is not null)
        {
            rows.Add(new GridRow(
                [
                    .. Enumerable.Range(0, last).Select(i => new GridCell(i == 0 ? voice.Words["table.total"] : "")),
                    .. shown.SelectMany(c => Figures(below.Rows.FirstOrDefault(r => Equals(r.Dimensions[0], c)))),
                    .. Figures(right?.Total),
                ],
                Total: true));
        }

        var one = answer.Metrics.Count == 1;
        return new TableBlock(
            title,
            new Grid(
                [
                    .. answer.Dimensions.Take(last).Select(d => new GridColumn(voice.Label(d))),
                    .. shown.Select(c => voice.Group(c, answer.Dimensions[last])).Concat(right is null ? [] : [voice.Words["site.all-of"]])
                        .SelectMany(c => answer.Metrics.Select(m => new GridColumn(one ? c : $"{c} · {voice.Label(m)}", Numeric: true) { Meaning = voice.Meaning(m) })),
                ],
                rows),
            shown.Count < columns.Count ? [voice.Words.Say("site.pivot-cut", shown.Count, columns.Count)] : []);

        // Rows are there only for what happened: of a sum or count, nothing is zero, and is written so that what did happen stands out.
        IEnumerable<GridCell> Figures(AnswerRow? row) => answer.Metrics.Select((metric, i) => row is null && metric.Additive
            ? new GridCell("·") { Reason = voice.Format.Text(0, metric) }
            : voice.Cell(row?.Figures[i] ?? new Figure(null, NoValue.NoRows), metric));
    }

    private static string Key(IEnumerable<object?> values) => string.Join('\u001f', values.Select(v => v ?? "\u001e"));
}
