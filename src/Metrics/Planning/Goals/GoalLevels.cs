using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning.Goals;

/// <summary>What goals are set for: everything, a channel, an owner, or a campaign.</summary>
internal static class GoalLevels
{
    public const string All = "all";
    public const string Channel = "channel";
    public const string Owner = "owner";
    public const string Campaign = "campaign";

    private static readonly string[] Coarsest = [All, Channel, Owner, Campaign];

    /// <summary>What the goals of a metric are set for.</summary>
    public static IReadOnlyList<GoalSchema> Of(WarehouseSchema schema, string metric) =>
        schema.Table(TargetsTable.Declaration.Name) is not { Loaded: true } ? []
        : schema.Goals is { } known ? [.. known.Where(g => string.Equals(g.Metric, metric, StringComparison.Ordinal)).OrderBy(g => Array.IndexOf(Coarsest, g.Level))]
        : [.. Coarsest.Select(level => new GoalSchema(metric, level, Dated: true, Undated: true))];

    /// <summary>Those that may say something of a group: first what is set for the group itself, then what is set for its parts.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ofTotal">Whether the group is the answer's total.</param>
    public static IReadOnlyList<string> For(Question question, bool ofTotal)
    {
        var said = (ofTotal ? [] : question.By.Select(b => b.Dimension)).Concat(question.Where.Select(w => w.Dimension)).Where(d => d.Grain is null).Select(d => d.Target).ToList();
        return
        [
            .. said.Count == 0 ? [All] : Array.Empty<string>(),
            .. said.TrueForAll(level => level == GoalLevel.Channel) ? [Channel] : Array.Empty<string>(),
            .. said.TrueForAll(level => level == GoalLevel.Owner) ? [Owner] : Array.Empty<string>(),
            Campaign,
        ];
    }

    /// <summary>The dimension of a fact's rows that says what a goal is set for; null for everything.</summary>
    public static Reach? Key(Facts facts, string fact, string level) => level switch
    {
        Channel => facts.Channel(fact),
        Owner => facts.CampaignOwner(fact),
        Campaign => facts.Campaign(fact),
        _ => null,
    };
}
