using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Metrics.Tables;

/// <summary>One row is a complaint or question.</summary>
public class CasesTable : Table
{
    internal static readonly CanonicalTable Declaration = new(
        "cases", "a complaint or question", ["case_id"], "opened_at",
        [
            new("case_id", Text, "Its identifier."),
            new("contact_id", Text, "Who."),
            new("kind", Text, "Its kind."),
            new("opened_at", Timestamp, "When it was opened."),
            new("first_response_at", Timestamp, "When it was first answered."),
        ]);

    /// <summary>The table <c>cases</c>.</summary>
    public CasesTable()
        : base(Declaration.Name)
    {
    }

    /// <summary>Its identifier.</summary>
    public Column<string> case_id => Col<string>("case_id");

    /// <summary>Who.</summary>
    public Column<string> contact_id => Col<string>("contact_id");

    /// <summary>Its kind.</summary>
    public Column<string> kind => Col<string>("kind");

    /// <summary>When it was opened.</summary>
    public Column<DateTime> opened_at => Col<DateTime>("opened_at");

    /// <summary>When it was first answered.</summary>
    public Column<DateTime> first_response_at => Col<DateTime>("first_response_at");
}
