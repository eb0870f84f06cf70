using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Writers;

/// <summary>What stands beside a key figure.</summary>
internal static class KpiText
{
    /// <summary>Its goal, its change, and whether its period is still running: whichever there are.</summary>
    public static IEnumerable<string> Parts(Kpi card, Voice voice)
    {
        foreach (var part in new[] { Goal(card, voice), Compared(card, voice), Latest(card, voice), Unfinished(card, voice) })
        {
            if (part.Length > 0)
            {
                yield return part;
            }
        }
    }

    /// <summary>Its goal, and whether it is met; where the goal is set for a part only, that part's figure too.</summary>
    public static string Goal(Kpi card, Voice voice)
    {
        if (card.Goal is not { Compared: { } target } goal)
        {
            return "";
        }

        var text = voice.Words.Say(Met(card) switch { true => "kpi.target-met", false => "kpi.target-missed", null => "kpi.target" }, voice.Format.Text(target, card.Metric));
        return goal.IsPartlyTargeted ? voice.Words.Say("kpi.target-part", voice.Format.Text(goal.Targeted, card.Metric), text) : text;
    }

    public static bool? Met(Kpi card) => card.Goal is { Compared: { } target, Targeted: { } value }
        ? card.Metric.LowerIsBetter ? value <= target : value >= target
        : null;

    /// <summary>How it moved, and from where; empty where there is nothing to compare with.</summary>
    public static string Compared(Kpi card, Voice voice) => card.Before.Length == 0 ? "" : Compared(card.Figure, card.Metric, card.Before, voice);

    /// <summary>How its last full month moved; empty where that is not asked.</summary>
    public static string Latest(Kpi card, Voice voice) => card.Latest is not { } latest ? "" : voice.Words.Say(
        "kpi.latest", latest.Month, voice.Format.Text(latest.Figure, card.Metric), Compared(latest.Figure, card.Metric, latest.Before, voice));

    private static string Compared(Figure figure, MetricColumn metric, string days, Voice voice)
    {
        var before = voice.Format.Text(figure.Compared, metric);
        return Change.Of(figure, metric, voice.Format) switch
        {
            { Good: true } change => voice.Words.Say("kpi.better", change.Text, days, before),
            { Good: false } change => voice.Words.Say("kpi.worse", change.Text, days, before),
            { } => voice.Words.Say("kpi.same", days, before),
            null => figure.Compared is null ? "" : voice.Words.Say("kpi.compared", days, before),
        };
    }

    public static string Unfinished(Kpi card, Voice voice) => card.Figure.Unfinished ? voice.Words["kpi.unfinished"] : "";
}
