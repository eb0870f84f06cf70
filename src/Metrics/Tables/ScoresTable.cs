using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a campaign's score.</summary>
public class ScoresTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "scores", "a campaign's score", ["campaign_id"], null,
        [
            new("campaign_id", Text, "The campaign."),
            new("scorecard", Text, "The scorecard's id."),
            new("version", Integer, "The scorecard's version."),
            new("score", Number, "0 to 100; empty where it could not be computed."),
            new("as_of", Date, "The data's date it was computed for."),
        ], Derived: true);

    /// <summary>The table <c>scores</c>.</summary>
    public ScoresTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>The campaign.</summary>
    public Column<string> campaign_id => Col<string>("campaign_id");

    /// <summary>The scorecard's id.</summary>
    public Column<string> scorecard => Col<string>("scorecard");

    /// <summary>The scorecard's version.</summary>
    public Column<long> version => Col<long>("version");

    /// <summary>0 to 100; empty where it could not be computed.</summary>
    public Column<double> score => Col<double>("score");

    /// <summary>The data's date it was computed for.</summary>
    public Column<DateOnly> as_of => Col<DateOnly>("as_of");
}
