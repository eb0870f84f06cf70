using System.Data.Common;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Learning;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>Credit in total from the journeys of a warehouse. It is computed anew, for any model; nothing is written.</summary>
/// <param name="session">A published version.</param>
/// <param name="settings">What belongs to a journey, and the models.</param>
/// <param name="catalog">Where the models come from.</param>
internal sealed class WorkspaceTotals(Session session, AttributionSettings settings, PluginCatalog catalog)
{
    private const double Tolerance = 1e-9;

    /// <summary>The totals.</summary>
    /// <param name="unit">The touchpoints' column that earns credit: a model that learns then learns of it.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to each model.</param>
    /// <param name="stop">Asks to stop.</param>
    public AttributedTotals Compute(string unit, bool? intervals, CancellationToken stop)
    {
        var models = ModelWeight.Plan(settings, catalog);
        var rules = Rules([.. models.Where(m => m.Learner is null)], unit);
        var learned = Learned([.. models.Where(m => m.Learner is not null)], unit, intervals, stop);
        return new AttributedTotals([.. models.SelectMany(m => AttributedTotal.InOrder(rules.Concat(learned.Rows).Where(t => string.Equals(t.Model, m.Model.Name, StringComparison.Ordinal))))])
        {
            Findings = learned.Findings,
            Quality = learned.Quality,
        };
    }

    private List<AttributedTotal> Rules(IReadOnlyList<ModelWeight> models, string unit)
    {
        if (models.Count == 0)
        {
            return [];
        }

        var sums = string.Concat(models.Select(m => SqlText.Name(m.Model.Name)).Select(share =>
            $", fsum({share}), coalesce(fsum({share} * value::DOUBLE), 0), count(*) FILTER (WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0), min(conversion_id) FILTER (WHERE {share} IS NULL OR NOT isfinite({share}) OR {share} < 0)"));
        var rows = session.Query(
            $"SELECT coalesce({SqlText.Name(unit)}, '{PathTable.None}'){sums} FROM ({CreditsStatement.Write(settings, models)}) GROUP BY 1",
            row => models.Select((m, i) => Read(row, m.Model, i)).ToList());
        var conversions = session.Scalar<long>("SELECT count(*) FROM conversions");
        foreach (var model in models.Select((m, i) => (m.Model, Given: rows.Sum(r => r[i].Conversions))))
        {
            if (!(Math.Abs(model.Given - conversions) <= Tolerance * conversions))
            {
                throw new MeritException(AttributionRules.NotConserved.At(model.Model.At, model.Model.Name, "conversions", model.Given, conversions));
            }
        }

        return [.. rows.SelectMany(r => r)];
    }

    private static AttributedTotal Read(DbDataReader row, ModelSettings model, int number)
    {
        var at = 1 + (4 * number);
        return row.GetInt64(at + 2) == 0
            ? new AttributedTotal(model.Name, row.GetString(0), row.GetDouble(at), row.GetDouble(at + 1))
            : throw new MeritException(AttributionRules.UnusableWeights.At(model.At, model.Name, row.GetString(at + 3), row.GetInt64(at + 2)));
    }

    private AttributedTotals Learned(IReadOnlyList<ModelWeight> models, string unit, bool? intervals, CancellationToken stop)
    {
        if (models.Count == 0)
        {
            return new AttributedTotals([]);
        }

        var evidence = new EvidenceCount(session, PathTable.OfJourneys(session, settings, unit));
        var touched = PathTable.Totals(session);
        var all = session.Query("SELECT count(*), coalesce(sum(value), 0)::DOUBLE FROM conversions", row => (Conversions: row.GetInt64(0), Value: row.GetDouble(1)))[0];
        return LearnedTotals.Of(models, evidence, (all.Conversions - touched.Conversions, all.Value - touched.Value), intervals, stop);
    }
}
