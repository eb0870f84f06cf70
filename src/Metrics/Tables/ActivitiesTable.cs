using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a sales action.</summary>
public class ActivitiesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "activities", "a sales action", ["activity_id"], "occurred_at",
        [
            new("activity_id", Text, "Its identifier."),
            new("lead_id", Text, "The lead."),
            new("contact_id", Text, "The person."),
            new("campaign_id", Text, "The campaign."),
            new("owner", Text, "Who did it."),
            new("kind", Text, "call, meeting, e-mail, …"),
            new("occurred_at", Timestamp, "When."),
            new("minutes", Number, "How long."),
        ]);

    /// <summary>The table <c>activities</c>.</summary>
    public ActivitiesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> activity_id => Col<string>("activity_id");

    /// <summary>The lead.</summary>
    public Column<string> lead_id => Col<string>("lead_id");

    /// <summary>The person.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Who did it.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>call, meeting, e-mail, …</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>When.</summary>
    public Column<DateTime> occurred_at => Col<DateTime>("occurred_at");

    /// <summary>How long.</summary>
    public Column<double> minutes => Col<double>("minutes");
}
