using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{targets "new_leads, cpl, revenue" by="campaign_name"}}</c>: every goal that is set, what came of it, and whether it is met.</summary>
internal sealed class TargetsTag : IBlockTag
{
    public string Name => "targets";

    public string Example => "{{targets \"new_leads, cpl, revenue\" by=\"campaign_name\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("by", ParameterKind.Text), .. Parameter.Question, Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        var answer = scope.Ask(scope.Question(arguments, arguments.Ids, arguments.List("by")) with { Compare = Comparison.Target });
        var title = arguments.Text("title") is { } own ? voice.Words.Choose(own, arguments.Text("zh") ?? "") : voice.Words["title.targets"];
        var goals = answer.Rows.SelectMany(row => answer.Metrics.Select((metric, i) => (Row: row, Metric: metric, Figure: row.Figures[i]))).Where(g => g.Figure.Compared is not null).ToList();
        return goals.Count == 0 ? [new NoteBlock(voice.Words["empty.targets"])] : [Table(title, answer, goals, voice)];
    }

    private static TableBlock Table(string title, Answer answer, List<(AnswerRow Row, MetricColumn Metric, Figure Figure)> goals, Voice voice)
    {
        var words = voice.Words;
        var grid = new Grid(
            [
                .. answer.Dimensions.Select(d => new GridColumn(voice.Label(d))), new GridColumn(words["kpis.figure"]), new GridColumn(words["kpis.value"], Numeric: true),
                new GridColumn(words["kpis.target"], Numeric: true), new GridColumn(words["targets.state"]),
            ],
            [
                .. goals.Select(g => new GridRow(
                [
                    .. g.Row.Dimensions.Select((d, i) => voice.GroupCell(d, answer.Dimensions[i])), new GridCell(voice.Label(g.Metric)),
                    voice.Cell(g.Figure with { Value = g.Figure.Targeted, Reason = g.Figure.Targeted is null ? NoValue.NoRows : NoValue.None }, g.Metric), voice.Figure(g.Figure.Compared, g.Metric),
                    State(g.Figure, g.Metric, words),
                ])),
            ]);
        return new TableBlock(title, grid, [words["targets.note"]]);
    }

    private static GridCell State(Figure figure, MetricColumn metric, Words words) => figure is not { Targeted: { } value, Compared: { } target } ? new GridCell("")
        : (metric.LowerIsBetter ? value <= target : value >= target) ? new GridCell(words["targets.met"]) { Tone = Tone.Good }
        : figure.Unfinished ? new GridCell(words["targets.open"])
        : new GridCell(words["targets.missed"]) { Tone = Tone.Bad };
}
