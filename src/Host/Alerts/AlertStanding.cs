namespace Merit.Host.Alerts;

/// <summary>How an alert stands, in one word.</summary>
/// <param name="Mood">The word.</param>
/// <param name="Groups">In how many groups it is so.</param>
/// <param name="Since">Since when.</param>
internal sealed record AlertStanding(AlertMood Mood, int Groups, DateTimeOffset? Since)
{
    /// <summary>How it stands; null where it was never looked at.</summary>
    public static AlertStanding Of(AlertState? state)
    {
        if (state is null)
        {
            return new AlertStanding(AlertMood.New, 0, null);
        }

        var (fires, holds) = (state.Groups.Where(g => g.Fires).ToList(), state.Groups.Where(g => !g.Fires && g.Since is not null).ToList());
        var mood = state.IsUnknown ? AlertMood.Unknown : fires.Count > 0 ? AlertMood.Fires : holds.Count > 0 ? AlertMood.Holds : AlertMood.Well;
        var groups = mood is AlertMood.Holds ? holds : fires;
        return new AlertStanding(mood, groups.Count, groups.Min(g => g.Since));
    }

    /// <summary>For the command line.</summary>
    public string Word => Mood switch
    {
        AlertMood.New => "not looked at yet",
        AlertMood.Unknown => "not known",
        AlertMood.Fires => "fires",
        AlertMood.Holds => "holds, not long enough yet",
        _ => "well",
    };
}

/// <summary>How an alert can stand.</summary>
internal enum AlertMood
{
    New,
    Well,
    Holds,
    Fires,
    Unknown,
}
