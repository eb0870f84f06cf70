using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is two channels of one journey; each also with itself.</summary>
public class ChannelOverlapsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "channel_overlaps", "two channels of one journey; each also with itself", [], "converted_at",
        [
            new("conversion_id", Text, "The conversion."),
            new("kind", Text, "Its kind."),
            new("contact_id", Text, "Who."),
            new("converted_at", Timestamp, "When."),
            new("value", Money, "What the whole conversion brought."),
            new("channel", Text, "A channel of the journey."),
            new("other_channel", Text, "Another one, or the same."),
        ], Derived: true);

    /// <summary>The table <c>channel_overlaps</c>.</summary>
    public ChannelOverlapsTable()
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

    /// <summary>What the whole conversion brought.</summary>
    public Column<decimal> value => Col<decimal>("value");

    /// <summary>A channel of the journey.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>Another one, or the same.</summary>
    public Column<string> other_channel => Col<string>("other_channel");
}
