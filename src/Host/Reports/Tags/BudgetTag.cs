using Merit.Host.Reports.Blocks;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{budget}}</c>: how much of each campaign's budget and of its days is used.</summary>
internal sealed class BudgetTag : IBlockTag
{
    public string Name => "budget";

    public string Example => "{{budget}}";

    public string Subject => "";

    public bool SubjectOptional => true;

    public IReadOnlyList<Parameter> Parameters { get; } = [new("where", ParameterKind.Text)];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var words = scope.Voice.Words;
        if (!scope.Loads("campaigns"))
        {
            return [new NoteBlock(words["empty.budget"])];
        }

        // A budget belongs to the whole campaign, whatever days the report is about.
        var question = scope.Question(arguments, ["cost", "budget", "budget_used"], ["campaign"]) with { Period = Period.All, Sort = ["-budget"] };
        var answer = scope.Ask(question);
        var days = scope.Ask(question with { Metrics = ["campaigns"], By = ["campaign", "campaign_name", "campaigns.start_date", "campaigns.end_date"], Sort = [] }).Rows
            .GroupBy(r => r.Dimensions[0] as string ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Dimensions, StringComparer.Ordinal);
        List<BudgetLine> lines =
        [
            .. answer.Rows.Where(r => r.Dimensions[0] is string && r.Figures[1].Value is not (null or 0)).Select(r =>
            {
                var id = r.Dimensions[0] as string ?? "";
                var known = days.GetValueOrDefault(id);
                return new BudgetLine(
                    known?[1] as string ?? id, r.Figures[0], r.Figures[1], r.Figures[2],
                    known is null ? null : Elapsed(known[2] as DateOnly?, known[3] as DateOnly?, scope.Inputs.AsOf));
            }),
        ];
        return lines.Count == 0
            ? [new NoteBlock(words["empty.budget"])]
            : [new BudgetBlock(answer.Metrics, lines, [words.Say("budget.note", scope.Voice.Dates.Day(scope.Inputs.AsOf))])];
    }

    /// <summary>The share of a campaign's days that were over at the end of a day.</summary>
    internal static double? Elapsed(DateOnly? start, DateOnly? end, DateOnly asOf) =>
        start is { } first && end is { } last && last >= first
            ? Math.Clamp((asOf.DayNumber - first.DayNumber + 1) / (double)(last.DayNumber - first.DayNumber + 1), 0, 1)
            : null;
}
