using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a mark on charts.</summary>
public class AnnotationsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "annotations", "a mark on charts", [], "date",
        [
            new("date", Date, "The day."),
            new("campaign_id", Text, "The campaign, if it is about one."),
            new("text", Text, "What happened."),
        ]);

    /// <summary>The table <c>annotations</c>.</summary>
    public AnnotationsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The day.</summary>
    public Column<DateOnly> date => Col<DateOnly>("date");

    /// <summary>The campaign, if it is about one.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>What happened.</summary>
    public Column<string> text => Col<string>("text");
}
