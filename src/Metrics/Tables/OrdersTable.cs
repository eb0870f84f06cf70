using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a purchase.</summary>
public class OrdersTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "orders", "a purchase", ["order_id"], "ordered_at",
        [
            new("order_id", Text, "Its identifier."),
            new("opportunity_id", Text, "The deal it fulfils, if any; then it is not a sale of its own."),
            new("account_id", Text, "The organisation."),
            new("contact_id", Text, "The person."),
            new("campaign_id", Text, "The campaign, if known."),
            new("owner", Text, "Who sold it."),
            new("ordered_at", Timestamp, "When."),
            new("amount", Money, "Its amount, in the workspace's currency."),
            new("original_amount", Money, "Its amount, in its own currency.", Derived: true),
            new("cost_of_goods", Money, "What was sold costs, in the workspace's currency."),
            new("currency", Text, "The currency it came in."),
            new("coupon_id", Text, "The coupon used."),
            new("referred_by", Text, "Who referred the customer."),
            new("sourced_campaign_id", Text, "Its own campaign, else the contact's first touch's.", Derived: true),
        ]);

    /// <summary>The table <c>orders</c>.</summary>
    public OrdersTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> order_id => Col<string>("order_id");

    /// <summary>The deal it fulfils, if any; then it is not a sale of its own.</summary>
    public Column<string> opportunity_id => Col<string>("opportunity_id");

    /// <summary>The organisation.</summary>
    public Column<string> account_id => Col<string>("account_id");

    /// <summary>The person.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The campaign, if known.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Who sold it.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>When.</summary>
    public Column<DateTime> ordered_at => Col<DateTime>("ordered_at");

    /// <summary>Its amount, in the workspace's currency.</summary>
    public Column<decimal> amount => Col<decimal>("amount");

    /// <summary>Its amount, in its own currency.</summary>
    public Column<decimal> original_amount => Col<decimal>("original_amount");

    /// <summary>What was sold costs, in the workspace's currency.</summary>
    public Column<decimal> cost_of_goods => Col<decimal>("cost_of_goods");

    /// <summary>The currency it came in.</summary>
    public Column<string> currency => Col<string>("currency");

    /// <summary>The coupon used.</summary>
    public Column<string> coupon_id => Col<string>("coupon_id");

    /// <summary>Who referred the customer.</summary>
    public Column<string> referred_by => Col<string>("referred_by");

    /// <summary>Its own campaign, else the contact's first touch's.</summary>
    public Column<string> sourced_campaign_id => Col<string>("sourced_campaign_id");
}
