using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{chart "new_leads" by="week" kind="line"}}</c>: one chart for every unit among its metrics, since two units have no common axis.</summary>
internal sealed class ChartTag : IBlockTag
{
    private static readonly Dictionary<string, ChartKind> Kinds = new(StringComparer.Ordinal) { ["line"] = ChartKind.Line, ["bar"] = ChartKind.Bar };

    public string Name => "chart";

    public string Example => "{{chart \"new_leads\" by=\"week\" kind=\"line\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [.. Parameter.Groups, .. Parameter.Question, new("kind", ParameterKind.Text), Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var answer = scope.Ask(scope.Question(arguments, arguments.Ids, arguments.List("by")));
        return Draw(answer, arguments.OneOf("kind", Kinds), arguments.Text("title") is null ? null : AnswerTitle.Of(arguments, answer, scope.Voice), scope.Voice);
    }

    /// <summary>An answer as charts, one for each unit of its metrics, or why there is nothing to draw.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="kind">Lines or bars; what suits the dimension, unless given.</param>
    /// <param name="called">What it is called; what it shows, unless given.</param>
    /// <param name="voice">The reader's language.</param>
    public static IReadOnlyList<Block> Draw(Answer answer, ChartKind? kind, string? called, Voice voice)
    {
        var usable = Enumerable.Range(0, answer.Metrics.Count).Where(m => answer.Rows.Any(r => r.Figures[m].Value is not null)).ToList();
        if (usable.Count == 0 || answer.Dimensions.Count == 0 || !AnswerGrid.HasGroups(answer))
        {
            return [AnswerGrid.Nothing(called ?? AnswerTitle.Of(answer, answer.Metrics, voice), answer, voice)];
        }

        return
        [
            .. usable.GroupBy(m => answer.Metrics[m].Unit).Select(unit =>
            {
                List<int> metrics = [.. unit];
                List<MetricColumn> columns = [.. metrics.Select(m => answer.Metrics[m])];
                var part = answer with
                {
                    Metrics = columns,
                    Rows = [.. answer.Rows.Select(r => r with { Figures = [.. metrics.Select(m => r.Figures[m])] })],
                    Total = null,
                };
                var title = usable.Count == columns.Count && called is not null ? called : AnswerTitle.Of(part, columns, voice);
                var chart = ChartBuilder.Build(part, kind, voice);
                var drawn = ChartBuilder.Drawn(chart);
                return new ChartBlock(title, drawn, ChartBuilder.Numbers(chart, voice.Label(part.Dimensions[0]), voice.Words), Notes(drawn, chart, voice)) { Finding = ChartFinding.Of(chart, voice.Words) };
            }),
        ];
    }

    private static List<string> Notes(Chart drawn, Chart chart, Voice voice)
    {
        var notes = new List<string>();
        var points = drawn.Series.SelectMany(s => s.Points).ToList();
        if (points.Any(p => p.Unfinished))
        {
            notes.Add(voice.Words["chart.unfinished"]);
        }

        if (points.Any(p => p.Value is null))
        {
            notes.Add(voice.Words["chart.gap"]);
        }

        if (drawn.Positions.Count < chart.Positions.Count)
        {
            notes.Add(voice.Words.Say("chart.not-drawn", voice.Words.List([.. chart.Positions.Except(drawn.Positions, StringComparer.Ordinal)])));
        }

        if (drawn.Series.Count < chart.Series.Count)
        {
            notes.Add(voice.Words.Say("chart.series-cut", drawn.Series.Count, chart.Series.Count));
        }

        return notes;
    }
}
