using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a currency's rate on a day.</summary>
public class RatesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "rates", "a currency's rate on a day", ["currency", "date"], "date",
        [
            new("currency", Text, "The currency."),
            new("date", Date, "The first day the rate holds; it holds until the next one."),
            new("rate", Number, "What one unit is worth in the workspace's currency."),
        ]);

    /// <summary>The table <c>rates</c>.</summary>
    public RatesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The currency.</summary>
    public Column<string> currency => Col<string>("currency");

    /// <summary>The first day the rate holds; it holds until the next one.</summary>
    public Column<DateOnly> date => Col<DateOnly>("date");

    /// <summary>What one unit is worth in the workspace's currency.</summary>
    public Column<double> rate => Col<double>("rate");
}
