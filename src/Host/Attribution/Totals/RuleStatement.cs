using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>Writes a query for the totals of rules that need no touch's place, without sorting journeys and without a row for every touch's credit.</summary>
/// <remarks>
/// Touches are joined to conversions once. One aggregate by journey finds how many touches it has, which of them open and close it, and the sums of weights that go by
/// the touch alone; a weight that goes by the ends alone is summed from its three values. Joined back, each touch is worth a share, and only sums by unit leave.
/// Two touches at the very moment a journey opens or closes are told apart by touch id, as journeys are ordered; only journeys that have such are looked at again.
/// </remarks>
internal sealed class RuleStatement
{
    private const string Opens = "touch = first_touch";
    private const string Closes = "touch = last_touch";

    private readonly AttributionSettings _settings;
    private readonly JourneyRules _rules;
    private readonly List<Weight> _weights;

    /// <param name="settings">What belongs to a journey.</param>
    /// <param name="models">Models with the same journeys, each of which <see cref="CanWrite"/>.</param>
    public RuleStatement(AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        (_settings, _rules) = (settings, settings.JourneysOf(models[0].Model));
        _weights = [.. models.Select((m, i) => new Weight(m, i))];
    }

    /// <summary>Whether the totals of a model can be had this way.</summary>
    public static bool CanWrite(AttributionSettings settings, ModelWeight model) =>
        model is { Learner: null, Divided: true } && settings.CampaignWeights.Count == 0 && (TermNeeds.EndsAlone(model.Weight) || TermNeeds.TouchAlone(model.Weight));

    /// <summary>
    /// A query with a row for each unit: the unit, and for each model its conversions and its value. The row without a touch is what is unattributed; the last column
    /// counts journeys that some model cannot share out, and is above 0 on that row alone.
    /// </summary>
    public string Write(string unit, string kind)
    {
        var ofTouch = _weights.Where(w => !w.ByEnds).ToList();
        return
            $"""
            WITH pairs AS MATERIALIZED (
              SELECT journey, touch, earns, occurred_at{Each(ofTouch, w => $", {w.Expression} AS {w.Column}")}
              FROM ({Journeys.FindUnordered(_rules, _settings.ByAccount, unit, kind)})
            ),
            journeys AS MATERIALIZED (
              SELECT journey, count(*)::DOUBLE AS {TermSql.Count}, min(occurred_at) AS opened_at, max(occurred_at) AS closed_at,
                arg_min(touch, occurred_at) AS a_first, arg_max(touch, occurred_at) AS a_last{Each(ofTouch, w => $", fsum({w.Column}) AS sum_{w.Number}, CASE WHEN count({w.Column}) = count(*) THEN min({w.Column}) END AS least_{w.Number}")}
              FROM pairs GROUP BY journey
            ),
            tied AS MATERIALIZED (
              SELECT DISTINCT journey FROM pairs JOIN journeys USING (journey)
              WHERE (occurred_at = opened_at AND touch <> a_first) OR (occurred_at = closed_at AND touch <> a_last)
            ),
            untied AS MATERIALIZED (
              SELECT p.journey, arg_min(p.touch, t.touch_id) FILTER (p.occurred_at = j.opened_at) AS the_first, arg_max(p.touch, t.touch_id) FILTER (p.occurred_at = j.closed_at) AS the_last
              FROM tied JOIN pairs p USING (journey) JOIN journeys j USING (journey) JOIN touchpoints t ON t.rowid = p.touch
              GROUP BY p.journey
            ),
            weighed AS MATERIALIZED (
              SELECT j.*, coalesce(the_first, a_first) AS first_touch, coalesce(the_last, a_last) AS last_touch, c.value::DOUBLE AS value{Each(_weights.Where(w => w.ByEnds), w => $",\n    {w.SumByEnds()} AS sum_{w.Number}, {w.LeastByEnds()} AS least_{w.Number}")}
              FROM journeys j LEFT JOIN untied USING (journey) JOIN conversions c ON c.rowid = j.journey
            )
            SELECT coalesce(earns, '{Learning.PathTable.None}') AS unit{Each(_weights, w => $",\n  fsum({w.Share}), coalesce(fsum({w.Share} * value), 0e0)")}, 0 AS unusable
            FROM pairs JOIN weighed USING (journey) GROUP BY unit
            UNION ALL
            SELECT NULL{Each(_weights, _ => ", count(*)::DOUBLE, coalesce(sum(value)::DOUBLE, 0e0)")},
              (SELECT count(*) FROM weighed WHERE {string.Join(" OR ", _weights.Select(w => $"NOT coalesce(least_{w.Number} >= 0 AND sum_{w.Number} > 0 AND isfinite(sum_{w.Number}), false)"))})
            FROM conversions c WHERE kind = {SqlText.Text(kind)} AND NOT EXISTS (FROM weighed WHERE journey = c.rowid)
            """;
    }

    private static string Each(IEnumerable<Weight> weights, Func<Weight, string> text) => string.Concat(weights.Select(text));

    private sealed class Weight(ModelWeight model, int number)
    {
        public string Number { get; } = number.ToString(CultureInfo.InvariantCulture);

        /// <summary>Whether it goes by the ends of the journey alone; else it goes by the touch alone.</summary>
        public bool ByEnds { get; } = TermNeeds.EndsAlone(model.Weight);

        public string Column => $"weight_{Number}";

        public string Expression => new TermSql(Opens, Closes).Write(model.Weight);

        public string Share => $"{(ByEnds ? $"({Expression})" : Column)} / sum_{Number}";

        // A touch is one of the two ends, both, or neither.
        public string SumByEnds() =>
            $"CASE WHEN {TermSql.Count} = 1 THEN {At(true, true)} WHEN {TermSql.Count} = 2 THEN {At(true, false)} + {At(false, true)} ELSE {At(true, false)} + {At(false, true)} + ({TermSql.Count} - 2) * {At(false, false)} END";

        public string LeastByEnds() =>
            $"CASE WHEN {TermSql.Count} = 1 THEN {At(true, true)} WHEN {TermSql.Count} = 2 THEN least({At(true, false)}, {At(false, true)}) ELSE least({At(true, false)}, {At(false, true)}, {At(false, false)}) END";

        private string At(bool opens, bool closes) => $"({new TermSql(opens ? "true" : "false", closes ? "true" : "false").Write(model.Weight)})";
    }
}
