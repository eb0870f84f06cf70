using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a campaign.</summary>
public class CampaignsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "campaigns", "a campaign", ["campaign_id"], "start_date",
        [
            new("campaign_id", Text, "Its identifier, the same in every source."),
            new("name", Text, "Its name, as people say it."),
            new("type", Text, "Its objective: lead-gen, revenue, brand, retention, or the workspace's own."),
            new("format", Text, "What it is: webinar, expo, ads, …"),
            new("mode", Text, "online or offline."),
            new("channel", Text, "The channel all its rows count for."),
            new("owner", Text, "Who runs it."),
            new("sales_owner", Text, "Who sells from it."),
            new("start_date", Date, "Its first day."),
            new("end_date", Date, "Its last day."),
            new("budget", Money, "What it may cost, in the workspace's currency."),
            new("original_budget", Money, "The budget before conversion.", Derived: true),
            new("currency", Text, "The currency the budget came in."),
            new("audience_size", Integer, "How many people it can reach."),
            new("utm_campaign", Text, "The utm_campaign value of its links."),
            new("parent_id", Text, "The campaign it belongs to."),
        ])
    {
        Levels = [new("budget", ["campaign_id"]), new("audience_size", ["campaign_id"])],
    };

    /// <summary>The table <c>campaigns</c>.</summary>
    public CampaignsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier, the same in every source.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>Its name, as people say it.</summary>
    public Column<string> name => Col<string>("name");

    /// <summary>Its objective: lead-gen, revenue, brand, retention, or the workspace's own.</summary>
    public Column<string> type => Col<string>("type");

    /// <summary>What it is: webinar, expo, ads, …</summary>
    public Column<string> format => Col<string>("format");

    /// <summary>online or offline.</summary>
    public Column<string> mode => Col<string>("mode");

    /// <summary>The channel all its rows count for.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>Who runs it.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>Who sells from it.</summary>
    public Column<string> sales_owner => Col<string>("sales_owner");

    /// <summary>Its first day.</summary>
    public Column<DateOnly> start_date => Col<DateOnly>("start_date");

    /// <summary>Its last day.</summary>
    public Column<DateOnly> end_date => Col<DateOnly>("end_date");

    /// <summary>What it may cost, in the workspace's currency.</summary>
    public Column<decimal> budget => Col<decimal>("budget");

    /// <summary>The budget before conversion.</summary>
    public Column<decimal> original_budget => Col<decimal>("original_budget");

    /// <summary>The currency the budget came in.</summary>
    public Column<string> currency => Col<string>("currency");

    /// <summary>How many people it can reach.</summary>
    public Column<long> audience_size => Col<long>("audience_size");

    /// <summary>The utm_campaign value of its links.</summary>
    public Column<string> utm_campaign => Col<string>("utm_campaign");

    /// <summary>The campaign it belongs to.</summary>
    public Column<string> parent_id => Col<string>("parent_id");
}
