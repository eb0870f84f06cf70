using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary>Turns an answer into a table a reader can follow: columns without any value become one sentence, every dash gets its reason.</summary>
internal static class AnswerGrid
{
    // Longer ones may break into lines.
    private const int LongText = 40;

    public static bool HasValue(Answer answer) => answer.Rows.Any(r => r.Figures.Any(f => f.Value is not null));

    /// <summary>Whether any row belongs to a group that has a name.</summary>
    public static bool HasGroups(Answer answer) => answer.Dimensions.Count == 0 || answer.Rows.Any(r => r.Dimensions.Any(d => d is not null));

    /// <summary>The sentence that stands for an answer without any value, or without any group.</summary>
    public static NoteBlock Nothing(string title, Answer answer, Voice voice)
    {
        if (HasValue(answer) && !HasGroups(answer))
        {
            return new NoteBlock(voice.Words.Say("empty.block", title, voice.Words.Say("empty.no-group", voice.Inside(voice.Label(answer.Dimensions[0])))));
        }

        var reasons = answer.Rows.SelectMany(r => r.Figures).Select(f => f.Reason).Where(r => r != NoValue.None).Distinct().Order().ToList();
        var why = reasons.Count == 0 ? voice.Words["empty.no-rows"] : voice.Words.List([.. reasons.Select(voice.Reason)]);
        return new NoteBlock(voice.Words.Say("empty.block", title, why));
    }

    public static TableBlock Table(string title, Answer answer, string? barMetric, bool cut, Voice voice)
    {
        var notes = new List<string>();
        var shown = Shown(answer, voice, notes);
        notes.AddRange(Reasons(answer, shown, voice));
        var open = answer.Rows.Where(r => r.Figures.Any(f => f.Unfinished)).SelectMany(r => answer.Dimensions.Select((d, i) => TimeGrains.Of(d.Id) is null ? "" : voice.Group(r.Dimensions[i], d)))
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (open.Count > 0)
        {
            notes.Add(voice.Words.Say("table.unfinished", voice.Words.List(open)));
        }

        if (cut)
        {
            notes.Add(answer.Total is null ? voice.Words.Count("table.cut", answer.Rows.Count) : voice.Words.Count("table.cut-total", answer.Rows.Count));
        }

        return new TableBlock(title, Grid(answer, shown, barMetric, voice), notes);
    }

    private static Grid Grid(Answer answer, IReadOnlyList<int> shown, string? barMetric, Voice voice)
    {
        var bar = shown.Select((metric, column) => (metric, column))
            .Where(m => string.Equals(answer.Metrics[m.metric].Id, barMetric, StringComparison.Ordinal))
            .Select(m => (int?)m.metric).FirstOrDefault();
        var longest = bar is { } b ? answer.Rows.Max(r => Math.Abs(r.Figures[b].Value ?? 0)) : 0;
        List<GridColumn> columns =
        [
            .. answer.Dimensions.Select((d, i) => new GridColumn(voice.Label(d)) { Id = d.Id, Prose = answer.Rows.Any(r => r.Dimensions[i] is string { Length: > LongText }) }),
            .. shown.Select(m => new GridColumn(voice.Label(answer.Metrics[m]), Numeric: true) { Id = answer.Metrics[m].Id, Meaning = voice.Meaning(answer.Metrics[m]) }),
        ];
        var rows = answer.Rows.Select(r => Row(r, total: false)).ToList();
        if (answer.Total is { } total)
        {
            rows.Add(Row(total, total: true));
        }

        return new Grid(columns, rows);

        GridRow Row(AnswerRow row, bool total) => new(
            [
                .. answer.Dimensions.Select((d, i) => !total ? voice.GroupCell(row.Dimensions[i], d) : new GridCell(i == 0 ? voice.Words["table.total"] : "")),
                .. shown.Select(m => voice.Cell(row.Figures[m], answer.Metrics[m]) with
                {
                    Bar = m == bar && !total && longest > 0 && row.Figures[m].Value is { } value ? value / longest : null,
                }),
            ],
            total);
    }

    /// <summary>The metrics with any value; the others are named in a note, by the reason they share.</summary>
    public static List<int> Shown(Answer answer, Voice voice, List<string> notes)
    {
        var empty = Enumerable.Range(0, answer.Metrics.Count).Where(m => answer.Rows.All(r => r.Figures[m].Value is null)).ToList();
        foreach (var group in empty.GroupBy(m => answer.Rows.Count == 0 ? NoValue.NoRows : answer.Rows[0].Figures[m].Reason))
        {
            notes.Add(voice.Words.Say("table.left-out", voice.Labels(group.Select(m => answer.Metrics[m])), voice.Reason(group.Key)));
        }

        return [.. Enumerable.Range(0, answer.Metrics.Count).Except(empty)];
    }

    /// <summary>What the dashes left in a table mean.</summary>
    private static IEnumerable<string> Reasons(Answer answer, IReadOnlyList<int> shown, Voice voice)
    {
        // That a score has no total needs no saying.
        var total = answer.Total is { } all ? all with { Figures = [.. all.Figures.Select(f => f.Reason == NoValue.NotMeaningful ? new Figure(0, NoValue.None) : f)] } : null;
        List<AnswerRow> rows = [.. answer.Rows, .. total is null ? [] : new[] { total }];
        return shown
            .SelectMany(m => rows.Where(r => r.Figures[m].Value is null).Select(r => (Metric: m, r.Figures[m].Reason)))
            .Distinct()
            .GroupBy(m => m.Reason)
            .OrderBy(g => g.Key)
            .Select(g => voice.Words.Say("table.dash", voice.Labels(g.Select(m => answer.Metrics[m.Metric])), voice.Reason(g.Key)));
    }
}
