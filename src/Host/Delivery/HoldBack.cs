using Merit.Host.Reports;
using Merit.Host.Reports.Wording;
using Merit.Host.Testing;

namespace Merit.Host.Delivery;

/// <summary>Why data are not fit to be sent, in the words of those who would have got them.</summary>
internal static class HoldBack
{
    /// <summary>The reasons, a sentence each; none where the data are fit.</summary>
    /// <param name="inputs">What the reports rest on.</param>
    /// <param name="maxAge">How old the data may be; any age where null.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">The zone of the days the data tell about.</param>
    /// <param name="words">The language.</param>
    public static IReadOnlyList<string> Reasons(ReportInputs inputs, TimeSpan? maxAge, DateTimeOffset now, TimeZoneInfo zone, Words words)
    {
        var reasons = inputs.DataTests.Where(t => t is { BlocksDelivery: true, Outcome: DataTestOutcome.Failed })
            .Select(t => words.Say("delivery.test", t.Shown(words.IsChinese), words.IsChinese && t.DetailZh.Length > 0 ? t.DetailZh : t.Detail)).ToList();
        if (maxAge is not { } most)
        {
            return reasons;
        }

        foreach (var load in inputs.Loads.Where(l => now.UtcDateTime - l.FinishedAt > most))
        {
            reasons.Add(words.Say("delivery.old-source", load.Source, $"{TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(load.FinishedAt, DateTimeKind.Utc), zone):yyyy-MM-dd HH:mm}"));
        }

        // A day that the data tell about is over at its end.
        var end = inputs.AsOf.AddDays(1).ToDateTime(TimeOnly.MinValue);
        if (TimeZoneInfo.ConvertTime(now, zone).DateTime - end > most)
        {
            reasons.Add(words.Say("delivery.old-data", $"{inputs.AsOf:yyyy-MM-dd}"));
        }

        return reasons;
    }
}
