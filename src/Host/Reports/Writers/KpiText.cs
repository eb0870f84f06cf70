using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers;

/// <summary>What stands beside a key figure.</summary>
internal static class KpiText
{
    /// <summary>Its goal, its change, and whether its period is still running: whichever there are.</summary>
    public static IEnumerable<string> Parts(Kpi card, Voice voice)
    {
        foreach (var part in new[] { Goal(card, voice), Compared(card, voice), Unfinished(card, voice) })
        {
            if (part.Length > 0)
            {
                yield return part;
            }
        }
    }

    public static string Goal(Kpi card, Voice voice) => (card.Target, Met(card)) switch
    {
        ({ } target, { } met) => voice.Words.Say(met ? "kpi.target-met" : "kpi.target-missed", voice.Format.Text(target, card.Metric)),
        ({ } target, null) => voice.Words.Say("kpi.target", voice.Format.Text(target, card.Metric)),
        _ => "",
    };

    public static bool? Met(Kpi card) => card is { Target: { } target, Figure.Value: { } value }
        ? card.Metric.LowerIsBetter ? value <= target : value >= target
        : null;

    /// <summary>How it moved, and from where.</summary>
    public static string Compared(Kpi card, Voice voice)
    {
        if (card.Comparison == Metrics.Requests.Comparison.None)
        {
            return "";
        }

        var before = voice.Format.Text(card.Figure.Compared, card.Metric);
        if (Change.Of(card.Figure, card.Metric, voice.Format) is { } change)
        {
            return change.Good switch
            {
                true => voice.Words.Say("kpi.better", change.Text, voice.Words["kpi." + card.Comparison], before),
                false => voice.Words.Say("kpi.worse", change.Text, voice.Words["kpi." + card.Comparison], before),
                null => voice.Words.Say("kpi.same", voice.Words["kpi." + card.Comparison], before),
            };
        }

        return card.Figure.Compared is null
            ? ""
            : voice.Words.Say("kpi.compared", voice.Words["kpi." + card.Comparison], before);
    }

    public static string Unfinished(Kpi card, Voice voice) => card.Figure.Unfinished ? voice.Words["kpi.unfinished"] : "";
}
