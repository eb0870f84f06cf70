namespace Merit.Plugins.Attribution;

/// <summary>One conversion and its touches, in order: what a weight is computed from.</summary>
/// <param name="ConvertedAt">When the conversion happened.</param>
/// <param name="Touches">The touches, by time, then touch id; at least one.</param>
public sealed record Journey(DateTime ConvertedAt, IReadOnlyList<JourneyTouch> Touches)
{
    /// <summary>When the lead was created, if there is one.</summary>
    public DateTime? LeadAt { get; init; }

    /// <summary>When the opportunity was created, if there is one.</summary>
    public DateTime? OpportunityAt { get; init; }

    /// <summary>When the customer reached a stage; null where never.</summary>
    public DateTime? Reached(Stage stage) => stage switch
    {
        Stage.Lead => LeadAt,
        Stage.Opportunity => OpportunityAt,
        _ => ConvertedAt,
    };
}

/// <summary>A touch of a journey.</summary>
/// <param name="Channel">Its channel, or null where none is known.</param>
/// <param name="OccurredAt">When it happened, at most the conversion's time.</param>
public sealed record JourneyTouch(string? Channel, DateTime OccurredAt)
{
    /// <summary>By what it is the same as others; its channel unless told otherwise.</summary>
    public string? Unit { get; init; } = Channel;
}
