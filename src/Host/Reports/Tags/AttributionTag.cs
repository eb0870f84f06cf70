using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{attribution "attributed_revenue" by="channel" sourced="revenue"}}</c>: the same figure by several models, beside the sourced one.</summary>
internal sealed class AttributionTag : IBlockTag
{
    public string Name => "attribution";

    public string Example => "{{attribution \"attributed_revenue\" by=\"channel\" models=\"first, last\" sourced=\"revenue\"}}";

    public string Subject => "the id of an attributed metric";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("by", ParameterKind.Text), new("models", ParameterKind.Text), new("sourced", ParameterKind.Text),
        new("where", ParameterKind.Text), new("period", ParameterKind.Text), Parameter.Title, Parameter.TitleZh,
    ];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var voice = scope.Voice;
        IReadOnlyList<string> by = arguments.List("by") is { Count: > 0 } given ? given : ["channel"];
        IReadOnlyList<string> models = arguments.List("models") is { Count: > 0 } named ? named : [.. scope.Workspace.Attribution.Names];
        var question = scope.Question(arguments, [arguments.Subject.Trim()], by) with { Total = true };
        var columns = models.Select(model => new Column(model, scope.Ask(question with { Model = model }))).ToList();
        if (arguments.Text("sourced") is { } sourced)
        {
            var answer = scope.Ask(question with { Metrics = [sourced.Trim()], Model = null });
            columns.Insert(0, new Column(voice.Words.Say("attribution.sourced", voice.Label(answer.Metrics[0])), answer));
        }

        var last = columns[^1].Answer;
        var title = arguments.Text("title") is { } own
            ? voice.Words.Choose(own, arguments.Text("zh") ?? "")
            : voice.Words.Say("title.attribution", AnswerTitle.Of(last, last.Metrics, voice));
        return columns.Exists(c => AnswerGrid.HasValue(c.Answer)) ? [Table(title, columns, voice)] : [AnswerGrid.Nothing(title, last, voice)];
    }

    private static TableBlock Table(string title, List<Column> columns, Voice voice)
    {
        var dimensions = columns[0].Answer.Dimensions;
        var groups = columns.SelectMany(c => c.Answer.Rows).DistinctBy(Key, StringComparer.Ordinal)
            .OrderByDescending(r => columns.Max(c => Find(c.Answer, Key(r))?.Figures[0].Value ?? 0))
            .ThenBy(Key, StringComparer.Ordinal);
        var rows = groups.Select(group => new GridRow(
        [
            .. group.Dimensions.Select((d, i) => voice.GroupCell(d, dimensions[i])),
            .. columns.Select(c => Cell(c, Find(c.Answer, Key(group)), voice)),
        ])).ToList();
        rows.Add(new GridRow(
            [
                .. dimensions.Select((_, i) => new GridCell(i == 0 ? voice.Words["table.total"] : "")),
                .. columns.Select(c => Cell(c, c.Answer.Total, voice)),
            ],
            Total: true));
        var grid = new Grid([.. dimensions.Select(d => new GridColumn(voice.Label(d))), .. columns.Select(c => new GridColumn(c.Name, Numeric: true))], rows);
        string[] more = columns.Exists(c => c.Answer.Metrics[0].Participation) ? [voice.Words["attribution.participation"]] : [];
        return new TableBlock(title, grid, [voice.Words["attribution.note"], .. more]);
    }

    private static GridCell Cell(Column column, AnswerRow? row, Voice voice) =>
        voice.Cell(row?.Figures[0] ?? new Figure(null, NoValue.NoRows), column.Answer.Metrics[0]);

    private static AnswerRow? Find(Answer answer, string key) => answer.Rows.FirstOrDefault(r => string.Equals(Key(r), key, StringComparison.Ordinal));

    private static string Key(AnswerRow row) => string.Join('\u001f', row.Dimensions);

    private sealed record Column(string Name, Answer Answer);
}
