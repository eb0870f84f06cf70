using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is an item of a purchase.</summary>
public class OrderLinesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "order_lines", "an item of a purchase", [], null,
        [
            new("order_id", Text, "The purchase."),
            new("product", Text, "The product."),
            new("category", Text, "Its category."),
            new("quantity", Number, "How many."),
            new("amount", Money, "Their amount, in the workspace's currency."),
        ]);

    /// <summary>The table <c>order_lines</c>.</summary>
    public OrderLinesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The purchase.</summary>
    public Column<string> order_id => Col<string>("order_id");

    /// <summary>The product.</summary>
    public Column<string> product => Col<string>("product");

    /// <summary>Its category.</summary>
    public Column<string> category => Col<string>("category");

    /// <summary>How many.</summary>
    public Column<double> quantity => Col<double>("quantity");

    /// <summary>Their amount, in the workspace's currency.</summary>
    public Column<decimal> amount => Col<decimal>("amount");
}
