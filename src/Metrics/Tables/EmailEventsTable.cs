using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is something that happened to one mail to one recipient.</summary>
public class EmailEventsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "email_events", "something that happened to one mail to one recipient", ["event_id"], "occurred_at",
        [
            new("event_id", Text, "Its identifier."),
            new("contact_id", Text, "The recipient."),
            new("email", Text, "The recipient's address."),
            new("campaign_id", Text, "The campaign."),
            new("kind", Text, "sent, delivered, deferred, bounced, opened, clicked, unsubscribed, complained."),
            new("occurred_at", Timestamp, "When."),
            new("mail_id", Text, "The mail to this recipient: the same for all that happened to it."),
            new("url", Text, "The address that was clicked."),
            new("reason", Text, "Why it bounced."),
            new("by_machine", Flag, "Whether a machine did it, such as a mail program that fetches pictures by itself."),
        ]);

    /// <summary>The table <c>email_events</c>.</summary>
    public EmailEventsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> event_id => Col<string>("event_id");

    /// <summary>The recipient.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The recipient's address.</summary>
    public Column<string> email => Col<string>("email");

    /// <summary>The campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>sent, delivered, deferred, bounced, opened, clicked, unsubscribed, complained.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>When.</summary>
    public Column<DateTime> occurred_at => Col<DateTime>("occurred_at");

    /// <summary>The mail to this recipient: the same for all that happened to it.</summary>
    public Column<string> mail_id => Col<string>("mail_id");

    /// <summary>The address that was clicked.</summary>
    public Column<string> url => Col<string>("url");

    /// <summary>Why it bounced.</summary>
    public Column<string> reason => Col<string>("reason");

    /// <summary>Whether a machine did it, such as a mail program that fetches pictures by itself.</summary>
    public Column<bool> by_machine => Col<bool>("by_machine");
}
