namespace Merit.Host.Dashboard.Pages;

/// <summary>How far a campaign is, by its days and the last day the data tell about.</summary>
internal static class CampaignStatus
{
    public const string Planned = "planned";
    public const string Running = "running";
    public const string Finished = "finished";

    public static IReadOnlyList<string> All { get; } = [Running, Finished, Planned];

    /// <summary>One of <see cref="All"/>; null where the campaign has no days. One without an end goes on.</summary>
    /// <param name="start">Its first day, as a dimension gives it.</param>
    /// <param name="end">Its last day.</param>
    /// <param name="asOf">The last day the data tell about.</param>
    public static string? Of(object? start, object? end, DateOnly asOf) => (start as DateOnly?, end as DateOnly?) switch
    {
        (null, null) => null,
        ({ } first, _) when first > asOf => Planned,
        (_, { } last) when last < asOf => Finished,
        _ => Running,
    };
}
