using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a person.</summary>
public class ContactsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "contacts", "a person", ["contact_id"], "created_at",
        [
            new("contact_id", Text, "The identifier."),
            new("account_id", Text, "The organisation."),
            new("created_at", Timestamp, "When first known."),
            new("email", Text, "E-mail address."),
            new("phone", Text, "Telephone number."),
            new("anonymous_id", Text, "The identifier before the person was known."),
            new("title", Text, "Job title."),
            new("buying_role", Text, "decision-maker, influencer, user, …"),
        ]);

    /// <summary>The table <c>contacts</c>.</summary>
    public ContactsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The identifier.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The organisation.</summary>
    public Column<string> account_id => Col<string>("account_id");

    /// <summary>When first known.</summary>
    public Column<DateTime> created_at => Col<DateTime>("created_at");

    /// <summary>E-mail address.</summary>
    public Column<string> email => Col<string>("email");

    /// <summary>Telephone number.</summary>
    public Column<string> phone => Col<string>("phone");

    /// <summary>The identifier before the person was known.</summary>
    public Column<string> anonymous_id => Col<string>("anonymous_id");

    /// <summary>Job title.</summary>
    public Column<string> title => Col<string>("title");

    /// <summary>decision-maker, influencer, user, …</summary>
    public Column<string> buying_role => Col<string>("buying_role");
}
