using Merit.Diagnostics;

namespace Merit.Host.Links;

/// <summary>What a link is to say about where its visitors come from.</summary>
/// <param name="Url">The page.</param>
/// <param name="Campaign">The campaign, as it was asked for: its id, its name or its utm_campaign.</param>
/// <param name="Source">utm_source.</param>
/// <param name="Medium">utm_medium.</param>
internal sealed record LinkTag(string Url, string? Campaign, string? Source, string? Medium)
{
    /// <summary>utm_content.</summary>
    public string? Content { get; init; }

    /// <summary>utm_term.</summary>
    public string? Term { get; init; }

    /// <summary>Where it was asked for, where that is a file.</summary>
    public Place? At { get; init; }
}

/// <summary>A campaign, as links and touchpoints know it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tag">Its utm_campaign.</param>
/// <param name="Channel">The channel all its touches count for.</param>
internal sealed record TaggedCampaign(string Id, string? Name, string? Tag, string? Channel);
