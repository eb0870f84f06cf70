using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is brand activity on a day.</summary>
public class EngagementTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "engagement", "brand activity on a day", [], "date",
        [
            new("date", Date, "The day."),
            new("campaign_id", Text, "The campaign."),
            new("platform", Text, "The platform."),
            new("comments", Integer, "Comments."),
            new("shares", Integer, "Shares."),
            new("likes", Integer, "Likes."),
            new("mentions", Integer, "Mentions of the brand."),
            new("market_mentions", Integer, "Mentions of the whole market."),
            new("site_visits", Integer, "Visits to the site."),
            new("followers", Integer, "Followers at the end of the day: a level, not a flow. A series for each campaign and platform."),
        ])
    {
        Levels = [new("followers", ["campaign_id", "platform"])],
    };

    /// <summary>The table <c>engagement</c>.</summary>
    public EngagementTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The day.</summary>
    public Column<DateOnly> date => Col<DateOnly>("date");

    /// <summary>The campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The platform.</summary>
    public Column<string> platform => Col<string>("platform");

    /// <summary>Comments.</summary>
    public Column<long> comments => Col<long>("comments");

    /// <summary>Shares.</summary>
    public Column<long> shares => Col<long>("shares");

    /// <summary>Likes.</summary>
    public Column<long> likes => Col<long>("likes");

    /// <summary>Mentions of the brand.</summary>
    public Column<long> mentions => Col<long>("mentions");

    /// <summary>Mentions of the whole market.</summary>
    public Column<long> market_mentions => Col<long>("market_mentions");

    /// <summary>Visits to the site.</summary>
    public Column<long> site_visits => Col<long>("site_visits");

    /// <summary>Followers at the end of the day: a level, not a flow. A series for each campaign and platform.</summary>
    public Column<long> followers => Col<long>("followers");
}
