using System.Data.Common;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>Credit of rules, in total, from the journeys of a warehouse.</summary>
/// <param name="session">A published version.</param>
/// <param name="settings">What belongs to a journey.</param>
internal sealed class RuleTotals(Session session, AttributionSettings settings)
{
    private const double Tolerance = 1e-9;

    /// <summary>The totals of all models, each proven to give every conversion once.</summary>
    /// <param name="models">The models; none learns.</param>
    /// <param name="unit">The touchpoints' column that earns credit.</param>
    /// <param name="kind">The kind of conversion.</param>
    /// <exception cref="MeritException">A model cannot share out a conversion, or does not add up.</exception>
    public IReadOnlyList<AttributedTotal> Compute(IReadOnlyList<ModelWeight> models, string unit, string kind)
    {
        var conversions = session.Scalar<long>("SELECT count(*) FROM conversions WHERE kind = $1", kind);
        List<AttributedTotal> totals = [];
        List<ModelWeight> byPlace = [.. models.Where(m => !RuleStatement.CanWrite(settings, m))];
        foreach (var together in models.Except(byPlace).GroupBy(m => Journeys.FindUnordered(settings.JourneysOf(m.Model), settings.ByAccount, unit, kind), StringComparer.Ordinal))
        {
            if (WithoutPlaces([.. together], unit, kind) is { } found)
            {
                totals.AddRange(found);
            }
            else
            {
                byPlace.AddRange(together);
            }
        }

        totals.AddRange(ByPlace(byPlace, unit, kind));
        foreach (var model in models.Where(m => m.Divided).Select(m => m.Model))
        {
            var given = totals.Where(t => string.Equals(t.Model, model.Name, StringComparison.Ordinal)).Sum(t => t.Conversions);
            if (!(Math.Abs(given - conversions) <= Tolerance * conversions))
            {
                throw new MeritException(AttributionRules.NotConserved.At(model.At, model.Name, "conversions", given, conversions));
            }
        }

        return totals;
    }

    // Null where some journey cannot be shared out: the other way says which.
    private List<AttributedTotal>? WithoutPlaces(IReadOnlyList<ModelWeight> models, string unit, string kind)
    {
        var statement = new RuleStatement(settings, models);
        var units = UnitNumbers.Give(session, unit).Count;
        var key = TouchKey.Of(session, settings.JourneysOf(models[0].Model), units, statement.TellsTouchesApart);
        var rows = session.Query(
            statement.Write(key, unit, kind),
            row => (Unusable: row.GetInt64(1 + (2 * models.Count)) > 0, Totals: models.Select((m, i) => new AttributedTotal(
                m.Model.Name, row.IsDBNull(0) ? AttributedTotals.Unattributed : row.GetString(0), row.GetDouble(1 + (2 * i)), row.GetDouble(2 + (2 * i)))).ToList()));
        return rows.Any(r => r.Unusable) ? null : [.. rows.SelectMany(r => r.Totals).Where(t => t.Unit is not AttributedTotals.Unattributed || t.Conversions > 0)];
    }

    private List<AttributedTotal> ByPlace(IReadOnlyList<ModelWeight> models, string unit, string kind)
    {
        if (models.Count == 0)
        {
            return [];
        }

        var sums = string.Concat(models.Select(m => SqlText.Name(m.Model.Name)).Select(share =>
            $", fsum({share}), coalesce(fsum({share} * value::DOUBLE), 0), count(*) FILTER (WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0), min(conversion_id) FILTER (WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0)"));
        return [.. session.Query(
            $"SELECT coalesce(earns, '{UnitNumbers.None}'){sums} FROM ({EarningColumn.OfCredit(CreditsStatement.Write(settings, models), unit)}) WHERE kind = {SqlText.Text(kind)} GROUP BY 1",
            row => models.Select((m, i) => Read(row, m.Model, i)).ToList()).SelectMany(r => r)];
    }

    private static AttributedTotal Read(DbDataReader row, ModelSettings model, int number)
    {
        var at = 1 + (4 * number);
        return row.GetInt64(at + 2) == 0
            ? new AttributedTotal(model.Name, row.GetString(0), row.GetDouble(at), row.GetDouble(at + 1))
            : throw new MeritException(AttributionRules.UnusableWeights.At(model.At, model.Name, row.GetString(at + 3), row.GetInt64(at + 2)));
    }
}
