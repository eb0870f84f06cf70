using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is an answer.</summary>
public class SurveysTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "surveys", "an answer", ["survey_id"], "answered_at",
        [
            new("survey_id", Text, "Its identifier."),
            new("contact_id", Text, "Who answered."),
            new("kind", Text, "csat or nps."),
            new("score", Number, "The answer."),
            new("scale", Number, "The highest possible answer."),
            new("owner", Text, "Who it is about."),
            new("department", Text, "Which department it is about."),
            new("answered_at", Timestamp, "When."),
        ]);

    /// <summary>The table <c>surveys</c>.</summary>
    public SurveysTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> survey_id => Col<string>("survey_id");

    /// <summary>Who answered.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>csat or nps.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>The answer.</summary>
    public Column<double> score => Col<double>("score");

    /// <summary>The highest possible answer.</summary>
    public Column<double> scale => Col<double>("scale");

    /// <summary>Who it is about.</summary>
    public Column<string> owner => Col<string>("owner");

    /// <summary>Which department it is about.</summary>
    public Column<string> department => Col<string>("department");

    /// <summary>When.</summary>
    public Column<DateTime> answered_at => Col<DateTime>("answered_at");
}
