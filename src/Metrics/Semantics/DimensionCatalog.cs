using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Semantics;

/// <summary>Finds what a dimension id means: a name of the model's own, a group of days, or a column.</summary>
internal sealed class DimensionCatalog(Facts facts, IReadOnlyList<Dimension>? declared = null)
{
    private static readonly HashSet<string> Names = new(
        ["campaign", "campaign_id", "campaign_name", "type", "format", "mode", "channel", "campaign_owner", "owner", "lead_owner", "deal_owner",
            "day", "week", "month", "quarter", "year", "days_since", "weeks_since", "months_since", "segment", "model"],
        StringComparer.Ordinal);

    /// <summary>What filters by segment name.</summary>
    public const string Segment = "segment";

    /// <summary>Whether an id means something of the model's own.</summary>
    public static bool IsNamed(string id) => Names.Contains(id);

    // The same thing wherever it occurs; every fact counts by its own column.
    private static readonly HashSet<string> Shared = new(StringComparer.Ordinal) { "ad_group", "ad", "keyword" };

    private readonly IReadOnlyList<Dimension> named =
    [
        Named("campaign", "Campaign", "活动", facts.Campaign, "campaigns"),
        Named("campaign_id", "Campaign", "活动", facts.Campaign, "campaigns"),
        Named("campaign_name", "Campaign", "活动名称", facts.CampaignName, "campaigns"),
        Named("type", "Type", "活动类型", f => facts.OfCampaign(f, "type"), "campaigns"),
        Named("format", "Format", "活动形式", f => facts.OfCampaign(f, "format"), "campaigns"),
        Named("mode", "Mode", "线上/线下", f => facts.OfCampaign(f, "mode"), "campaigns"),
        Named("channel", "Channel", "渠道", facts.Channel, "campaigns", GoalLevel.Channel),
        Named("campaign_owner", "Campaign owner", "活动负责人", facts.CampaignOwner, "campaigns", GoalLevel.Owner),
        Named("owner", "Campaign owner", "活动负责人", facts.CampaignOwner, "campaigns", GoalLevel.Owner),
        Named("lead_owner", "Lead owner", "线索负责人", facts.LeadOwner, "leads"),
        Named("deal_owner", "Deal owner", "商机负责人", facts.DealOwner, "opportunities"),
        Time("day", "Day", "日", TimeGrain.Day),
        Time("week", "Week", "周", TimeGrain.Week),
        Time("month", "Month", "月", TimeGrain.Month),
        Time("quarter", "Quarter", "季度", TimeGrain.Quarter),
        Time("year", "Year", "年", TimeGrain.Year),
        Age("days_since", "Days since", "第几天"),
        Age("weeks_since", "Weeks since", "第几周"),
        Age("months_since", "Months since", "第几个月"),
    ];

    /// <summary>The dimension of an id for a request over some facts; throws <see cref="MeritException"/> when there is none, or more than one.</summary>
    public Dimension Find(string id, IReadOnlyList<string> requestFacts) =>
        Settled(id) ?? (id.Contains('.', StringComparison.Ordinal) ? throw Unknown(id, requestFacts) : Bare(id, requestFacts));

