using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Tags;

/// <summary><c>{{funnel "new_leads, mqls, sqls" rates="lead_to_mql, mql_to_sql"}}</c>; a dash among the rates stands for a step that no metric measures.</summary>
internal sealed class FunnelTag : IBlockTag
{
    private const string NoRate = "-";

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

        List<string> known = [.. rates.Where(r => r is not NoRate)];
        var answer = scope.Ask(scope.Question(arguments, [.. stages, .. known], []));
        var title = arguments.Text("title") is { } own ? scope.Voice.Words.Choose(own, arguments.Text("zh") ?? "") : Title(answer.Metrics, stages.Count, scope.Voice);
        if (answer.Rows is not [var row, ..] || row.Figures.Take(stages.Count).All(f => f.Value is null or 0))
        {
            return [AnswerGrid.Nothing(title, answer, scope.Voice)];
        }

        var (shown, notes) = (new List<FunnelStage>(), new List<string>());
        AnswerGrid.Shown(answer with { Metrics = [.. answer.Metrics.Take(stages.Count)] }, scope.Voice, notes);
        var longest = row.Figures.Take(stages.Count).Max(f => f.Value ?? 0);
        for (var i = 0; i < stages.Count; i++)
        {
            if (row.Figures[i].Value is { } count)
            {
                // A step leads from one stage to the next; over a stage that is not known there is none.
                var step = i > 0 && rates.Count > 0 && rates[i - 1] is not NoRate && row.Figures[i - 1].Value is not null ? stages.Count + known.IndexOf(rates[i - 1]) : (int?)null;
                shown.Add(new FunnelStage(
                    answer.Metrics[i], row.Figures[i], Math.Max(0, count) / longest,
                    step is { } rate ? answer.Metrics[rate] : null, step is { } figure ? row.Figures[figure] : null));
            }
        }

        return [new FunnelBlock(title, shown, notes)];
    }

    private static string Title(IReadOnlyList<Metrics.Results.MetricColumn> metrics, int stages, Voice voice) =>
        voice.Words.Say("title.funnel", voice.Inside(voice.Label(metrics[0])), voice.Inside(voice.Label(metrics[stages - 1])));
}
