using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Experiments;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Explained;

/// <summary>Shows the credit of one conversion as it was shared out, with the weights it comes from: the same trees, computed once more touch by touch.</summary>
/// <param name="session">A published version.</param>
/// <param name="settings">The workspace's models.</param>
/// <param name="catalog">Where they come from.</param>
internal sealed class JourneyExplainer(Session session, AttributionSettings settings, PluginCatalog catalog)
{
    private const double Tolerance = 1e-9;

    /// <exception cref="MeritException">There is no such conversion, or a model cannot be run.</exception>
    public ExplainedJourney Explain(string conversion)
    {
        var found = session.Query(
            $"""
            SELECT kind, contact_id, converted_at, value, {Journeys.StageTime(Stage.Lead)}, {Journeys.StageTime(Stage.Opportunity)}
            FROM conversions c WHERE conversion_id = $1
            """,
            row => (
                Kind: row.GetString(0), Contact: row.IsDBNull(1) ? null : row.GetString(1), At: row.IsDBNull(2) ? (DateTime?)null : row.GetDateTime(2), Value: row.IsDBNull(3) ? (decimal?)null : row.GetDecimal(3),
                Lead: row.IsDBNull(4) ? (DateTime?)null : row.GetDateTime(4), Opportunity: row.IsDBNull(5) ? (DateTime?)null : row.GetDateTime(5)),
            conversion);
        if (found is not [var it])
        {
            throw new MeritException(AttributionRules.NoSuchConversion.Here(conversion, Alike(conversion)));
        }

        var credits = new List<ExplainedCredit>();
        var findings = new List<Diagnostic>();
        foreach (var model in Run())
        {
            var touches = Touches(conversion, settings.JourneysOf(model.Model));
            var journey = new Journey(it.At ?? default, [.. touches.Select(t => new JourneyTouch(t.Touch.Channel, t.Touch.OccurredAt) { Unit = t.Unit })]) { LeadAt = it.Lead, OpportunityAt = it.Opportunity };
            var given = Given(conversion, model.Model.Name);
            var explained = Explain(model, journey, [.. touches.Select(t => t.Touch)], given);
            credits.AddRange(explained);
            if (!Agrees(explained, given))
            {
                findings.Add(AttributionRules.SharedOutOtherwise.At(model.Model.At, model.Model.Name));
            }
        }

        credits.AddRange(settings.Calibrated.SelectMany(c => Calibrated(c, conversion, it.Kind, [.. credits.Where(e => string.Equals(e.Model, c.Of, StringComparison.Ordinal))])));
        return new ExplainedJourney(conversion, it.Kind, it.Contact, it.At, it.Value, credits) { Findings = findings };
    }

    // Models that were not run have no credit to explain.
    private IEnumerable<ModelWeight> Run()
    {
        var run = session.Query("SELECT name FROM merit.models", row => row.GetString(0));
        return ModelWeight.Plan(settings, catalog).Where(m => run.Contains(m.Model.Name, StringComparer.Ordinal));
    }

    private List<ExplainedCredit> Explain(ModelWeight model, Journey journey, IReadOnlyList<ExplainedTouch> touches, IReadOnlyDictionary<string, double> given)
    {
        if (touches.Count == 0)
        {
            return [new ExplainedCredit(model.Model.Name, null, 1)];
        }

        if (model.Learner is not null)
        {
            return [.. touches.Select(t => new ExplainedCredit(model.Model.Name, t, given.GetValueOrDefault(t.Id)))];
        }

        var evaluator = new TermEvaluator(journey);
        double[] weights = [.. touches.Select((t, i) => evaluator.Evaluate(model.Weight, i) * (model.Divided && t.Campaign is { } campaign ? settings.CampaignWeights.GetValueOrDefault(campaign, 1) : 1))];
        var sum = model.Divided ? weights.Sum() : 1;
        return [.. touches.Select((t, i) => new ExplainedCredit(model.Model.Name, t, weights[i] / sum) { Why = new Weighed(weights[i], sum) })];
    }

    // The weight of a touch is its share by the model times the factor that experiments give to it.
    private IReadOnlyList<ExplainedCredit> Calibrated(CalibratedModel model, string conversion, string kind, IReadOnlyList<ExplainedCredit> shares)
    {
        if (session.Scalar<long>("SELECT count(*) FROM merit.models WHERE name = $1", model.Name) == 0)
        {
            return [];
        }

        var corrections = session.Query(
            $"SELECT channel, campaign_id, factor FROM {CalibratedCredits.Table} WHERE model = $1 AND kind = $2",
            row => (Channel: row.IsDBNull(0) ? null : row.GetString(0), Campaign: row.IsDBNull(1) ? null : row.GetString(1), Factor: row.GetDouble(2)), model.Name, kind);
        bool Covers(string? tested, string? of) => tested is null || string.Equals(tested, of, StringComparison.Ordinal);
        double[] weights = [.. shares.Select(s => corrections.Where(c => s.Touch is { } t && Covers(c.Channel, t.Channel) && Covers(c.Campaign, t.Campaign)).Aggregate(s.Share, (weight, c) => weight * c.Factor))];
        var (sum, given) = (weights.Sum(), Given(conversion, model.Name));
        return [.. shares.Select((s, i) => new ExplainedCredit(model.Name, s.Touch, s.Touch is { } t ? given.GetValueOrDefault(t.Id) : 1) { Why = s.Touch is null ? null : new Weighed(weights[i], sum) })];
    }

    private static bool Agrees(IReadOnlyList<ExplainedCredit> explained, IReadOnlyDictionary<string, double> given) =>
        explained.All(e => Math.Abs(e.Share - given.GetValueOrDefault(e.Touch?.Id ?? "")) <= Tolerance)
        && given.Where(g => g.Value > 0).All(g => explained.Any(e => string.Equals(e.Touch?.Id ?? "", g.Key, StringComparison.Ordinal)));

    private IReadOnlyList<(ExplainedTouch Touch, string? Unit)> Touches(string conversion, JourneyRules rules) => session.Query(
        $"""
        SELECT touch_id, position, occurred_at, age_days, channel, campaign_id, {rules.UnitColumn()}::VARCHAR
        FROM ({Journeys.Find(rules, settings.ByAccount)}) WHERE journey = (SELECT rowid FROM conversions WHERE conversion_id = $1) ORDER BY position
        """,
        row => (
            new ExplainedTouch(row.GetString(0), row.GetInt64(1), row.GetDateTime(2), row.GetDouble(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetString(5)),
            row.IsDBNull(6) ? null : row.GetString(6)),
        conversion);

    // What no touch earned stands without a touch.
    private Dictionary<string, double> Given(string conversion, string model) => session.Query(
        $"SELECT coalesce(touch_id, ''), {SqlText.Name(model)} FROM credits WHERE conversion_id = $1", row => (Touch: row.GetString(0), Share: row.GetDouble(1)), conversion)
        .ToDictionary(r => r.Touch, r => r.Share, StringComparer.Ordinal);

    private string Alike(string conversion)
    {
        var some = session.Query(
            "SELECT conversion_id FROM conversions ORDER BY NOT contains(lower(conversion_id), lower($1)), conversion_id LIMIT 5", row => row.GetString(0), conversion);
        return some.Count == 0 ? "there are no conversions." : string.Create(CultureInfo.InvariantCulture, $"there are such as {string.Join(", ", some)}.");
    }
}
