using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a UTM value of touchpoints that should be written otherwise, on all days.</summary>
public class UtmProblemsTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "utm_problems", "a UTM value of touchpoints that should be written otherwise, on all days", [], null,
        [
            new("problem", Text, "What is wrong: capitals, blanks, spelling, unknown-campaign, no-source or no-medium."),
            new("parameter", Text, "utm_source, utm_medium or utm_campaign."),
            new("written", Text, "The value as it was written; where one is missing, the source, medium and campaign beside it."),
            new("instead", Text, "What to write instead: the campaign's own utm_campaign, else the spelling most used; empty where Merit cannot tell."),
            new("touchpoints", Integer, "The touchpoints that carry it."),
        ], Derived: true);

    /// <summary>The table <c>utm_problems</c>.</summary>
    public UtmProblemsTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>What is wrong: capitals, blanks, spelling, unknown-campaign, no-source or no-medium.</summary>
    public Column<string> problem => Col<string>("problem");

    /// <summary>utm_source, utm_medium or utm_campaign.</summary>
    public Column<string> parameter => Col<string>("parameter");

    /// <summary>The value as it was written; where one is missing, the source, medium and campaign beside it.</summary>
    public Column<string> written => Col<string>("written");

    /// <summary>What to write instead: the campaign's own utm_campaign, else the spelling most used; empty where Merit cannot tell.</summary>
    public Column<string> instead => Col<string>("instead");

    /// <summary>The touchpoints that carry it.</summary>
    public Column<long> touchpoints => Col<long>("touchpoints");
}
