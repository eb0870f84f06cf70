using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is something a journey leads to: every sale, and the workspace's own kinds.</summary>
public class ConversionsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "conversions", "something a journey leads to: every sale, and the workspace's own kinds", ["conversion_id"], "converted_at",
        [
            new("conversion_id", Text, "Its identifier; a sale's own, or the kind and the row's own."),
            new("kind", Text, "sale, or the workspace's own kinds."),
            new("contact_id", Text, "Who."),
            new("account_id", Text, "The organisation."),
            new("customer_id", Text, "The account, else the contact."),
            new("lead_id", Text, "The lead."),
            new("converted_at", Timestamp, "When."),
            new("value", Money, "What it brought."),
            new("cost_of_goods", Money, "What was sold costs."),
            new("first_sale", Flag, "Whether it is the customer's first sale."),
        ], Derived: true);

    /// <summary>The table <c>conversions</c>.</summary>
    public ConversionsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier; a sale's own, or the kind and the row's own.</summary>
    public Column<string> conversion_id => Col<string>("conversion_id");

    /// <summary>sale, or the workspace's own kinds.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The organisation.</summary>
    public Column<string> account_id => Col<string>("account_id");

    /// <summary>The account, else the contact.</summary>
    public Column<string> customer_id => Col<string>("customer_id");

    /// <summary>The lead.</summary>
    public Column<string> lead_id => Col<string>("lead_id");

    /// <summary>When.</summary>
    public Column<DateTime> converted_at => Col<DateTime>("converted_at");

    /// <summary>What it brought.</summary>
    public Column<decimal> value => Col<decimal>("value");

    /// <summary>What was sold costs.</summary>
    public Column<decimal> cost_of_goods => Col<decimal>("cost_of_goods");

    /// <summary>Whether it is the customer's first sale.</summary>
    public Column<bool> first_sale => Col<bool>("first_sale");
}
