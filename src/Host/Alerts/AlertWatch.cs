using Merit.Host.Schedules;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Alerts;

/// <summary>Which alerts are to be looked at: after a load, at times of their own, and when what they wait for has come.</summary>
internal static class AlertWatch
{
    /// <summary>The alerts that are due; none while nothing is loaded.</summary>
    public static IReadOnlyList<Alert> Due(IReadOnlyList<Alert> alerts, string stateDirectory, DateTimeOffset now)
    {
        if (alerts.Count == 0 || Version(stateDirectory) is not { } version)
        {
            return [];
        }

        var known = new AlertJournal(stateDirectory).Known();
        return [.. alerts.Where(a => IsDue(a, known.GetValueOrDefault(a.Name, AlertRecord.None), version, now))];
    }

    /// <summary>The number of the published version, or null.</summary>
    public static long? Version(string stateDirectory) => new PublishedVersions(Path.Combine(stateDirectory, "warehouse")).Latest?.Number;

    private static bool IsDue(Alert alert, AlertRecord known, long version, DateTimeOffset now)
    {
        if (known.Last is not { State: { } state } last || last.Notice is not null || last.Version != version || last.Definition != alert.Definition)
        {
            return true;
        }

        var woken = known.SnoozedUntil(alert) is { } until && until > last.At && until <= now;
        return woken || state.NextAt <= now || (alert.Cron is { } cron && CronTimes.Of(cron, TimeZoneInfo.FindSystemTimeZoneById(alert.Zone)).LastWithin(last.At, now) is not null);
    }
}
