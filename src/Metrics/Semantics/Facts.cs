using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Semantics;

/// <summary>What every dimension means for every fact: the one place where "the channel of a deal" is decided.</summary>
internal sealed class Facts(WarehouseSchema schema)
{
    private static readonly HashSet<string> ByFirstTouch = new(StringComparer.Ordinal) { "leads", "sales", "opportunities", "orders" };

    // Their channel was settled when they were derived: the campaign's, else the source's, else the rules'.
    private static readonly HashSet<string> SettledChannel = new(StringComparer.Ordinal) { "campaigns", "touchpoints", "first_touches", "credits", "credit_intervals", "credit_buckets", "credit_places", "channel_overlaps" };

    public WarehouseSchema Schema { get; } = schema;

    public Lookups Lookups { get; } = new(schema);

    /// <summary>What dates a fact's rows unless a metric says otherwise, or null.</summary>
    public Reach? Time(string fact) =>
        Canonical.Find(fact)?.Time is { } column && Lookups.Own(fact, column) is { Type: ColumnType.Date or ColumnType.Timestamp } own
            ? own
            : Lookups.Parent(fact, Time);

    private static readonly HashSet<string> Timeless = new(StringComparer.Ordinal) { ScoresTable.Declaration.Name, CreditIntervalsTable.Declaration.Name, CreditBucketsTable.Declaration.Name, CreditPlacesTable.Declaration.Name, CampaignTrackingTable.Declaration.Name, UtmProblemsTable.Declaration.Name };

    /// <summary>Facts that describe the present rather than a day: every period sees all their rows.</summary>
    public static bool IsTimeless(string fact) => Timeless.Contains(fact);

    public Reach? Campaign(string fact) => Lookups.Campaign(fact);

    /// <summary>The campaign's name; its id where it has none, so that an unknown campaign is not "(none)".</summary>
    public Reach? CampaignName(string fact) =>
        (Campaign(fact), OfCampaign(fact, "name")) switch
        {
            ({ } id, { } name) => new FirstOf([name, id]),
            var (id, _) => id,
        };

    /// <summary>A column of the row's campaign.</summary>
    public Reach? OfCampaign(string fact, string column) => Lookups.Find(fact, "campaigns", column);

    public Reach? Channel(string fact)
    {
        var own = Lookups.Own(fact, "channel");
        if (own is not null && SettledChannel.Contains(fact))
        {
            return own;
        }

        var ofCampaign = OfCampaign(fact, "channel");
        var ofTouch = ByFirstTouch.Contains(fact) ? Lookups.FirstTouch(fact, "channel") : null;
        return IsTarget(fact) ? First(own, ofCampaign) : First(ofCampaign, own, ofTouch) ?? Lookups.Parent(fact, Channel);
    }

    public Reach? CampaignOwner(string fact) => IsTarget(fact) ? First(Lookups.Own(fact, "owner"), OfCampaign(fact, "owner")) : OfCampaign(fact, "owner");

    public Reach? LeadOwner(string fact) => Lookups.Find(fact, "leads", "owner");

    /// <summary>Who sells: of a sale or an order its own owner, otherwise the owner of the deal.</summary>
    public Reach? DealOwner(string fact) => fact is "sales" or "orders" ? Lookups.Own(fact, "owner") : Lookups.Find(fact, "opportunities", "owner");

    private static bool IsTarget(string fact) => string.Equals(fact, TargetsTable.Declaration.Name, StringComparison.Ordinal);

    private static Reach? First(params IEnumerable<Reach?> candidates)
    {
        var found = candidates.OfType<Reach>().ToList();
        return found.Count switch { 0 => null, 1 => found[0], _ => new FirstOf(found) };
    }
}
