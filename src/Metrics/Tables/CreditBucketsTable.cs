using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is what a model that learned would give to a channel without one of 32 parts of all journeys, from which intervals of its credit are made.</summary>
public class CreditBucketsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "credit_buckets", "what a model that learned would give to a channel without one of 32 parts of all journeys, from which intervals of its credit are made", [], null,
        [
            new("model", Text, "The attribution model."),
            new("channel", Text, "The channel."),
            new("bucket", Integer, "The part that is left out, from 0."),
            new("conversions", Number, "How many conversions the model then gives it, scaled to all journeys."),
        ], Derived: true);

    /// <summary>The table <c>credit_buckets</c>.</summary>
    public CreditBucketsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The attribution model.</summary>
    public Column<string> model => Col<string>("model");

    /// <summary>The channel.</summary>
    public Column<string> channel => Col<string>("channel");

    /// <summary>The part that is left out, from 0.</summary>
    public Column<long> bucket => Col<long>("bucket");

    /// <summary>How many conversions the model then gives it, scaled to all journeys.</summary>
    public Column<double> conversions => Col<double>("conversions");
}
