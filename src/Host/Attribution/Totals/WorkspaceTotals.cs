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
    /// <summary>The totals.</summary>
    /// <param name="unit">The touchpoints' column that earns credit, or several with commas between: a model that learns then learns of it.</param>
    /// <param name="kind">The kind of conversion; sales, where there are any, unless given.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to each model.</param>
    /// <param name="stop">Asks to stop.</param>
    public AttributedTotals Compute(string unit, string? kind, bool? intervals, CancellationToken stop)
    {
        var kinds = session.Query("SELECT DISTINCT kind FROM conversions ORDER BY kind", row => row.GetString(0));
        if (kinds.Count == 0)
        {
            return new AttributedTotals([]);
        }

        kind ??= LearnedWeights.UsualKind(kinds);
        if (!kinds.Contains(kind, StringComparer.Ordinal))
        {
            throw new MeritException(AttributionRules.NoSuchKind.Here(kind, Suggestion.For(kind, kinds)));
        }

        UnitOfCredit.Check(session, settings);
        using var worth = settings.CountsMargin ? new MarginWorth(session) : null;
        using var columns = new EarningColumns(session, unit.Split(','));
        var planned = ModelWeight.Plan(settings, catalog);
        List<ModelWeight> models = [.. planned.Where(m => settings.IsAsked(m.Model.Name))];
        List<CalibratedModel> corrected = [.. settings.Calibrated.Where(c => settings.IsAsked(c.Name))];
        var rules = new RuleTotals(session, settings).Compute([.. models.Where(m => m.Learner is null)], unit, kind);
        if (intervals is true)
        {
            rules = new RuleIntervals(session, settings).Around(rules, [.. models.Where(m => m.Learner is null)], unit, kind);
        }

        var learned = Learned([.. models.Where(m => m.Learner is not null)], unit, kind, intervals, stop);
        var calibrated = new CalibratedTotals(session, settings).Compute(corrected, planned, unit, kind, stop);
        List<AttributedTotal> all = [.. rules, .. learned.Rows, .. calibrated.Rows];
        return new AttributedTotals([.. (settings.Asked ?? settings.Names).SelectMany(name => AttributedTotal.InOrder(all.Where(t => string.Equals(t.Model, name, StringComparison.Ordinal))))])
        {
            Findings =
            [
                .. ModelWeight.Participating(models), .. learned.Findings, .. calibrated.Findings,
                .. worth is null ? WithoutValue(kind) : [worth.Note(kind)],
                .. intervals is true ? corrected.Select(c => AttributionRules.NoCalibratedInterval.At(c.At, c.Name)) : [],
            ],
            Quality = learned.Quality,
        };
    }

    // A kind without any value by merit.yaml lacks none.
    private IEnumerable<Diagnostic> WithoutValue(string kind) => settings.Conversions.Any(c => string.Equals(c.Name, kind, StringComparison.Ordinal) && c.Value is not ConversionValue.Nothing)
        ? session.Query("SELECT count(*), count(*) FILTER (WHERE value IS NULL) FROM conversions WHERE kind = $1", row => (All: row.GetInt64(0), Missing: row.GetInt64(1)), kind)
            .Where(c => c.Missing > 0).Select(c => AttributionRules.WithoutValue.Here(kind, c.All, c.Missing))
        : [];

    private AttributedTotals Learned(IReadOnlyList<ModelWeight> models, string unit, string kind, bool? intervals, CancellationToken stop)
    {
        var all = session.Query("SELECT count(*), coalesce(sum(value), 0)::DOUBLE FROM conversions WHERE kind = $1", row => (Conversions: row.GetInt64(0), Value: row.GetDouble(1)), kind)[0];
        AttributedTotals Of(IReadOnlyList<ModelWeight> together)
        {
            var evidence = new EvidenceCount(session, PathTable.OfJourneys(session, settings.JourneysOf(together[0].Model), settings.ByAccount, kind, unit));
            var touched = PathTable.Totals(session);
            return LearnedTotals.Of(together, evidence, (all.Conversions - touched.Conversions, all.Value - touched.Value), intervals, stop);
        }

        // Models with the same journeys learn from the same paths, which are counted once.
        AttributedTotals[] learned = [.. models.GroupBy(m => PathTable.Key(settings.JourneysOf(m.Model), settings.ByAccount, kind), StringComparer.Ordinal).Select(g => Of([.. g]))];
        return new AttributedTotals([.. learned.SelectMany(t => t.Rows)])
        {
            Findings = [.. learned.SelectMany(t => t.Findings)],
            Quality = [.. learned.SelectMany(t => t.Quality)],
        };
    }
}
