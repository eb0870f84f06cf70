using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{table "cost, cpl, roi" by="channel" total=true sort="-roi"}}</c>.</summary>
internal sealed class TableTag : IBlockTag
{
    public string Name => "table";

    public string Example => "{{table \"cost, cpl\" by=\"channel\" total=true}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [.. Parameter.Groups, .. Parameter.Question, new("total", ParameterKind.Flag), Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var question = scope.Question(arguments, arguments.Ids, arguments.List("by"));
        var limit = question.Limit;
        // One group more than wanted tells whether any were left out.
        var answer = scope.Ask(question with { Total = arguments.Flag("total"), Limit = limit + 1 });
        var cut = answer.Rows.Count > limit;
        var shown = cut ? answer with { Rows = [.. answer.Rows.Take(limit ?? 0)] } : answer;
        var title = AnswerTitle.Of(arguments, answer, scope.Voice);
        var bar = question.Sort is [var first, ..] ? first.TrimStart('-') : null;
        return AnswerGrid.HasValue(shown) && AnswerGrid.HasGroups(shown) ? [AnswerGrid.Table(title, shown, bar, cut, scope.Voice)] : [AnswerGrid.Nothing(title, shown, scope.Voice)];
    }
}
