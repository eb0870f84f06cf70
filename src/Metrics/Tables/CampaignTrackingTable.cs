using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a campaign that spend, delivery or touchpoints name, on all days.</summary>
public class CampaignTrackingTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "campaign_tracking", "a campaign that spend, delivery or touchpoints name, on all days", [], null,
        [
            new("campaign_id", Text, "The campaign, as it was named."),
            new("known", Flag, "Whether it is one of campaigns."),
            new("cost", Money, "What was spent on it."),
            new("clicks", Integer, "Clicks that the ad platforms counted."),
            new("touchpoints", Integer, "Its touchpoints."),
        ], Derived: true);

    /// <summary>The table <c>campaign_tracking</c>.</summary>
    public CampaignTrackingTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The campaign, as it was named.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Whether it is one of campaigns.</summary>
    public Column<bool> known => Col<bool>("known");

    /// <summary>What was spent on it.</summary>
    public Column<decimal> cost => Col<decimal>("cost");

    /// <summary>Clicks that the ad platforms counted.</summary>
    public Column<long> clicks => Col<long>("clicks");

    /// <summary>Its touchpoints.</summary>
    public Column<long> touchpoints => Col<long>("touchpoints");
}
