using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a contact's first touchpoint.</summary>
public class FirstTouchesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "first_touches", "a contact's first touchpoint", ["contact_id"], "occurred_at",
        [
            new("contact_id", Text, "Who."),
            new("touch_id", Text, "The touchpoint."),
            new("campaign_id", Text, "Its campaign."),
            new("channel", Text, "Its channel."),
            new("occurred_at", Timestamp, "When."),
        ], Derived: true);

    /// <summary>The table <c>first_touches</c>.</summary>
    public FirstTouchesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The touchpoint.</summary>
    public Column<string> touch_id => Col<string>("touch_id");

    /// <summary>Its campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Its channel.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>When.</summary>
    public Column<DateTime> occurred_at => Col<DateTime>("occurred_at");
}
