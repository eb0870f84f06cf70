using Merit.Plugins.Attribution;

namespace Merit.Host.Workspaces;

/// <summary>Which touches a conversion's journey holds, and which of them count as the same.</summary>
internal sealed record JourneyRules
{
    /// <summary>How long before a conversion a touch may lie.</summary>
    public TimeSpan Lookback { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The same for some kinds of conversions.</summary>
    public IReadOnlyDictionary<string, TimeSpan> LookbackOf { get; init; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>Whether of touches of the same unit, one right after the other, only the first takes part.</summary>
    public bool CollapseRepeats { get; init; }

    /// <summary>Channels whose touches take no part.</summary>
    public IReadOnlyList<string> ExcludeChannels { get; init; } = [];

    /// <summary>Campaigns whose touches take no part.</summary>
    public IReadOnlyList<string> ExcludeCampaigns { get; init; } = [];

    /// <summary>Whether a touch counts only for the first conversion of a kind after it; otherwise it may lead to several.</summary>
    public bool Chained { get; init; }

    /// <summary>The stage after which touches take no part; the conversion itself unless another.</summary>
    public Stage Until { get; init; } = Stage.Conversion;

    /// <summary>The touchpoint columns by which two touches are the same.</summary>
    public IReadOnlyList<string> Unit { get; init; } = ByChannel;

    /// <summary>The unit unless another is chosen.</summary>
    public static IReadOnlyList<string> ByChannel { get; } = ["channel"];
}

/// <summary>What a model does otherwise than the workspace; null where it does the same.</summary>
internal sealed record JourneyChanges(
    TimeSpan? Lookback = null,
    IReadOnlyDictionary<string, TimeSpan>? LookbackOf = null,
    bool? CollapseRepeats = null,
    IReadOnlyList<string>? ExcludeChannels = null,
    IReadOnlyList<string>? ExcludeCampaigns = null,
    bool? Chained = null,
    Stage? Until = null,
    IReadOnlyList<string>? Unit = null)
{
    /// <summary>Nothing otherwise.</summary>
    public static JourneyChanges None { get; } = new();

    /// <summary>The rules with the changes made.</summary>
    /// <remarks>A model with a lookback of its own uses it for every kind it does not name itself.</remarks>
    public JourneyRules ApplyTo(JourneyRules rules) => rules with
    {
        Lookback = Lookback ?? rules.Lookback,
        LookbackOf = LookbackOf ?? (Lookback is null ? rules.LookbackOf : new Dictionary<string, TimeSpan>(StringComparer.Ordinal)),
        CollapseRepeats = CollapseRepeats ?? rules.CollapseRepeats,
        ExcludeChannels = ExcludeChannels ?? rules.ExcludeChannels,
        ExcludeCampaigns = ExcludeCampaigns ?? rules.ExcludeCampaigns,
        Chained = Chained ?? rules.Chained,
        Until = Until ?? rules.Until,
        Unit = Unit ?? rules.Unit,
    };
}
