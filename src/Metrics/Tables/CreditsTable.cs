using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a touch's share of a conversion; one number column per model beside these.</summary>
public class CreditsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "credits", "a touch's share of a conversion; one number column per model beside these", [], "converted_at",
        [
            new("conversion_id", Text, "The conversion."),
            new("kind", Text, "Its kind."),
            new("touch_id", Text, "The touchpoint; empty where the conversion has none."),
            new("contact_id", Text, "Who."),
            new("position", Integer, "The touch's place in its journey, from 1."),
            new("channel", Text, "The touch's channel; (unattributed) where the conversion has no touch."),
            new("campaign_id", Text, "The touch's campaign; (unattributed) where the conversion has no touch."),
            new("occurred_at", Timestamp, "When the touch happened."),
            new("converted_at", Timestamp, "When the conversion happened."),
            new("value", Money, "What the whole conversion brought."),
            new("cost_of_goods", Money, "What was sold costs, the whole of it."),
            new("first_sale", Flag, "Whether it is the customer's first sale."),
            new("bucket", Integer, "Which of 32 parts of all conversions it is in, from 0, by its identifier: intervals come of leaving out each in turn."),
        ], Derived: true);

    /// <summary>The table <c>credits</c>.</summary>
    public CreditsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The conversion.</summary>
    public Column<string> conversion_id => Col<string>("conversion_id");

    /// <summary>Its kind.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>The touchpoint; empty where the conversion has none.</summary>
    public Column<string> touch_id => Col<string>("touch_id");

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>The touch's place in its journey, from 1.</summary>
    public Column<long> position => Col<long>("position");

    /// <summary>The touch's channel; (unattributed) where the conversion has no touch.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>The touch's campaign; (unattributed) where the conversion has no touch.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>When the touch happened.</summary>
    public Column<DateTime> occurred_at => Col<DateTime>("occurred_at");

    /// <summary>When the conversion happened.</summary>
    public Column<DateTime> converted_at => Col<DateTime>("converted_at");

    /// <summary>What the whole conversion brought.</summary>
    public Column<decimal> value => Col<decimal>("value");

    /// <summary>What was sold costs, the whole of it.</summary>
    public Column<decimal> cost_of_goods => Col<decimal>("cost_of_goods");

    /// <summary>Whether it is the customer's first sale.</summary>
    public Column<bool> first_sale => Col<bool>("first_sale");

    /// <summary>Which of 32 parts of all conversions it is in, from 0, by its identifier: intervals come of leaving out each in turn.</summary>
    public Column<long> bucket => Col<long>("bucket");
}