    /// <summary>The dimension of an id that means the same whatever is asked: a name, or a column with its table; null where there is none.</summary>
    public Dimension? Settled(string id) =>
        named.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal))
        ?? declared?.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal))
        ?? (id.Split('.') is [var table, var column] && facts.Schema.Table(table)?.Column(column) is { } found ? Column(id, table, found) : null);

    /// <summary>The ids of the model's own dimensions that a fact reaches.</summary>
    public IEnumerable<string> Reached(string fact) =>
        named.Where(d => d.Id is not "campaign_id" and not "owner" && d.Grain is null && d.Of(fact) is not null).Select(d => d.Id);

    private Dimension Bare(string column, IReadOnlyList<string> requestFacts)
    {
        var owning = requestFacts.Where(f => facts.Schema.Table(f)?.Column(column) is not null).Distinct(StringComparer.Ordinal).ToList();
        if (owning.Count > 0 && (Shared.Contains(column) || IsKey(column)))
        {
            return SharedColumn(column, owning[0]);
        }

        var candidates = owning.Count > 0 ? owning : ReachedByAll(column, requestFacts);
        return candidates switch
        {
            [var only] when facts.Schema.Table(only)?.Column(column) is { } found => Column(column, only, found),
            [] => Unreached(column) ?? throw Unknown(column, requestFacts),
            _ => throw new MeritException(RequestRules.AmbiguousDimension.Here(column, string.Join(" or ", candidates.Select(t => $"{t}.{column}")))),
        };
    }

    // A column that exists but that no fact reaches: the planner then names the path that is missing.
    private Dimension? Unreached(string column) =>
        facts.Schema.Tables.FirstOrDefault(t => t.Column(column) is not null) is { } table && table.Column(column) is { } found
            ? Column(column, table.Name, found)
            : null;

    private List<string> ReachedByAll(string column, IReadOnlyList<string> requestFacts) =>
    [
        .. facts.Schema.Tables.Where(t => t.Column(column) is not null).Select(t => t.Name)
            .Where(t => requestFacts.Count > 0 && requestFacts.All(f => facts.Lookups.Find(f, t, column) is not null)),
    ];

    private bool IsKey(string column) => facts.Schema.Tables.Any(t => string.Equals(facts.Lookups.KeyOf(t.Name), column, StringComparison.Ordinal));

    private Dimension SharedColumn(string column, string owning)
    {
        var home = facts.Schema.Tables.FirstOrDefault(t => string.Equals(facts.Lookups.KeyOf(t.Name), column, StringComparison.Ordinal))?.Name ?? owning;
        var type = facts.Schema.Table(owning)?.Column(column)?.Type ?? ColumnType.Text;
        return new Dimension(
            column, DimensionLabels.English(column), DimensionLabels.InChinese(column), type, null, GoalLevel.Campaign,
            f => facts.Lookups.Own(f, column) ?? facts.Lookups.Find(f, home, column), home);
    }

    private Dimension Column(string id, string table, ColumnSchema column) => new(
        id, DimensionLabels.English(column.Name), DimensionLabels.InChinese(column.Name), column.Type, null, GoalLevel.Campaign,
        f => facts.Lookups.Find(f, table, column.Name), table);

    private static Dimension Named(string id, string label, string labelZh, Func<string, Reach?> of, string home, GoalLevel goal = GoalLevel.Campaign) =>
        new(id, label, labelZh, ColumnType.Text, null, goal, of, home);

    private static Dimension Time(string id, string label, string labelZh, TimeGrain grain) =>
        new(id, label, labelZh, ColumnType.Date, grain, GoalLevel.Campaign, _ => null, "time");

    private static Dimension Age(string id, string label, string labelZh) =>
        new(id, label, labelZh, ColumnType.Integer, null, GoalLevel.Campaign, _ => null, "a cohort");

    private MeritException Unknown(string id, IReadOnlyList<string> requestFacts)
    {
        var columns = requestFacts.Concat(requestFacts.SelectMany(facts.Lookups.Reachable)).Distinct(StringComparer.Ordinal)
            .Select(facts.Schema.Table).OfType<TableSchema>()
            .SelectMany(t => t.Columns.Select(c => id.Contains('.', StringComparison.Ordinal) ? $"{t.Name}.{c.Name}" : c.Name));
        var next = Nearest.To(id, named.Concat(declared ?? []).Select(d => d.Id).Concat(columns)) is { } near
            ? $"Did you mean '{near}'?"
            : $"Use one of {string.Join(", ", named.Select(d => d.Id))}, or a column such as leads.source.";
        return new MeritException(RequestRules.UnknownDimension.Here(id, next) with { Missing = id });
    }
}
