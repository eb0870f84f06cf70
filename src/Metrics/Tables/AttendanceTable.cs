using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a person at an event.</summary>
public class AttendanceTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "attendance", "a person at an event", ["campaign_id", "contact_id"], "registered_at",
        [
            new("campaign_id", Text, "The event's campaign."),
            new("contact_id", Text, "Who."),
            new("invited_at", Timestamp, "When invited."),
            new("registered_at", Timestamp, "When registered."),
            new("checked_in_at", Timestamp, "When checked in."),
            new("minutes", Number, "How long they stayed."),
            new("questions", Integer, "How many questions they asked."),
            new("watched_share", Number, "How much they watched, as a fraction."),
        ]);

    /// <summary>The table <c>attendance</c>.</summary>
    public AttendanceTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The event's campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>When invited.</summary>
    public Column<DateTime> invited_at => Col<DateTime>("invited_at");

    /// <summary>When registered.</summary>
    public Column<DateTime> registered_at => Col<DateTime>("registered_at");

    /// <summary>When checked in.</summary>
    public Column<DateTime> checked_in_at => Col<DateTime>("checked_in_at");

    /// <summary>How long they stayed.</summary>
    public Column<double> minutes => Col<double>("minutes");

    /// <summary>How many questions they asked.</summary>
    public Column<long> questions => Col<long>("questions");

    /// <summary>How much they watched, as a fraction.</summary>
    public Column<double> watched_share => Col<double>("watched_share");
}
