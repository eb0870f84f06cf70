using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{journeys limit=10}}</c>: the commonest paths to a sale, what they brought and how long they took.</summary>
internal sealed class JourneysTag : IBlockTag
{
    private const int UsualRows = 10;

    private static readonly string[] Figures = ["journeys", "journey_share", "journey_revenue", "journey_days"];

    public string Name => "journeys";

    public string Example => "{{journeys limit=10}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("by", ParameterKind.Text), new("sort", ParameterKind.Text), new("limit", ParameterKind.Count), new("where", ParameterKind.Text), new("period", ParameterKind.Text), Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var words = scope.Voice.Words;
        var title = arguments.Text("title") is { } own ? words.Choose(own, arguments.Text("zh") ?? "") : words["title.journeys"];
        if (!scope.Loads("journeys"))
        {
            return [new NoteBlock(words["empty.journeys"])];
        }

        var limit = arguments.Count("limit") ?? UsualRows;
        // A journey belongs to no campaign or type: of the report's own filters those are left out.
        var question = scope.Question(arguments, Figures, arguments.List("by") is { Count: > 0 } by ? by : ["journeys.path"]);
        var where = question.Where.Where(f => f.Dimension is not ("type" or "campaign" or "campaign_name")).ToList();
        var sort = question.Sort is [_, ..] given ? given : ["-journeys"];
        var answer = scope.Ask(question with
        {
            Where = [.. where, new Metrics.Requests.Filter("journeys.touches", Metrics.Requests.FilterOperator.Greater, ["0"])], Sort = sort, Limit = limit + 1, Total = true,
        });
        var shown = answer with { Rows = [.. answer.Rows.Take(limit)] };
        if (!AnswerGrid.HasValue(shown) || shown.Rows.Count == 0)
        {
            return [AnswerGrid.Nothing(title, shown, scope.Voice)];
        }

        var table = AnswerGrid.Table(title, shown, sort[0].TrimStart('-'), answer.Rows.Count > limit, scope.Voice);
        return [where.Count < question.Where.Count ? table with { Notes = [.. table.Notes, words["journeys.all-campaigns"]] } : table];
    }
}
