using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a yardstick.</summary>
public class BenchmarksTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "benchmarks", "a yardstick", [], "as_of",
        [
            new("metric", Text, "The id of the metric."),
            new("campaign_type", Text, "The campaign type it is for; empty for all."),
            new("industry", Text, "The industry it is for; empty for all."),
            new("value", Number, "Its value, in the metric's unit."),
            new("source", Text, "Who says so."),
            new("as_of", Date, "As of when."),
        ]);

    /// <summary>The table <c>benchmarks</c>.</summary>
    public BenchmarksTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The id of the metric.</summary>
    public Column<string> metric => Col<string>("metric");

    /// <summary>The campaign type it is for; empty for all.</summary>
    public Column<string> campaign_type => Col<string>("campaign_type");

    /// <summary>The industry it is for; empty for all.</summary>
    public Column<string> industry => Col<string>("industry");

    /// <summary>Its value, in the metric's unit.</summary>
    public Column<double> value => Col<double>("value");

    /// <summary>Who says so.</summary>
    public Column<string> source => Col<string>("source");

    /// <summary>As of when.</summary>
    public Column<DateOnly> as_of => Col<DateOnly>("as_of");
}
