using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a conversion with the touchpoints before it, counted.</summary>
public class JourneysTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "journeys", "a conversion with the touchpoints before it, counted", ["conversion_id"], "converted_at",
        [
            new("conversion_id", Text, "The conversion."),
            new("kind", Text, "Its kind."),
            new("contact_id", Text, "Who."),
            new("converted_at", Timestamp, "When."),
            new("value", Money, "What it brought."),
            new("first_sale", Flag, "Whether it is the customer's first sale."),
            new("touches", Integer, "How many touchpoints it has; 0 is unattributed."),
            new("channels", Integer, "How many different channels these have."),
            new("path", Text, "The channels of its touchpoints in order, with ' > ' between them."),
            new("first_channel", Text, "The first touchpoint's channel."),
            new("last_channel", Text, "The last touchpoint's channel."),
            new("lag_days", Number, "Days from the first touchpoint to the conversion."),
        ], Derived: true);

    /// <summary>The table <c>journeys</c>.</summary>
    public JourneysTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The conversion.</summary>
    public Column<string> conversion_id => Col<string>("conversion_id");

    /// <summary>Its kind.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>When.</summary>
    public Column<DateTime> converted_at => Col<DateTime>("converted_at");

    /// <summary>What it brought.</summary>
    public Column<decimal> value => Col<decimal>("value");

    /// <summary>Whether it is the customer's first sale.</summary>
    public Column<bool> first_sale => Col<bool>("first_sale");

    /// <summary>How many touchpoints it has; 0 is unattributed.</summary>
    public Column<long> touches => Col<long>("touches");

    /// <summary>How many different channels these have.</summary>
    public Column<long> channels => Col<long>("channels");

    /// <summary>The channels of its touchpoints in order, with ' > ' between them.</summary>
    public Column<string> path => Col<string>("path");

    /// <summary>The first touchpoint's channel.</summary>
    public Column<string> first_channel => Col<string>("first_channel");

    /// <summary>The last touchpoint's channel.</summary>
    public Column<string> last_channel => Col<string>("last_channel");

    /// <summary>Days from the first touchpoint to the conversion.</summary>
    public Column<double> lag_days => Col<double>("lag_days");
}
