using Merit.Host.Reports.Blocks;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{metrics "new_leads, cpl"}}</c>: key figures beside their goals and the time before.</summary>
internal sealed class MetricsTag : IBlockTag
{
    // Until then what began may still become something else.
    private const int DaysToMature = 90;

    public string Name => "metrics";

    public string Example => "{{metrics \"new_leads, cpl\"}}";

    public string Subject => "the ids of metrics";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } = Parameter.Question;

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var question = scope.Question(arguments, arguments.Ids, []);
        var earlier = scope.Before(question.Period);
        var now = scope.Ask(question with { Compare = earlier is null ? Comparison.None : scope.Compare });
        var goals = scope.Ask(question with { Compare = Comparison.Target });
        if (now.Rows.Count == 0)
        {
            return [new NoteBlock(scope.Voice.Words.Say("empty.metrics", scope.Voice.Labels(now.Metrics)))];
        }

        var before = earlier is null ? "" : scope.Voice.Dates.Period(earlier);
        var latest = question.Period is { From: null, To: null } ? Latest(question, now, scope) : [];
        return
        [
            new KpiBlock(
                [
                    .. now.Metrics.Select((metric, i) => new Kpi(metric, now.Rows[0].Figures[i], goals.Rows.Count == 0 ? null : goals.Rows[0].Figures[i], before)
                    {
                        Latest = latest.GetValueOrDefault(metric.Id),
                    }),
                ],
                Notes(now, question.Period, before, scope)),
        ];
    }

    private static IReadOnlyList<string> Notes(Answer now, Period period, string before, ReportScope scope)
    {
        var young = period.To > scope.Inputs.AsOf.AddDays(-DaysToMature)
            ? now.Metrics.Where((m, i) => m.Maturing && now.Rows[0].Figures[i] is { Value: not null, Compared: not null }).ToList()
            : [];
        return
        [
            .. Alone(now, before, scope),
            .. young.Count == 0 ? [] : new[] { scope.Voice.Words.Say("kpi.maturing", before, scope.Voice.Labels(young)) },
        ];
    }

    /// <summary>What has nothing to be compared with: said once, not on every card.</summary>
    private static IReadOnlyList<string> Alone(Answer now, string before, ReportScope scope)
    {
        var known = now.Metrics.Where((_, i) => now.Rows[0].Figures[i].Value is not null).ToList();
        var alone = now.Metrics.Where((_, i) => now.Rows[0].Figures[i] is { Value: not null, Compared: null }).ToList();
        return before.Length == 0 || alone.Count == 0 ? []
            : alone.Count == known.Count ? [scope.Voice.Words.Say("kpi.none-before", before)]
            : [scope.Voice.Words.Say("kpi.nothing-before", before, scope.Voice.Labels(alone))];
    }

    // Nothing was before all days, but readers want to know how things move: the last full month says it. What matures is left out: of a month's
    // leads fewer have got far than of those of the month before, only because they have had less time. So are rates: a month's money and sales
    // belong to other months' work.
    private static Dictionary<string, KpiMonth> Latest(Request question, Answer all, ReportScope scope)
    {
        var ids = all.Metrics.Where(m => m is { Maturing: false, Unit: not (Unit.Percent or Unit.Score) }).Select(m => m.Id).ToList();
        var month = LastFullMonth(scope.Inputs.AsOf);
        if (ids.Count == 0 || scope.Before(month) is not { } earlier)
        {
            return [];
        }

        var answer = scope.Ask(question with { Metrics = ids, Period = month, Compare = scope.Compare });
        var (name, before) = (scope.Voice.Dates.Period(month), scope.Voice.Dates.Period(earlier));
        return answer.Rows is not [var row, ..] ? [] : answer.Metrics.Zip(row.Figures)
            .Where(m => m.Second is { Value: { } value, Compared: { } compared } && (value != 0 || compared != 0))
            .ToDictionary(m => m.First.Id, m => new KpiMonth(name, m.Second, before), StringComparer.Ordinal);
    }

    /// <summary>The last month all of whose days are over.</summary>
    internal static Period LastFullMonth(DateOnly asOf)
    {
        var next = asOf.AddDays(1);
        var end = new DateOnly(next.Year, next.Month, 1);
        return new Period(end.AddMonths(-1), end, "", PeriodKind.Month);
    }
}
