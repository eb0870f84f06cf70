using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is what an experiment, such as a holdout or regions left out, measured of a channel or a campaign.</summary>
public class ExperimentsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "experiments", "what an experiment, such as a holdout or regions left out, measured of a channel or a campaign", ["experiment_id"], "started_on",
        [
            new("experiment_id", Text, "Its identifier; an experiment that counted two kinds of conversions is two rows."),
            new("campaign_id", Text, "The campaign tested; empty where a whole channel was."),
            new("channel", Text, "The channel tested; with a campaign, the campaign's touches in that channel."),
            new("started_on", Date, "First day whose conversions were counted."),
            new("ended_on", Date, "Last day whose conversions were counted."),
            new("kind", Text, "The kind of conversion counted; sale where empty."),
            new("method", Text, "How it was measured, in words: holdout, geo, switched off."),
            new("incremental_conversions", Number, "Conversions of those days that would not have been without it, as measured and scaled to all whom it reached."),
            new("incremental_low", Number, "Lower end of their interval."),
            new("incremental_high", Number, "Upper end of their interval."),
            new("confidence", Number, "Of how many such intervals the truth lies inside, as a fraction; 0.95 where empty."),
            new("incremental_value", Money, "What those conversions brought."),
        ]);

    /// <summary>The table <c>experiments</c>.</summary>
    public ExperimentsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier; an experiment that counted two kinds of conversions is two rows.</summary>
    public Column<string> experiment_id => Col<string>("experiment_id");

    /// <summary>The campaign tested; empty where a whole channel was.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The channel tested; with a campaign, the campaign's touches in that channel.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>First day whose conversions were counted.</summary>
    public Column<DateOnly> started_on => Col<DateOnly>("started_on");

    /// <summary>Last day whose conversions were counted.</summary>
    public Column<DateOnly> ended_on => Col<DateOnly>("ended_on");

    /// <summary>The kind of conversion counted; sale where empty.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>How it was measured, in words: holdout, geo, switched off.</summary>
    public Column<string> method => Col<string>("method");

    /// <summary>Conversions of those days that would not have been without it, as measured and scaled to all whom it reached.</summary>
    public Column<double> incremental_conversions => Col<double>("incremental_conversions");

    /// <summary>Lower end of their interval.</summary>
    public Column<double> incremental_low => Col<double>("incremental_low");

    /// <summary>Upper end of their interval.</summary>
    public Column<double> incremental_high => Col<double>("incremental_high");

    /// <summary>Of how many such intervals the truth lies inside, as a fraction; 0.95 where empty.</summary>
    public Column<double> confidence => Col<double>("confidence");

    /// <summary>What those conversions brought.</summary>
    public Column<decimal> incremental_value => Col<decimal>("incremental_value");
}
