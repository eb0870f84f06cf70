using Merit.Metrics.Results;

namespace Merit.Host.Reports.Wording;

/// <summary>How a figure moved against the one it is compared with.</summary>
/// <param name="Text">As a reader sees it, with its sign: a relative change, or points for shares and scores.</param>
/// <param name="Direction">−1 for a fall, 0, 1 for a rise.</param>
/// <param name="Good">Whether the move is good for this metric; null where nothing moved.</param>
internal sealed record Change(string Text, int Direction, bool? Good)
{
    /// <summary>The move, or null where one of the two is missing or it has no measure.</summary>
    public static Change? Of(Figure figure, MetricColumn metric, Voice voice)
    {
        if (figure is not { Value: { } now, Compared: { } before })
        {
            return null;
        }

        var direction = Math.Sign(now - before);
        bool? good = direction == 0 ? null : direction < 0 == metric.LowerIsBetter;
        if (metric.Unit is Unit.Percent or Unit.Score)
        {
            var points = (now - before) * (metric.Unit == Unit.Percent ? 100 : 1);
            return new Change(voice.Words.Say("change.points", Signed(direction, voice.Format.Text(Math.Abs(points), Unit.Score))), direction, good);
        }

        return before == 0 ? null : new Change(Signed(direction, voice.Format.Text(Math.Abs((now - before) / before), Unit.Percent)), direction, good);
    }

    private static string Signed(int direction, string text) => direction switch { > 0 => "+" + text, < 0 => "−" + text, _ => "±" + text };
}
