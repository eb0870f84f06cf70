using Merit.Metrics.Requests;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Semantics;

/// <summary>A dimension of a request: how each fact reaches it.</summary>
/// <param name="Id">As asked for.</param>
/// <param name="Label">In English.</param>
/// <param name="LabelZh">In Chinese.</param>
/// <param name="Type">Of its values.</param>
/// <param name="Grain">For a group of days; then the measure's own time decides, and <paramref name="Of"/> is not asked.</param>
/// <param name="Target">Which column of a goal says the same thing.</param>
/// <param name="Of">How a fact's rows reach it, or null where they do not.</param>
/// <param name="Home">Where its values live, for messages.</param>
internal sealed record Dimension(
    string Id, string Label, string LabelZh, ColumnType Type, TimeGrain? Grain, GoalLevel Target, Func<string, Reach?> Of, string Home)
{
    /// <summary>For the time since a cohort began: what it is counted in.</summary>
    public TimeGrain? Age => Ages.Of(Id);

    public bool IsCampaign => Id is "campaign" or "campaign_id" or "campaign_name" or "campaigns.campaign_id";
}

/// <summary>What a goal is set for, apart from its campaign.</summary>
internal enum GoalLevel
{
    Campaign,
    Channel,
    Owner,
}
