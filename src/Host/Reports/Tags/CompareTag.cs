using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{compare "cost, new_leads, cpl, roi" by="campaign_name" limit=4}}</c>: some campaigns side by side, a figure in each row, the best of it marked.</summary>
internal sealed class CompareTag : IBlockTag
{
    private const int UsualColumns = 4;
    private const int MostColumns = 8;

    public string Name => "compare";

    public string Example => "{{compare \"cost, new_leads, cpl, roi\" by=\"campaign_name\" of=\"Webinars, Spring expo\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("of", ParameterKind.Text), .. Parameter.Groups, .. Parameter.Question, Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        var by = arguments.List("by") is [var one] ? one : arguments.List("by").Count == 0 ? "campaign_name" : throw arguments.Wrong("by", "one dimension, such as campaign_name");
        var named = arguments.List("of");
        var limit = named.Count > 0 ? named.Count : arguments.Count("limit") ?? UsualColumns;
        if (limit > MostColumns)
        {
            throw arguments.Wrong(named.Count > 0 ? "of" : "limit", $"at most {MostColumns} to stand side by side");
        }

        var question = scope.Question(arguments, arguments.Ids, [by]);
        var asked = question with
        {
            Limit = null, Sort = question.Sort is [_, ..] sort ? sort : ["-" + arguments.Ids[0]],
            Where = named.Count > 0 ? [.. question.Where, new Filter(by, FilterOperator.In, [.. named])] : question.Where,
        };
        var answer = scope.Ask(asked);
        // The order they are named in is the order they are wanted in.
        List<AnswerRow> rows = [.. answer.Rows.Where(r => r.Dimensions[0] is not null)];
        rows = named.Count > 0 ? [.. rows.OrderBy(r => named.ToList().FindIndex(n => string.Equals(n, r.Dimensions[0] as string, StringComparison.Ordinal)))] : [.. rows.Take(limit)];
        var title = arguments.Text("title") is { } own ? voice.Words.Choose(own, arguments.Text("zh") ?? "") : voice.Words.Say("title.compare", voice.Words.List([.. rows.Select(r => voice.Group(r.Dimensions[0], answer.Dimensions[0]))]));
        return rows.Count > 0 && AnswerGrid.HasValue(answer) ? [Table(title, answer, rows, voice)] : [AnswerGrid.Nothing(title, answer, voice)];
    }

    private static TableBlock Table(string title, Answer answer, List<AnswerRow> rows, Voice voice)
    {
        var words = voice.Words;
        var shown = Enumerable.Range(0, answer.Metrics.Count).Where(m => rows.Any(r => r.Figures[m].Value is not null)).ToList();
        var grid = new Grid(
            [new GridColumn(words["kpis.figure"]), .. rows.Select(r => new GridColumn(voice.Group(r.Dimensions[0], answer.Dimensions[0]), Numeric: true))],
            [.. shown.Select(m => new GridRow([new GridCell(voice.Label(answer.Metrics[m])), .. Cells(m)]))]);
        var notes = new List<string> { words["compare.note"] };
        AnswerGrid.Shown(answer with { Rows = rows }, voice, notes);
        return new TableBlock(title, grid, notes);

        IEnumerable<GridCell> Cells(int m)
        {
            var metric = answer.Metrics[m];
            var values = rows.Select(r => r.Figures[m].Value).OfType<double>().ToList();
            // To have cost least is no merit of its own; to have a low cost per lead is.
            var best = values.Distinct().Count() < 2 || metric is { Additive: true, LowerIsBetter: true } ? (double?)null : metric.LowerIsBetter ? values.Min() : values.Max();
            return rows.Select(r => voice.Cell(r.Figures[m], metric) with
            {
                Tone = best is { } b && r.Figures[m].Value == b ? Tone.Good : Tone.Plain, Under = best is { } known && r.Figures[m].Value == known ? words["compare.best"] : "",
            });
        }
    }
}
