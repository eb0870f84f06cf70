using System.Data.Common;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>
/// Proves that no model made or lost credit: over the conversions of each kind its shares add up to their number, and shares × value to their value. Of a model that
/// gives a conversion to all that took part, only that none is lost.
/// </summary>
internal static class Conservation
{
    /// <summary>How far sums may be off, relative to what is summed: room for rounding, and for nothing else.</summary>
    private const double Tolerance = 1e-9;

    /// <summary>Checks every model and throws all findings at once.</summary>
    /// <param name="session">The warehouse.</param>
    /// <param name="models">The models.</param>
    /// <param name="credits">The table of credits.</param>
    public static void Check(Session session, IReadOnlyList<ModelWeight> models, string credits = "credits")
    {
        var totals = session.Query(
            "SELECT kind, count(*), coalesce(sum(value), 0)::DOUBLE, coalesce(sum(abs(value)), 0)::DOUBLE FROM conversions GROUP BY kind ORDER BY kind",
            row => new Total(row.GetString(0), row.GetInt64(1), row.GetDouble(2), row.GetDouble(3)));
        var sums = string.Concat(models.Select(m => SqlText.Name(m.Model.Name)).Select(share =>
            $", count({share}), coalesce(min({share}), 0), coalesce(fsum({share}), 0), coalesce(fsum({share} * value::DOUBLE), 0)"));
        var shared = session
            .Query($"SELECT kind, count(*){sums} FROM {credits} GROUP BY kind", row => (Kind: row.GetString(0), Models: models.Select((_, i) => Read(row, i)).ToList()))
            .ToDictionary(s => s.Kind, s => s.Models, StringComparer.Ordinal);

        var findings = totals
            .SelectMany(total => models.Select((model, i) => Find(session, credits, model, shared.GetValueOrDefault(total.Kind)?[i] ?? Shared.Nothing, total)))
            .OfType<Diagnostic>().Distinct().ToList();
        if (findings.Count > 0)
        {
            throw new MeritException(findings);
        }
    }

    private static Shared Read(DbDataReader row, int model)
    {
        var at = 2 + (4 * model);
        return new Shared(row.GetInt64(1), row.GetInt64(at), row.GetDouble(at + 1), row.GetDouble(at + 2), row.GetDouble(at + 3));
    }

    private static Diagnostic? Find(Session session, string credits, ModelWeight weight, Shared shared, Total total)
    {
        var model = weight.Model;
        if (shared.Shares < shared.Rows || shared.Least < 0 || !double.IsFinite(shared.Conversions))
        {
            return Unusable(session, credits, model);
        }

        var missing = total.Conversions - shared.Conversions;
        if ((weight.Divided ? Math.Abs(missing) : missing) > Tolerance * total.Conversions)
        {
            return AttributionRules.NotConserved.At(model.At, model.Name, "conversions", shared.Conversions, total.Conversions);
        }

        // Refunds make values negative: what is summed is measured by its size, not by its sum.
        return weight.Divided && Math.Abs(shared.Value - total.Value) > Tolerance * total.Magnitude
            ? AttributionRules.NotConserved.At(model.At, model.Name, "value", shared.Value, total.Value)
            : null;
    }

    private static Diagnostic Unusable(Session session, string credits, ModelSettings model)
    {
        var share = SqlText.Name(model.Name);
        return session.Query(
            $"SELECT min(conversion_id), count(DISTINCT conversion_id) FROM {credits} WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0",
            row => AttributionRules.UnusableWeights.At(model.At, model.Name, row.GetString(0), row.GetInt64(1)))[0];
    }

    private sealed record Total(string Kind, long Conversions, double Value, double Magnitude);

    private sealed record Shared(long Rows, long Shares, double Least, double Conversions, double Value)
    {
        public static Shared Nothing { get; } = new(0, 0, 0, 0, 0);
    }
}
