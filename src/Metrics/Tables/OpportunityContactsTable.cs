using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a person in a deal.</summary>
public class OpportunityContactsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "opportunity_contacts", "a person in a deal", ["opportunity_id", "contact_id"], null,
        [
            new("opportunity_id", Text, "The deal."),
            new("contact_id", Text, "The person."),
            new("role", Text, "The person's role in it."),
        ]);

    /// <summary>The table <c>opportunity_contacts</c>.</summary>
    public OpportunityContactsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The deal.</summary>
    public Column<string> opportunity_id => Col<string>("opportunity_id");

    /// <summary>The person.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The person's role in it.</summary>
    public Column<string> role => Col<string>("role");
}
