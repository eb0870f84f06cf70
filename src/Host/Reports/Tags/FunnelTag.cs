using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{funnel "new_leads, mqls, sqls" rates="lead_to_mql, mql_to_sql"}}</c>.</summary>
internal sealed class FunnelTag : IBlockTag
{
    public string Name => "funnel";

    public string Example => "{{funnel \"new_leads, mqls, sqls\" rates=\"lead_to_mql, mql_to_sql\"}}";

    public string Subject => "the ids of metrics, one for each stage";

    public bool SubjectOptional => false;

    public IReadOnlyList<Parameter> Parameters { get; } =
        [new("rates", ParameterKind.Text), .. Parameter.Question, Parameter.Title, Parameter.TitleZh];

    public IReadOnlyList<Block> Build(TagArguments arguments, ReportScope scope)
    {
        var (stages, rates) = (arguments.Ids, arguments.List("rates"));
        if (rates.Count > 0 && rates.Count != stages.Count - 1)
        {
            throw new MeritException(ReportRules.FunnelRates.At(arguments.At, stages.Count, stages.Count - 1, rates.Count));
        }

        var answer = scope.Ask(scope.Question(arguments, [.. stages, .. rates], []));
        var title = arguments.Text("title") is { } own ? scope.Voice.Words.Choose(own, arguments.Text("zh") ?? "") : Title(answer.Metrics, stages.Count, scope.Voice);
        if (answer.Rows is not [var row, ..] || row.Figures.Take(stages.Count).All(f => f.Value is null or 0))
        {
            return [AnswerGrid.Nothing(title, answer, scope.Voice)];
        }

        var longest = row.Figures.Take(stages.Count).Max(f => f.Value ?? 0);
        return
        [
            new FunnelBlock(title,
            [
                .. stages.Select((_, i) => new FunnelStage(
                    answer.Metrics[i], row.Figures[i], longest > 0 ? Math.Max(0, row.Figures[i].Value ?? 0) / longest : 0,
                    i > 0 && rates.Count > 0 ? answer.Metrics[stages.Count + i - 1] : null,
                    i > 0 && rates.Count > 0 ? row.Figures[stages.Count + i - 1] : null)),
            ]),
        ];
    }

    private static string Title(IReadOnlyList<Metrics.Results.MetricColumn> metrics, int stages, Voice voice) =>
        voice.Words.Say("title.funnel", voice.Inside(voice.Label(metrics[0])), voice.Inside(voice.Label(metrics[stages - 1])));
}
