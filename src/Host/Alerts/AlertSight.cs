using Merit.Metrics.Results;

namespace Merit.Host.Alerts;

/// <summary>What a look at an alert's figures shows.</summary>
/// <param name="Unknown">Why nothing can be said, a sentence each; none where something can.</param>
/// <param name="Groups">The groups there are.</param>
internal sealed record AlertSight(IReadOnlyList<AlertReason> Unknown, IReadOnlyList<SeenGroup> Groups)
{
    /// <summary>Whether nothing can be said.</summary>
    public bool IsUnknown => Unknown.Count > 0;
}

/// <summary>One group.</summary>
/// <param name="Group">The values of its dimensions; none where the alert has no dimensions.</param>
/// <param name="Holds">Whether all conditions hold; null where that cannot be said.</param>
/// <param name="Figures">The figures of the conditions, in their order.</param>
internal sealed record SeenGroup(IReadOnlyList<string?> Group, bool? Holds, IReadOnlyList<SeenFigure> Figures)
{
    /// <summary>Tells groups apart.</summary>
    public string Key => KeyOf(Group);

    /// <summary>Tells groups apart.</summary>
    public static string KeyOf(IReadOnlyList<string?> group) => string.Join('\u001f', group.Select(g => g ?? "\u001e"));
}

/// <summary>A figure and what it is held against.</summary>
/// <param name="Value">The figure, or null.</param>
/// <param name="Limit">The limit, or null where there is nothing to hold it against.</param>
/// <param name="Reason">Why one of them is missing.</param>
internal sealed record SeenFigure(double? Value, double? Limit, NoValue Reason);
