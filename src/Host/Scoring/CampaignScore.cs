using Merit.Plugins.Scoring;

namespace Merit.Host.Scoring;

/// <summary>A campaign's score as a reader sees it.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CampaignName">Its name, or its id where it has none.</param>
/// <param name="Type">Its type, which chose the scorecard; scores of different types are never compared.</param>
/// <param name="Scorecard">The scorecard's id.</param>
/// <param name="Version">The scorecard's version.</param>
/// <param name="Score">The score, its contributions and notes.</param>
/// <param name="Components">The components' labels, in the contributions' order.</param>
internal sealed record CampaignScore(
    string CampaignId, string CampaignName, string Type, string Scorecard, int Version, Score Score, IReadOnlyList<ScoreComponent> Components)
{
    /// <summary>Its place among the scored campaigns of its type, and how far that depends on the weights; null where it has no score.</summary>
    public RankRange? Rank { get; init; }
}

/// <summary>A component as a reader sees it.</summary>
/// <param name="Id">Its id in the scorecard.</param>
/// <param name="Label">Its label in English.</param>
/// <param name="LabelZh">Its label in Chinese.</param>
/// <param name="Weight">Its weight as the scorecard gives it.</param>
internal sealed record ScoreComponent(string Id, string Label, string LabelZh, double Weight)
{
    /// <summary>The metric whose target it is measured by, or null.</summary>
    public string? TargetOf { get; init; }
}

/// <summary>A place in a ranking, from 1, and its places when each weight in turn is a fifth smaller or larger.</summary>
/// <param name="Rank">Its place with the scorecard's own weights.</param>
/// <param name="Best">The best place it takes.</param>
/// <param name="Worst">The worst.</param>
/// <param name="Of">How many are ranked.</param>
internal sealed record RankRange(int Rank, int Best, int Worst, int Of)
{
    /// <summary>Whether the place does not depend on the weights' exact size.</summary>
    public bool IsFirm => Best == Worst;
}
