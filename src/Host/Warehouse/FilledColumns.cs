using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse;

/// <summary>Which columns hold something: those a source fills, and those Merit makes of them.</summary>
internal sealed class FilledColumns(IEnumerable<(string Table, string Column)> filled, bool hasScores, IEnumerable<string> conversions)
{
    // A column Merit makes holds something as soon as one of these does.
    private static readonly Dictionary<string, string[]> MadeOf = new(StringComparer.Ordinal)
    {
        ["touchpoints.channel"] = ["touchpoints"],
        ["touchpoints.campaign_id"] = ["touchpoints.campaign_id", "touchpoints.utm_campaign"],
        ["spend.source"] = ["spend"],
        ["opportunities.sourced_campaign_id"] = ["opportunities"],
        ["orders.sourced_campaign_id"] = ["orders"],
        ["sales.amount"] = ["opportunities.amount", "orders.amount"],
        ["sales.cost_of_goods"] = ["opportunities.cost_of_goods", "orders.cost_of_goods"],
        ["sales.sold_at"] = ["opportunities.closed_at", "orders.ordered_at"],
        ["sales.owner"] = ["opportunities.owner", "orders.owner"],
        ["sales.lead_id"] = ["opportunities.lead_id"],
        ["sales.opportunity_id"] = ["opportunities.opportunity_id"],
        ["sales.order_id"] = ["orders.order_id"],
        ["sales.contact_id"] = ["opportunities.contact_id", "opportunities.lead_id", "orders.contact_id"],
        ["sales.account_id"] = ["opportunities.account_id", "orders.account_id", "contacts.account_id"],
        ["sales.customer_id"] = ["sales.account_id", "sales.contact_id"],
        ["sales.campaign_id"] = ["opportunities.campaign_id", "orders.campaign_id", "leads.campaign_id", "touchpoints.campaign_id"],
        ["conversions.value"] = ["sales.amount"],
        ["conversions.contact_id"] = ["sales.contact_id"],
        ["conversions.account_id"] = ["sales.account_id"],
        ["conversions.customer_id"] = ["sales.customer_id"],
        ["conversions.lead_id"] = ["sales.lead_id"],
        ["conversions.converted_at"] = ["sales.sold_at"],
        ["journeys.value"] = ["sales.amount"],
        ["credits.value"] = ["sales.amount"],
        ["conversions.cost_of_goods"] = ["sales.cost_of_goods"],
        ["credits.cost_of_goods"] = ["sales.cost_of_goods"],
        ["channel_overlaps.value"] = ["sales.amount"],
        ["first_touches.campaign_id"] = ["touchpoints.campaign_id"],
        ["campaign_tracking.known"] = ["campaigns"],
        ["campaign_tracking.cost"] = ["spend.amount"],
        ["campaign_tracking.clicks"] = ["delivery.clicks"],
    };

    private readonly HashSet<string> _filled = [.. filled.SelectMany(f => new[] { f.Table, $"{f.Table}.{f.Column.ToLowerInvariant()}" })];

    /// <summary>What Merit makes a column of, as <c>table.column</c> or a whole table; empty where a source fills it.</summary>
    public static IReadOnlyList<string> PartsOf(string table, string column) => MadeOf.GetValueOrDefault($"{table}.{column}") ?? [];

    /// <summary>The tables whose sources answer for a table's days: itself, or what Merit makes it of.</summary>
    public static IReadOnlyList<string> SourcesOf(string table) => table switch
    {
        "first_touches" or "campaign_tracking" or "utm_problems" => ["touchpoints"],
        "experiment_credits" => ["experiments"],
        "sales" or "conversions" or "journeys" or "credits" or "channel_overlaps" => ["opportunities", "orders", "sales"],
        _ => [table],
    };

    /// <summary>Whether a table Merit makes has what it is made of.</summary>
    public bool IsDerivedLoaded(string table) => table switch
    {
        "first_touches" or "campaign_tracking" or "utm_problems" => _filled.Contains("touchpoints"),
        "sales" => _filled.Contains("opportunities") || _filled.Contains("orders"),
        "conversions" => IsDerivedLoaded("sales") || conversions.Any(_filled.Contains),
        "credit_intervals" or "credit_buckets" or "credit_places" when _filled.Contains(table) => true,
        "journeys" or "credits" or "channel_overlaps" or "credit_intervals" or "credit_buckets" or "credit_places" => IsDerivedLoaded("conversions") && _filled.Contains("touchpoints"),
        "experiment_credits" => _filled.Contains(table) || (IsDerivedLoaded("credits") && _filled.Contains("experiments")),
        "scores" => hasScores,
        _ => false,
    };

    /// <summary>Whether a column of a loaded table holds something.</summary>
    public bool Has(string table, string column)
    {
        var name = $"{table}.{column}";
        return MadeOf.TryGetValue(name, out var parts)
            ? parts.Any(IsFilled) || _filled.Contains(name)
            : _filled.Contains(name) || Canonical.Find(table) is { Derived: true };
    }

    private bool IsFilled(string name) =>
        _filled.Contains(name) || (MadeOf.TryGetValue(name, out var parts) && parts.Any(p => !string.Equals(p, name, StringComparison.Ordinal) && IsFilled(p)));
}
