using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a test's result.</summary>
public class ExperimentsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "experiments", "a test's result", [], "started_on",
        [
            new("experiment_id", Text, "Its identifier."),
            new("campaign_id", Text, "The campaign tested."),
            new("channel", Text, "The channel tested."),
            new("started_on", Date, "First day."),
            new("ended_on", Date, "Last day."),
            new("metric", Text, "What was measured."),
            new("lift", Number, "Measured lift, as a fraction."),
            new("lift_low", Number, "Lower end of its interval."),
            new("lift_high", Number, "Upper end of its interval."),
        ]);

    /// <summary>The table <c>experiments</c>.</summary>
    public ExperimentsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> experiment_id => Col<string>("experiment_id");

    /// <summary>The campaign tested.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel tested.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>First day.</summary>
    public Column<DateOnly> started_on => Col<DateOnly>("started_on");

    /// <summary>Last day.</summary>
    public Column<DateOnly> ended_on => Col<DateOnly>("ended_on");

    /// <summary>What was measured.</summary>
    public Column<string> metric => Col<string>("metric");

    /// <summary>Measured lift, as a fraction.</summary>
    public Column<double> lift => Col<double>("lift");

    /// <summary>Lower end of its interval.</summary>
    public Column<double> lift_low => Col<double>("lift_low");

    /// <summary>Upper end of its interval.</summary>
    public Column<double> lift_high => Col<double>("lift_high");
}
