using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a sale: a won opportunity, or an order that belongs to none.</summary>
public class SalesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "sales", "a sale: a won opportunity, or an order that belongs to none", ["sale_id"], "sold_at",
        [
            new("sale_id", Text, "deal: or order: and the identifier."),
            new("kind", Text, "deal or order."),
            new("opportunity_id", Text, "The deal, if it is one."),
            new("order_id", Text, "The order, if it is one."),
            new("lead_id", Text, "The deal's lead."),
            new("contact_id", Text, "The person."),
            new("account_id", Text, "The organisation."),
            new("customer_id", Text, "The account, else the contact."),
            new("campaign_id", Text, "The sourced campaign: the deal's own, else its lead's, else the contact's first touch's."),
            new("campaign_from", Text, "Where campaign_id comes from: sale, lead or first-touch; empty where there is none."),
            new("touched", Flag, "Whether the contact had any touchpoint up to the sale."),
            new("owner", Text, "Who sold it."),
            new("sold_at", Timestamp, "When: closed_at of a deal, ordered_at of an order."),
            new("amount", Money, "Revenue: of a deal, its orders' amounts where they are loaded, else its own."),
            new("cost_of_goods", Money, "What was sold costs."),
            new("first_sale", Flag, "Whether it is the customer's first."),
        ], Derived: true);

    /// <summary>The table <c>sales</c>.</summary>
    public SalesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>deal: or order: and the identifier.</summary>
    public Column<string> sale_id => Col<string>("sale_id");

    /// <summary>deal or order.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>The deal, if it is one.</summary>
    public Column<string> opportunity_id => Col<string>("opportunity_id");

    /// <summary>The order, if it is one.</summary>
    public Column<string> order_id => Col<string>("order_id");

    /// <summary>The deal's lead.</summary>
    public Column<string> lead_id => Col<string>("lead_id");

    /// <summary>The person.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The organisation.</summary>
    public Column<string> account_id => Col<string>("account_id");

    /// <summary>The account, else the contact.</summary>
    public Column<string> customer_id => Col<string>("customer_id");

    /// <summary>The sourced campaign: the deal's own, else its lead's, else the contact's first touch's.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Where campaign_id comes from: sale, lead or first-touch; empty where there is none.</summary>
    public Column<string> campaign_from => Col<string>("campaign_from");

    /// <summary>Whether the contact had any touchpoint up to the sale.</summary>
    public Column<bool> touched => Col<bool>("touched");

    /// <summary>Who sold it.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>When: closed_at of a deal, ordered_at of an order.</summary>
    public Column<DateTime> sold_at => Col<DateTime>("sold_at");

    /// <summary>Revenue: of a deal, its orders' amounts where they are loaded, else its own.</summary>
    public Column<decimal> amount => Col<decimal>("amount");

    /// <summary>What was sold costs.</summary>
    public Column<decimal> cost_of_goods => Col<decimal>("cost_of_goods");

    /// <summary>Whether it is the customer's first.</summary>
    public Column<bool> first_sale => Col<bool>("first_sale");
}
