using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a goal.</summary>
public class TargetsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "targets", "a goal", [], "period_start",
        [
            new("campaign_id", Text, "The campaign it is for, if it is for one."),
            new("channel", Text, "The channel it is for, if it is for one."),
            new("owner", Text, "The owner it is for, if it is for one."),
            new("metric", Text, "The id of the metric."),
            new("value", Number, "The goal, in the metric's unit (a fraction for a rate)."),
            new("period_start", Date, "First day it counts for."),
            new("period_end", Date, "Last day it counts for."),
        ]);

    /// <summary>The table <c>targets</c>.</summary>
    public TargetsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The campaign it is for, if it is for one.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel it is for, if it is for one.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>The owner it is for, if it is for one.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>The id of the metric.</summary>
    public Column<string> metric => Col<string>("metric");

    /// <summary>The goal, in the metric's unit (a fraction for a rate).</summary>
    public Column<double> value => Col<double>("value");

    /// <summary>First day it counts for.</summary>
    public Column<DateOnly> period_start => Col<DateOnly>("period_start");

    /// <summary>Last day it counts for.</summary>
    public Column<DateOnly> period_end => Col<DateOnly>("period_end");
}
