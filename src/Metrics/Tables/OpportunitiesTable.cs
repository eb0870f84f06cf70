using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a deal.</summary>
public class OpportunitiesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "opportunities", "a deal", ["opportunity_id"], "created_at",
        [
            new("opportunity_id", Text, "Its identifier."),
            new("lead_id", Text, "The lead it came from."),
            new("contact_id", Text, "The person."),
            new("account_id", Text, "The organisation."),
            new("campaign_id", Text, "The campaign it came from, if the CRM says so."),
            new("owner", Text, "Who sells it."),
            new("stage", Text, "Its stage."),
            new("probability", Number, "Chance of winning it, as a fraction."),
            new("kind", Text, "new, cross-sell, upsell or renewal."),
            new("amount", Money, "Its amount, in the workspace's currency."),
            new("original_amount", Money, "Its amount, in its own currency.", Derived: true),
            new("cost_of_goods", Money, "What is sold costs, in the workspace's currency."),
            new("currency", Text, "The currency it came in."),
            new("created_at", Timestamp, "When it was opened."),
            new("closed_at", Timestamp, "When it was won or lost."),
            new("outcome", Text, "won or lost; empty while open."),
            new("competitor", Text, "Who it was lost to, or won from."),
            new("poc_started_at", Timestamp, "When the proof of concept began."),
            new("poc_passed", Flag, "Whether the proof of concept passed."),
            new("sourced_campaign_id", Text, "Its own campaign, else its lead's, else the contact's first touch's.", Derived: true),
        ]);

    /// <summary>The table <c>opportunities</c>.</summary>
    public OpportunitiesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> opportunity_id => Col<string>("opportunity_id");

    /// <summary>The lead it came from.</summary>
    public Column<string> lead_id => Col<string>("lead_id");

    /// <summary>The person.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The organisation.</summary>
    public Column<string> account_id => Col<string>("account_id");

    /// <summary>The campaign it came from, if the CRM says so.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Who sells it.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>Its stage.</summary>
    public Column<string> stage => Col<string>("stage");

    /// <summary>Chance of winning it, as a fraction.</summary>
    public Column<double> probability => Col<double>("probability");

    /// <summary>new, cross-sell, upsell or renewal.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>Its amount, in the workspace's currency.</summary>
    public Column<decimal> amount => Col<decimal>("amount");

    /// <summary>Its amount, in its own currency.</summary>
    public Column<decimal> original_amount => Col<decimal>("original_amount");

    /// <summary>What is sold costs, in the workspace's currency.</summary>
    public Column<decimal> cost_of_goods => Col<decimal>("cost_of_goods");

    /// <summary>The currency it came in.</summary>
    public Column<string> currency => Col<string>("currency");

    /// <summary>When it was opened.</summary>
    public Column<DateTime> created_at => Col<DateTime>("created_at");

    /// <summary>When it was won or lost.</summary>
    public Column<DateTime> closed_at => Col<DateTime>("closed_at");

    /// <summary>won or lost; empty while open.</summary>
    public Column<string> outcome => Col<string>("outcome");

    /// <summary>Who it was lost to, or won from.</summary>
    public Column<string> competitor => Col<string>("competitor");

    /// <summary>When the proof of concept began.</summary>
    public Column<DateTime> poc_started_at => Col<DateTime>("poc_started_at");

    /// <summary>Whether the proof of concept passed.</summary>
    public Column<bool> poc_passed => Col<bool>("poc_passed");

    /// <summary>Its own campaign, else its lead's, else the contact's first touch's.</summary>
    public Column<string> sourced_campaign_id => Col<string>("sourced_campaign_id");
}
