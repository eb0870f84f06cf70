using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is money spent on a day.</summary>
public class SpendTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "spend", "money spent on a day", [], "date",
        [
            new("date", Date, "The day the money was spent."),
            new("campaign_id", Text, "The campaign it was spent for."),
            new("channel", Text, "The channel, where no campaign is known."),
            new("category", Text, "media, content, venue, staff, tools, sales, …"),
            new("source", Text, "Which system says so; where two name the same campaign, the order of precedence decides."),
            new("amount", Money, "What was spent, in the workspace's currency."),
            new("original_amount", Money, "What was spent, in its own currency.", Derived: true),
            new("currency", Text, "The currency it came in."),
            new("ad_group", Text, "The ad group."),
            new("ad", Text, "The ad."),
            new("keyword", Text, "The keyword."),
        ]);

    /// <summary>The table <c>spend</c>.</summary>
    public SpendTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The day the money was spent.</summary>
    public Column<DateOnly> date => Col<DateOnly>("date");

    /// <summary>The campaign it was spent for.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel, where no campaign is known.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>media, content, venue, staff, tools, sales, …</summary>
    public Column<string> category => Col<string>("category");

    /// <summary>Which system says so; where two name the same campaign, the order of precedence decides.</summary>
    public Column<string> source => Col<string>("source");

    /// <summary>What was spent, in the workspace's currency.</summary>
    public Column<decimal> amount => Col<decimal>("amount");

    /// <summary>What was spent, in its own currency.</summary>
    public Column<decimal> original_amount => Col<decimal>("original_amount");

    /// <summary>The currency it came in.</summary>
    public Column<string> currency => Col<string>("currency");

    /// <summary>The ad group.</summary>
    public Column<string> ad_group => Col<string>("ad_group");

    /// <summary>The ad.</summary>
    public Column<string> ad => Col<string>("ad");

    /// <summary>The keyword.</summary>
    public Column<string> keyword => Col<string>("keyword");
}
