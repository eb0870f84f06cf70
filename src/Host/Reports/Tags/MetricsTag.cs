using Merit.Host.Reports.Blocks;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{metrics "new_leads, cpl"}}</c>: key figures beside their goals and the time before.</summary>
internal sealed class MetricsTag : IBlockTag
{
    public string Name => "metrics";

    public string Example => "{{metrics \"new_leads, cpl\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = Parameter.Question;

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var question = scope.Question(arguments, arguments.Ids, []);
        var comparison = scope.Compare is Comparison.Previous or Comparison.YearAgo && question.Period is not { From: null, To: null }
            ? scope.Compare
            : Comparison.None;
        var now = scope.Ask(question with { Compare = comparison });
        var goals = scope.Ask(question with { Compare = Comparison.Target });
        if (now.Rows.Count == 0)
        {
            return [new NoteBlock(scope.Voice.Words.Say("empty.metrics", scope.Voice.Labels(now.Metrics)))];
        }

        // Said once, not on every card.
        var alone = comparison == Comparison.None ? [] : now.Metrics.Where((_, i) => now.Rows[0].Figures[i] is { Value: not null, Compared: null }).ToList();
        IReadOnlyList<string> notes = alone.Count == 0 ? [] : [scope.Voice.Words.Say("kpi.nothing-before", scope.Voice.Words["kpi." + comparison], scope.Voice.Labels(alone))];
        return
        [
            new KpiBlock(
            [
                .. now.Metrics.Select((metric, i) => new Kpi(
                    metric, now.Rows[0].Figures[i], goals.Rows.Count == 0 ? null : goals.Rows[0].Figures[i].Compared, comparison)),
            ],
            notes),
        ];
    }
}
