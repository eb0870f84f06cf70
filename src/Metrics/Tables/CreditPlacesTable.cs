using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is what a model that tells places apart gives to a channel at one place of the journey, of all days.</summary>
public class CreditPlacesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "credit_places", "what a model that tells places apart gives to a channel at one place of the journey, of all days", [], null,
        [
            new("model", Text, "The attribution model."),
            new("channel", Text, "The channel."),
            new("place", Integer, "The place in the journey, from 1."),
            new("conversions", Number, "How many conversions the model gives the channel at that place."),
        ], Derived: true);

    /// <summary>The table <c>credit_places</c>.</summary>
    public CreditPlacesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The attribution model.</summary>
    public Column<string> model => Col<string>("model");

    /// <summary>The channel.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>The place in the journey, from 1.</summary>
    public Column<long> place => Col<long>("place");

    /// <summary>How many conversions the model gives the channel at that place.</summary>
    public Column<double> conversions => Col<double>("conversions");
}
