namespace Merit.Host.Alerts;

/// <summary>
/// How an alert goes on from what was known to what is seen. What recipients know is kept apart from what is so, and they are told the difference: so nothing is told twice, and
/// what happened while nobody was to be told is told afterwards, if it is still so.
/// </summary>
internal static class AlertSteps
{
    /// <summary>The next state, and what is to be told.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="before">What was known of it; null where it was never looked at.</param>
    /// <param name="sight">What is seen.</param>
    /// <param name="now">The time.</param>
    /// <param name="snoozedUntil">Until when nobody is told anything, or null.</param>
    public static (AlertState State, IReadOnlyList<AlertEvent> Happened, IReadOnlyList<AlertEvent> Tell) Next(Alert alert, AlertState? before, AlertSight sight, DateTimeOffset now, DateTimeOffset? snoozedUntil)
    {
        var known = before ?? new AlertState();
        var quiet = snoozedUntil > now;
        var (happened, tell) = (new List<AlertEvent>(), new List<AlertEvent>());
        if (sight.IsUnknown != known.IsUnknown)
        {
            happened.Add(new AlertEvent(sight.IsUnknown ? AlertNews.Unknown : AlertNews.Back, [], []) { Why = sight.Unknown });
        }

        if (!quiet && sight.IsUnknown != known.IsUnknownTold)
        {
            tell.Add(new AlertEvent(sight.IsUnknown ? AlertNews.Unknown : AlertNews.Back, [], []) { Why = sight.Unknown });
        }

        var state = new AlertState
        {
            IsUnknown = sight.IsUnknown,
            Unknown = sight.Unknown,
            IsUnknownTold = quiet ? known.IsUnknownTold : sight.IsUnknown,
            Groups = [.. Groups(known, sight).Select(g => Group(alert, g.Before, g.Seen, now, quiet, happened, tell)).OfType<AlertGroup>()],
        };
        return (state with { NextAt = Soonest(alert, state, now, snoozedUntil) }, happened, tell);
    }

    private static IEnumerable<(AlertGroup? Before, SeenGroup Seen)> Groups(AlertState known, AlertSight sight)
    {
        var before = known.Groups.ToDictionary(g => SeenGroup.KeyOf(g.Group), StringComparer.Ordinal);
        if (sight.IsUnknown)
        {
            return known.Groups.Select(g => ((AlertGroup?)g, new SeenGroup(g.Group, null, g.Figures)));
        }

        // A group of which there are no rows any more has nothing that could be so.
        var seen = sight.Groups.ToDictionary(g => g.Key, StringComparer.Ordinal);
        return sight.Groups.Select(g => (before.GetValueOrDefault(g.Key), g))
            .Concat(known.Groups.Where(g => !seen.ContainsKey(SeenGroup.KeyOf(g.Group))).Select(g => ((AlertGroup?)g, new SeenGroup(g.Group, false, []))));
    }

    private static AlertGroup? Group(Alert alert, AlertGroup? before, SeenGroup seen, DateTimeOffset now, bool quiet, List<AlertEvent> happened, List<AlertEvent> tell)
    {
        var known = before ?? new AlertGroup { Group = seen.Group };

        // What cannot be seen neither ends nor begins; but a time that was not seen is not counted.
        var since = seen.Holds switch { true => known.Since ?? now, false => null, null => known.Fires ? known.Since : null };
        var fires = seen.Holds switch { true => known.Fires || now - since >= alert.For, false => false, null => known.Fires };
        var group = known with { Since = since, Fires = fires, Figures = seen.Holds is null ? known.Figures : seen.Figures };
        if (fires != known.Fires)
        {
            happened.Add(new AlertEvent(fires ? AlertNews.Fires : AlertNews.Over, seen.Group, group.Figures));
        }

        if (!quiet)
        {
            var news = (fires, known.IsTold) switch
            {
                (true, false) => AlertNews.Fires,
                (false, true) => AlertNews.Over,
                (true, true) when seen.Holds is true && alert.Renotify is { } after && now - known.ToldAt >= after => AlertNews.Again,
                _ => (AlertNews?)null,
            };
            if (news is { } what)
            {
                group = group with { IsTold = fires, ToldAt = fires ? now : null };
                if (what is not AlertNews.Over || !alert.EndsQuietly)
                {
                    tell.Add(new AlertEvent(what, seen.Group, group.Figures) { Since = known.Since ?? since });
                }
            }
        }

        return group.Fires || group.IsTold || group.Since is not null ? group : null;
    }

    private static DateTimeOffset? Soonest(Alert alert, AlertState state, DateTimeOffset now, DateTimeOffset? snoozedUntil)
    {
        var moments = state.Groups.Select(g => g.Fires ? g.ToldAt + alert.Renotify : g.Since + alert.For).Append(snoozedUntil).OfType<DateTimeOffset>().Where(m => m > now).ToList();
        return moments.Count == 0 ? null : moments.Min();
    }
}

/// <summary>What is known of an alert.</summary>
internal sealed record AlertState
{
    /// <summary>Whether nothing could be said when it was last looked at.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Why.</summary>
    public IReadOnlyList<AlertReason> Unknown { get; init; } = [];

    /// <summary>Whether its recipients know.</summary>
    public bool IsUnknownTold { get; init; }

    /// <summary>The groups in which it holds, or of which recipients still believe so.</summary>
    public IReadOnlyList<AlertGroup> Groups { get; init; } = [];

    /// <summary>When it is to be looked at even if no data come.</summary>
    public DateTimeOffset? NextAt { get; init; }
}

/// <summary>What is known of a group of an alert.</summary>
internal sealed record AlertGroup
{
    public required IReadOnlyList<string?> Group { get; init; }

    /// <summary>Since when it has held at every look; null where it does not.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether it has held for long enough.</summary>
    public bool Fires { get; init; }

    /// <summary>Whether its recipients know.</summary>
    public bool IsTold { get; init; }

    /// <summary>When they were last told.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    public IReadOnlyList<SeenFigure> Figures { get; init; } = [];
}

/// <summary>Something that happened to an alert.</summary>
/// <param name="What">What.</param>
/// <param name="Group">The group; none where it is about the alert as a whole.</param>
/// <param name="Figures">The figures of its conditions.</param>
internal sealed record AlertEvent(AlertNews What, IReadOnlyList<string?> Group, IReadOnlyList<SeenFigure> Figures)
{
    /// <summary>Why nothing is known.</summary>
    public IReadOnlyList<AlertReason> Why { get; init; } = [];

    /// <summary>Since when it holds, or held.</summary>
    public DateTimeOffset? Since { get; init; }
}

/// <summary>What can happen to an alert.</summary>
internal enum AlertNews
{
    /// <summary>It holds, and has for long enough.</summary>
    Fires,

    /// <summary>It still does.</summary>
    Again,

    /// <summary>It no longer holds.</summary>
    Over,

    /// <summary>Data are missing: nothing can be said.</summary>
    Unknown,

    /// <summary>They are there again.</summary>
    Back,
}
