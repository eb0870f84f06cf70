using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Experiments;
using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>Credit of models as experiments correct them, in total, from the journeys of a warehouse.</summary>
/// <remarks>
/// What a load does, for one kind of conversion and in a temporary table: every conversion is shared out over its touches by the models, and the shares are corrected. A model
/// that learns lies on touches by its channels there, whichever column the credit is added up by.
/// </remarks>
/// <param name="session">A published version.</param>
/// <param name="settings">What belongs to a journey, and which models are corrected.</param>
internal sealed class CalibratedTotals(Session session, AttributionSettings settings)
{
    private const string Shared = "temp.shared_out";
    private const double Tolerance = 1e-9;

    /// <summary>The totals of all corrected models, each proven to give every conversion once.</summary>
    /// <param name="calibrated">Which.</param>
    /// <param name="models">The models they are made of, among others.</param>
    /// <param name="column">The touchpoints' column that earns credit.</param>
    /// <param name="kind">The kind of conversion.</param>
    /// <param name="stop">Asks to stop.</param>
    public AttributedTotals Compute(IReadOnlyList<CalibratedModel> calibrated, IReadOnlyList<ModelWeight> models, string column, string kind, CancellationToken stop)
    {
        if (calibrated.Count == 0)
        {
            return new AttributedTotals([]);
        }

        var (weighed, learned) = LearnedWeights.Learn(
            session, settings, [.. models.Where(m => calibrated.Any(c => string.Equals(c.Of, m.Model.Name, StringComparison.Ordinal)))], kind, intervals: false, stop);
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE shared_out AS
            SELECT conversion_id, kind, touch_id, channel, campaign_id, converted_at, value, earns, {SqlText.Names(weighed.Select(m => m.Model.Name))}
            FROM ({EarningColumn.OfCredit(CreditsStatement.Write(settings, weighed), column)}) WHERE kind = {SqlText.Text(kind)}
            """);
        var credits = new CalibratedCredits(session, settings, Shared);
        var experiments = Experiment.Read(session, settings.Zone).Where(e => string.Equals(e.What.Kind, kind, StringComparison.Ordinal)).ToList();
        var (columns, findings) = credits.Correct(calibrated, experiments);
        stop.ThrowIfCancellationRequested();
        var sums = string.Concat(columns.Select(c => SqlText.Name(c.Name)).Select(share => $", fsum({share}), coalesce(fsum({share} * value::DOUBLE), 0)"));
        List<AttributedTotal> totals =
        [
            .. session.Query(
                $"SELECT coalesce(earns, '{UnitNumbers.None}'){sums} FROM ({credits.Select(columns, former: [])}) GROUP BY 1",
                row => columns.Select((c, i) => new AttributedTotal(c.Name, row.GetString(0), row.GetDouble(1 + (2 * i)), row.GetDouble(2 + (2 * i)))).ToList()).SelectMany(r => r),
        ];
        session.Execute($"DROP TABLE {Shared}");
        Check(calibrated, totals, kind);
        return new AttributedTotals(totals) { Findings = [.. learned, .. findings] };
    }

    private void Check(IReadOnlyList<CalibratedModel> calibrated, IReadOnlyList<AttributedTotal> totals, string kind)
    {
        var conversions = session.Scalar<long>("SELECT count(*) FROM conversions WHERE kind = $1", kind);
        foreach (var model in calibrated)
        {
            var given = totals.Where(t => string.Equals(t.Model, model.Name, StringComparison.Ordinal)).Sum(t => t.Conversions);
            if (!(Math.Abs(given - conversions) <= Tolerance * conversions))
            {
                throw new MeritException(AttributionRules.NotConserved.At(model.At, model.Name, "conversions", given, conversions));
            }
        }
    }
}
