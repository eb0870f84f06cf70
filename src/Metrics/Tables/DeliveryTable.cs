using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is what ads showed on a day.</summary>
public class DeliveryTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "delivery", "what ads showed on a day", [], "date",
        [
            new("date", Date, "The day."),
            new("campaign_id", Text, "The campaign."),
            new("channel", Text, "The channel, where no campaign is known."),
            new("ad_group", Text, "The ad group."),
            new("ad", Text, "The ad."),
            new("keyword", Text, "The keyword."),
            new("impressions", Integer, "How often it was shown."),
            new("reach", Integer, "How many people saw it; never adds over days."),
            new("clicks", Integer, "How often it was clicked."),
            new("engagements", Integer, "Likes, comments, shares and the like."),
            new("conversions", Number, "Conversions the platform claims."),
            new("video_views", Integer, "Videos started."),
            new("video_completions", Integer, "Videos seen to the end."),
        ])
    {
        // The same people see an ad on several days, in several ad groups and on several channels.
        Levels = [new("reach", null)],
    };

    /// <summary>The table <c>delivery</c>.</summary>
    public DeliveryTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The day.</summary>
    public Column<DateOnly> date => Col<DateOnly>("date");

    /// <summary>The campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel, where no campaign is known.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>The ad group.</summary>
    public Column<string> ad_group => Col<string>("ad_group");

    /// <summary>The ad.</summary>
    public Column<string> ad => Col<string>("ad");

    /// <summary>The keyword.</summary>
    public Column<string> keyword => Col<string>("keyword");

    /// <summary>How often it was shown.</summary>
    public Column<long> impressions => Col<long>("impressions");

    /// <summary>How many people saw it; never adds over days.</summary>
    public Column<long> reach => Col<long>("reach");

    /// <summary>How often it was clicked.</summary>
    public Column<long> clicks => Col<long>("clicks");

    /// <summary>Likes, comments, shares and the like.</summary>
    public Column<long> engagements => Col<long>("engagements");

    /// <summary>Conversions the platform claims.</summary>
    public Column<double> conversions => Col<double>("conversions");

    /// <summary>Videos started.</summary>
    public Column<long> video_views => Col<long>("video_views");

    /// <summary>Videos seen to the end.</summary>
    public Column<long> video_completions => Col<long>("video_completions");
}
