using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a customer organisation.</summary>
public class AccountsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "accounts", "a customer organisation", ["account_id"], "customer_since",
        [
            new("account_id", Text, "Its identifier."),
            new("name", Text, "Its name."),
            new("industry", Text, "Its industry."),
            new("size", Text, "Its size class."),
            new("region", Text, "Its region."),
            new("customer_since", Date, "Since when it is a customer."),
            new("churned_at", Timestamp, "When it left."),
            new("contract_end", Date, "When its contract ends."),
        ]);

    /// <summary>The table <c>accounts</c>.</summary>
    public AccountsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> account_id => Col<string>("account_id");

    /// <summary>Its name.</summary>
    public Column<string> name => Col<string>("name");

    /// <summary>Its industry.</summary>
    public Column<string> industry => Col<string>("industry");

    /// <summary>Its size class.</summary>
    public Column<string> size => Col<string>("size");

    /// <summary>Its region.</summary>
    public Column<string> region => Col<string>("region");

    /// <summary>Since when it is a customer.</summary>
    public Column<DateOnly> customer_since => Col<DateOnly>("customer_since");

    /// <summary>When it left.</summary>
    public Column<DateTime> churned_at => Col<DateTime>("churned_at");

    /// <summary>When its contract ends.</summary>
    public Column<DateOnly> contract_end => Col<DateOnly>("contract_end");
}
