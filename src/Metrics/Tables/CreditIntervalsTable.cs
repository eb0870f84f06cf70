using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is what a model that learned gives to a channel, with how far it may be off.</summary>
public class CreditIntervalsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "credit_intervals", "what a model that learned gives to a channel, with how far it may be off", [], null,
        [
            new("model", Text, "The attribution model."),
            new("channel", Text, "The channel."),
            new("conversions", Number, "How many conversions the model gives it."),
            new("conversions_low", Number, "The lower end of what holds the truth in 95 of 100 cases."),
            new("conversions_high", Number, "The upper end."),
            new("value", Number, "The value the model gives it."),
            new("value_low", Number, "The lower end for the value."),
            new("value_high", Number, "The upper end for the value."),
        ], Derived: true);

    /// <summary>The table <c>credit_intervals</c>.</summary>
    public CreditIntervalsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The attribution model.</summary>
    public Column<string> model => Col<string>("model");

    /// <summary>The channel.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>How many conversions the model gives it.</summary>
    public Column<double> conversions => Col<double>("conversions");

    /// <summary>The lower end of what holds the truth in 95 of 100 cases.</summary>
    public Column<double> conversions_low => Col<double>("conversions_low");

    /// <summary>The upper end.</summary>
    public Column<double> conversions_high => Col<double>("conversions_high");

    /// <summary>The value the model gives it.</summary>
    public Column<double> value => Col<double>("value");

    /// <summary>The lower end for the value.</summary>
    public Column<double> value_low => Col<double>("value_low");

    /// <summary>The upper end for the value.</summary>
    public Column<double> value_high => Col<double>("value_high");
}
