using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>Proves that no model made or lost credit: over all conversions its shares add up to their number, and shares × value to their value.</summary>
internal static class Conservation
{
    /// <summary>How far sums may be off, relative to what is summed: room for rounding, and for nothing else.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Checks every model and throws all findings at once.</summary>
    public static void Check(Session session, IReadOnlyList<ModelSettings> models)
    {
        var total = session.Query(
            "SELECT count(*), coalesce(sum(value), 0)::DOUBLE, coalesce(sum(abs(value)), 0)::DOUBLE FROM journeys",
            row => new Total(row.GetInt64(0), row.GetDouble(1), row.GetDouble(2)))[0];
        var sums = string.Concat(models.Select(m => SqlText.Name(m.Name)).Select(share =>
            $", count({share}), coalesce(min({share}), 0), coalesce(fsum({share}), 0), coalesce(fsum({share} * value::DOUBLE), 0)"));
        var findings = session.Query($"SELECT count(*){sums} FROM credits", row => models
            .Select((model, i) => (model, given: Given(row, i)))
            .Where(m => !m.given.IsUsable || !m.given.AddsUpTo(total))
            .ToList())[0];
        if (findings.Count > 0)
        {
            throw new MeritException([.. findings.Select(f => Explain(session, f.model, f.given, total))]);
        }
    }

    private static Given Given(DbDataReader row, int model)
    {
        var at = 1 + (4 * model);
        return new Given(row.GetInt64(0), row.GetInt64(at), row.GetDouble(at + 1), row.GetDouble(at + 2), row.GetDouble(at + 3));
    }
        if (findings.Count > 0)
        {
            throw new MeritException(findings);
        }
    }

    private static Diagnostic Unusable(Session session, ModelSettings model)
    {
        var share = SqlText.Name(model.Name);
        var faulty = warehouse.Row(
            $"SELECT min(conversion_id), count(DISTINCT conversion_id) FROM credits WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0");
        return AttributionRules.UnusableWeights.At(model.At, model.Name, faulty[0], faulty[1]);
    }

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
