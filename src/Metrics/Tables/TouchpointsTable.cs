using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is one interaction.</summary>
public class TouchpointsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "touchpoints", "one interaction", ["touch_id"], "occurred_at",
        [
            new("touch_id", Text, "Its identifier; settles ties in time."),
            new("contact_id", Text, "Who."),
            new("occurred_at", Timestamp, "When."),
            new("campaign_id", Text, "The campaign, if known; else found by utm_campaign."),
            new("channel", Text, "The channel: the campaign's, else the source's own, else by the channel rules."),
            new("kind", Text, "visit, click, form, scan, call, attendance, …"),
            new("content_id", Text, "The piece of content."),
            new("promoter", Text, "The employee or partner who brought it."),
            new("utm_source", Text, "utm_source."),
            new("utm_medium", Text, "utm_medium."),
            new("utm_campaign", Text, "utm_campaign."),
            new("utm_term", Text, "utm_term."),
            new("utm_content", Text, "utm_content."),
        ]);

    /// <summary>The table <c>touchpoints</c>.</summary>
    public TouchpointsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier; settles ties in time.</summary>
    public Column<string> touch_id => Col<string>("touch_id");

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>When.</summary>
    public Column<DateTime> occurred_at => Col<DateTime>("occurred_at");

    /// <summary>The campaign, if known; else found by utm_campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel: the campaign's, else the source's own, else by the channel rules.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>visit, click, form, scan, call, attendance, …</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>The piece of content.</summary>
    public Column<string> content_id => Col<string>("content_id");

    /// <summary>The employee or partner who brought it.</summary>
    public Column<string> promoter => Col<string>("promoter");

    /// <summary>utm_source.</summary>
    public Column<string> utm_source => Col<string>("utm_source");

    /// <summary>utm_medium.</summary>
    public Column<string> utm_medium => Col<string>("utm_medium");

    /// <summary>utm_campaign.</summary>
    public Column<string> utm_campaign => Col<string>("utm_campaign");

    /// <summary>utm_term.</summary>
    public Column<string> utm_term => Col<string>("utm_term");

    /// <summary>utm_content.</summary>
    public Column<string> utm_content => Col<string>("utm_content");
}
