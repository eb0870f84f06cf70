using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>By what two touches of a journey are the same: their channel, or other columns of the touchpoints.</summary>
internal static class UnitOfCredit
{
    /// <summary>Whether it is anything but the channel, and therefore a column of its own.</summary>
    public static bool HasOwnUnit(this JourneyRules rules) => rules.Unit is not ["channel"];

    /// <summary>The column that holds it.</summary>
    public static string UnitColumn(this JourneyRules rules) => rules.HasOwnUnit() ? "unit" : "channel";

    /// <summary>Refuses columns that touchpoints do not have, all at once.</summary>
    /// <exception cref="MeritException">Some column does not exist.</exception>
    public static void Check(Session session, AttributionSettings settings)
    {
        var columns = session.Query("SELECT column_name FROM duckdb_columns() WHERE database_name = current_database() AND table_name = 'touchpoints' AND schema_name = 'main'", row => row.GetString(0));
        if (Findings(columns, settings) is { Count: > 0 } findings)
        {
            throw new MeritException(findings);
        }
    }

    /// <summary>What is wrong with the columns that models tell touches apart by, given those there are.</summary>
    public static IReadOnlyList<Diagnostic> Findings(IReadOnlyList<string> columns, AttributionSettings settings) =>
    [
        .. settings.Models
            .SelectMany(model => settings.JourneysOf(model).Unit.Select(column => (model, column)))
            .Where(u => !columns.Contains(u.column, StringComparer.OrdinalIgnoreCase))
            .DistinctBy(u => (u.column, u.model.Journeys.Unit is null ? null : u.model.Name))
            .Select(u => AttributionRules.UnknownUnit.At(u.model.At, u.model.Name, u.column, Suggestion.For(u.column, columns))),
    ];
}
