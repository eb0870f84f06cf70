using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a lead and its life.</summary>
public class LeadsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "leads", "a lead and its life", ["lead_id"], "created_at",
        [
            new("lead_id", Text, "Its identifier."),
            new("contact_id", Text, "The person."),
            new("campaign_id", Text, "The campaign it came from."),
            new("source", Text, "Where it came from, in the CRM's words."),
            new("owner", Text, "Who works it."),
            new("status", Text, "Its state, in the CRM's words."),
            new("created_at", Timestamp, "When it was created."),
            new("assigned_at", Timestamp, "When it was given to its owner."),
            new("first_contacted_at", Timestamp, "When it was first contacted."),
            new("mql_at", Timestamp, "When it became marketing-qualified."),
            new("accepted_at", Timestamp, "When sales took it."),
            new("sql_at", Timestamp, "When sales confirmed it: sales-qualified."),
            new("opportunity_at", Timestamp, "When it became an opportunity."),
            new("won_at", Timestamp, "When it was won."),
            new("lost_at", Timestamp, "When it was lost."),
            new("lost_reason", Text, "Why it was lost."),
            new("rejected_at", Timestamp, "When sales rejected it."),
            new("reject_reason", Text, "Why sales rejected it."),
            new("recycled_at", Timestamp, "When it went back to marketing."),
            new("duplicate_of", Text, "The lead it duplicates; such a lead is not counted."),
            new("referred_by", Text, "Who referred it."),
            new("score", Number, "Its lead score."),
        ]);

    /// <summary>The table <c>leads</c>.</summary>
    public LeadsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> lead_id => Col<string>("lead_id");

    /// <summary>The person.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The campaign it came from.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Where it came from, in the CRM's words.</summary>
    public Column<string> source => Col<string>("source");

    /// <summary>Who works it.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>Its state, in the CRM's words.</summary>
    public Column<string> status => Col<string>("status");

    /// <summary>When it was created.</summary>
    public Column<DateTime> created_at => Col<DateTime>("created_at");

    /// <summary>When it was given to its owner.</summary>
    public Column<DateTime> assigned_at => Col<DateTime>("assigned_at");

    /// <summary>When it was first contacted.</summary>
    public Column<DateTime> first_contacted_at => Col<DateTime>("first_contacted_at");

    /// <summary>When it became marketing-qualified.</summary>
    public Column<DateTime> mql_at => Col<DateTime>("mql_at");

    /// <summary>When sales took it.</summary>
    public Column<DateTime> accepted_at => Col<DateTime>("accepted_at");

    /// <summary>When sales confirmed it: sales-qualified.</summary>
    public Column<DateTime> sql_at => Col<DateTime>("sql_at");

    /// <summary>When it became an opportunity.</summary>
    public Column<DateTime> opportunity_at => Col<DateTime>("opportunity_at");

    /// <summary>When it was won.</summary>
    public Column<DateTime> won_at => Col<DateTime>("won_at");

    /// <summary>When it was lost.</summary>
    public Column<DateTime> lost_at => Col<DateTime>("lost_at");

    /// <summary>Why it was lost.</summary>
    public Column<string> lost_reason => Col<string>("lost_reason");

    /// <summary>When sales rejected it.</summary>
    public Column<DateTime> rejected_at => Col<DateTime>("rejected_at");

    /// <summary>Why sales rejected it.</summary>
    public Column<string> reject_reason => Col<string>("reject_reason");

    /// <summary>When it went back to marketing.</summary>
    public Column<DateTime> recycled_at => Col<DateTime>("recycled_at");

    /// <summary>The lead it duplicates; such a lead is not counted.</summary>
    public Column<string> duplicate_of => Col<string>("duplicate_of");

    /// <summary>Who referred it.</summary>
    public Column<string> referred_by => Col<string>("referred_by");

    /// <summary>Its lead score.</summary>
    public Column<double> score => Col<double>("score");
}
