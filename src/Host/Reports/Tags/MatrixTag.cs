using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{matrix "journeys" by="journeys.first_channel, journeys.last_channel"}}</c>: one figure by two dimensions, the first down and the second across.</summary>
internal sealed class MatrixTag : IBlockTag
{
    // More columns than this nobody reads.
    private const int MostColumns = 12;

    public string Name => "matrix";

    public string Example => "{{matrix \"journeys\" by=\"journeys.first_channel, journeys.last_channel\"}}";

    public string Subject => "the id of a metric";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("by", ParameterKind.Text), .. Parameter.Question, Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        var by = arguments.List("by");
        if (by.Count != 2)
        {
            throw arguments.Wrong("by", "two dimensions, such as \"journeys.first_channel, journeys.last_channel\"");
        }

        var question = scope.Question(arguments, [arguments.Subject.Trim()], by);
        var answer = scope.Ask(question);
        var title = AnswerTitle.Of(arguments, answer, voice);
        return answer.Rows.Any(r => r.Figures[0].Value is not null) ? [Table(title, answer, voice)] : [AnswerGrid.Nothing(title, answer, voice)];
    }

    private static TableBlock Table(string title, Answer answer, Voice voice)
    {
        var (down, across) = (answer.Dimensions[0], answer.Dimensions[1]);
        var rows = Largest(answer, 0).ToList();
        // What is on both sides stands in the same order, so that a figure and its mirror are easy to find.
        var columns = rows.Concat(Largest(answer, 1)).Distinct().Where(c => answer.Rows.Any(r => Equals(r.Dimensions[1], c))).ToList();
        var shown = columns.Take(MostColumns).ToList();
        var figures = answer.Rows.ToDictionary(r => (r.Dimensions[0] ?? "", r.Dimensions[1] ?? ""), r => r.Figures[0]);
        var grid = new Grid(
            [new GridColumn(voice.Label(down)), .. shown.Select(c => new GridColumn(voice.Group(c, across), Numeric: true))],
            [.. rows.Select(row => new GridRow([voice.GroupCell(row, down), .. shown.Select(c => Cell(figures.GetValueOrDefault((row ?? "", c ?? "")), answer.Metrics[0], voice))]))]);
        string[] cut = shown.Count < columns.Count ? [voice.Words.Say("matrix.cut", shown.Count, columns.Count)] : [];
        return new TableBlock(title, grid, [voice.Words.Say("matrix.note", voice.Label(down), voice.Inside(voice.Label(across))), .. cut]);
    }

    // What did not happen is nothing; it is written so that what did happen stands out.
    private static GridCell Cell(Figure? figure, MetricColumn metric, Voice voice) =>
        figure?.Value is null or 0 && metric.Additive ? new GridCell("·") { Reason = voice.Format.Text(0, metric), Value = 0, Unit = metric.Unit } : voice.Cell(figure ?? new Figure(null, NoValue.NoRows), metric);

    private static IEnumerable<object?> Largest(Answer answer, int dimension) =>
        answer.Rows.GroupBy(r => r.Dimensions[dimension] ?? "").OrderByDescending(g => g.Sum(r => r.Figures[0].Value ?? 0)).ThenBy(g => g.Key.ToString(), StringComparer.Ordinal)
            .Select(g => g.First().Dimensions[dimension]);
}
