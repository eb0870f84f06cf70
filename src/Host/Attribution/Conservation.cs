using System.Globalization;
using DuckDB.NET.Data;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>Proves that no model made or lost credit: over all conversions its shares add up to their number, and shares × value to their value.</summary>
internal static class Conservation
{
    /// <summary>How far sums may be off, relative to what is summed: room for rounding, and for nothing else.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Checks every model and throws all findings at once.</summary>
    public static void Check(DuckDBConnection warehouse, IReadOnlyList<ModelSettings> models)
    {
        var total = warehouse.Row("SELECT count(*), coalesce(sum(value), 0)::DOUBLE, coalesce(sum(abs(value)), 0)::DOUBLE FROM journeys");
        var (conversions, value, magnitude) = (Number(total[0]), Number(total[1]), Number(total[2]));
        var sums = string.Concat(models.Select(m => Statements.Name(m.Name)).Select(share =>
            $", count({share}), coalesce(min({share}), 0), coalesce(fsum({share}), 0), coalesce(fsum({share} * value::DOUBLE), 0)"));
        var row = warehouse.Row($"SELECT count(*){sums} FROM credits");

        var findings = new List<Diagnostic>();
        foreach (var (model, i) in models.Select((m, i) => (m, 1 + (4 * i))))
        {
            var (shared, least, given, brought) = (Number(row[i]), Number(row[i + 1]), Number(row[i + 2]), Number(row[i + 3]));
            if (shared < Number(row[0]) || least < 0 || !double.IsFinite(given))
            {
                findings.Add(Unusable(warehouse, model));
            }
            else if (Math.Abs(given - conversions) > Tolerance * conversions)
            {
                findings.Add(AttributionRules.NotConserved.At(model.At, model.Name, "conversions", given, conversions));
            }
            else if (!(Math.Abs(brought - value) <= Tolerance * magnitude))
            {
                findings.Add(AttributionRules.NotConserved.At(model.At, model.Name, "value", brought, value));
            }
        }

        if (findings.Count > 0)
        {
            throw new MeritException(findings);
        }
    }

    private static Diagnostic Unusable(DuckDBConnection warehouse, ModelSettings model)
    {
        var share = Statements.Name(model.Name);
        var faulty = warehouse.Row(
            $"SELECT min(conversion_id), count(DISTINCT conversion_id) FROM credits WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0");
        return AttributionRules.UnusableWeights.At(model.At, model.Name, faulty[0], faulty[1]);
    }

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
