using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is an experiment's result beside what one attribution model gives for the same touches, days and kind of conversion.</summary>
public class ExperimentCreditsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "experiment_credits", "an experiment's result beside what one attribution model gives for the same touches, days and kind of conversion", [], "started_on",
        [
            new("experiment_id", Text, "The experiment."),
            new("model", Text, "The attribution model."),
            new("campaign_id", Text, "The campaign tested."),
            new("channel", Text, "The channel tested."),
            new("kind", Text, "The kind of conversion counted."),
            new("method", Text, "How it was measured."),
            new("started_on", Date, "First day whose conversions were counted."),
            new("ended_on", Date, "Last day whose conversions were counted."),
            new("conversions", Number, "What the model gives, of those days, to the touches of what was tested."),
            new("value", Number, "The value of that credit."),
            new("measured", Number, "The conversions that the experiment found."),
            new("measured_low", Number, "Lower end of their interval."),
            new("measured_high", Number, "Upper end of their interval."),
            new("confidence", Number, "Of how many such intervals the truth lies inside, as a fraction."),
            new("measured_value", Money, "What the conversions that the experiment found brought."),
            new("within", Flag, "Whether the model's credit lies in the interval; empty where there is none."),
        ], Derived: true);

    /// <summary>The table <c>experiment_credits</c>.</summary>
    public ExperimentCreditsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The experiment.</summary>
    public Column<string> experiment_id => Col<string>("experiment_id");

    /// <summary>The attribution model.</summary>
    public Column<string> model => Col<string>("model");

    /// <summary>The campaign tested.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel tested.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>The kind of conversion counted.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>How it was measured.</summary>
    public Column<string> method => Col<string>("method");

    /// <summary>First day whose conversions were counted.</summary>
    public Column<DateOnly> started_on => Col<DateOnly>("started_on");

    /// <summary>Last day whose conversions were counted.</summary>
    public Column<DateOnly> ended_on => Col<DateOnly>("ended_on");

    /// <summary>What the model gives, of those days, to the touches of what was tested.</summary>
    public Column<double> conversions => Col<double>("conversions");

    /// <summary>The value of that credit.</summary>
    public Column<double> value => Col<double>("value");

    /// <summary>The conversions that the experiment found.</summary>
    public Column<double> measured => Col<double>("measured");

    /// <summary>Lower end of their interval.</summary>
    public Column<double> measured_low => Col<double>("measured_low");

    /// <summary>Upper end of their interval.</summary>
    public Column<double> measured_high => Col<double>("measured_high");

    /// <summary>Of how many such intervals the truth lies inside, as a fraction.</summary>
    public Column<double> confidence => Col<double>("confidence");

    /// <summary>What the conversions that the experiment found brought.</summary>
    public Column<decimal> measured_value => Col<decimal>("measured_value");

    /// <summary>Whether the model's credit lies in the interval; empty where there is none.</summary>
    public Column<bool> within => Col<bool>("within");
}
