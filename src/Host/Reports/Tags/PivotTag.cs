using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{pivot "revenue" by="channel, quarter"}}</c>: one figure by two dimensions, the first down and the second across, with the totals of both, each asked for and none summed.</summary>
internal sealed class PivotTag : IBlockTag
{
    // More columns than this nobody reads.
    private const int MostColumns = 14;
    private const int UsualRows = 25;

    public string Name => "pivot";

    public string Example => "{{pivot \"revenue\" by=\"channel, quarter\"}}";

    public string Subject => "the id of a metric";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("by", ParameterKind.Text), new("limit", ParameterKind.Count), new("heat", ParameterKind.Flag), .. Parameter.Question, Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var by = arguments.List("by");
        if (by.Count != 2)
        {
            throw arguments.Wrong("by", "two dimensions, such as \"channel, quarter\"");
        }

        var question = scope.Question(arguments, [arguments.Subject.Trim()], by) with { Limit = null };
        var cells = scope.Ask(question);
        var title = AnswerTitle.Of(arguments, cells, scope.Voice);
        if (!AnswerGrid.HasValue(cells))
        {
            return [AnswerGrid.Nothing(title, cells, scope.Voice)];
        }

        var down = scope.Ask(question with { By = [by[0]], Total = true });
        var across = scope.Ask(question with { By = [by[1]] });
        return [new Pivot(cells, down, across, scope.Voice).Table(title, arguments.Count("limit") ?? UsualRows, MostColumns, arguments.Flag("heat"))];
    }
}

/// <summary>The answers behind a pivot table.</summary>
internal sealed class Pivot(Answer cells, Answer down, Answer across, Voice voice)
{
    private readonly MetricColumn _metric = cells.Metrics[0];

    public TableBlock Table(string title, int mostRows, int mostColumns, bool heat)
    {
        var (rows, columns) = (Ordered(down), Ordered(across));
        var (shownRows, shownColumns) = (rows.Take(mostRows).ToList(), Last(columns, mostColumns));
        var figures = cells.Rows.ToDictionary(r => (r.Dimensions[0] ?? "", r.Dimensions[1] ?? ""), r => r.Figures[0]);
        var largest = heat ? cells.Rows.Max(r => Math.Abs(r.Figures[0].Value ?? 0)) : 0;
        var grid = new Grid(
            [new GridColumn(voice.Label(cells.Dimensions[0])), .. shownColumns.Select(c => new GridColumn(voice.Group(c.Dimensions[0], cells.Dimensions[1]), Numeric: true)), new GridColumn(voice.Words["table.total"], Numeric: true)],
            [
                .. shownRows.Select(row => new GridRow(
                [
                    voice.GroupCell(row.Dimensions[0], cells.Dimensions[0]),
                    .. shownColumns.Select(c => Cell(figures.GetValueOrDefault((row.Dimensions[0] ?? "", c.Dimensions[0] ?? "")), largest)),
                    voice.Cell(row.Figures[0], _metric),
                ])),
                new GridRow(
                    [
                        new GridCell(voice.Words["table.total"]), .. shownColumns.Select(c => voice.Cell(c.Figures[0], _metric)),
                        down.Total is { } total ? voice.Cell(total.Figures[0], _metric) : new GridCell(""),
                    ],
                    Total: true),
            ]);
        List<string> notes = [];
        if (shownRows.Count < rows.Count)
        {
            notes.Add(voice.Words.Count("table.cut-total", shownRows.Count));
        }

        if (shownColumns.Count < columns.Count)
        {
            notes.Add(voice.Words.Say("pivot.cut", shownColumns.Count, columns.Count));
        }

        if (columns.Concat(rows).Any(r => r.Figures[0].Unfinished))
        {
            notes.Add(voice.Words.Say("table.unfinished", voice.Words.List([.. Unfinished()])));
        }

        return new TableBlock(title, grid, notes);
    }

    private IEnumerable<string> Unfinished() => new[] { (Answer: down, Dimension: cells.Dimensions[0]), (Answer: across, Dimension: cells.Dimensions[1]) }
        .Where(a => TimeGrains.Of(a.Dimension.Id) is not null)
        .SelectMany(a => a.Answer.Rows.Where(r => r.Figures[0].Unfinished).Select(r => voice.Group(r.Dimensions[0], a.Dimension)));

    // Of a sum or count, what has no row is nothing.
    private GridCell Cell(Figure? figure, double largest)
    {
        var known = figure is { Value: null, Reason: NoValue.NoRows } or null && _metric.Additive ? new Figure(0, NoValue.None) : figure ?? new Figure(null, NoValue.NoRows);
        return voice.Cell(known, _metric) with { Heat = largest > 0 && known.Value is { } value ? Math.Abs(value) / largest : null };
    }

    /// <summary>Time in its order, groups by their size.</summary>
    private static IReadOnlyList<AnswerRow> Ordered(Answer answer) => TimeGrains.Of(answer.Dimensions[0].Id) is not null
        ? [.. answer.Rows.OrderBy(r => r.Dimensions[0] as DateOnly?)]
        : [.. answer.Rows.OrderByDescending(r => r.Figures[0].Value ?? double.MinValue).ThenBy(r => r.Dimensions[0]?.ToString(), StringComparer.Ordinal)];

    // Of time the latest matter most, of groups the largest, which come first.
    private List<AnswerRow> Last(IReadOnlyList<AnswerRow> columns, int most) =>
        [.. TimeGrains.Of(cells.Dimensions[1].Id) is null ? columns.Take(most) : columns.Skip(Math.Max(0, columns.Count - most))];
}
