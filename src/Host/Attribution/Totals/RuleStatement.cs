using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>Writes a query for the totals of rules, without sorting journeys and without a row for every touch's credit.</summary>
/// <remarks>
/// Touches are joined to conversions once, and each becomes a number that sorts by time (<see cref="TouchKey"/>). One aggregate by journey finds how many touches it has, its
/// <see cref="Marks"/>, and the sums of weights that go by the touch alone. What a rule gives to touches that are no marks depends on the journey alone, most often on its
/// length alone: it is summed over counts by unit and length. What marks have beyond that is summed over journeys, not touches.
/// Touches at the very moment of a mark are told apart by touch id, as journeys are ordered; only journeys that have such are looked at again.
/// </remarks>
internal sealed class RuleStatement
{
    private readonly AttributionSettings _settings;
    private readonly JourneyRules _rules;
    private readonly Marks _marks = new();
    private readonly List<Weight> _weights;

    /// <param name="settings">What belongs to a journey.</param>
    /// <param name="models">Models with the same journeys, each of which <see cref="CanWrite"/>.</param>
    public RuleStatement(AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        (_settings, _rules) = (settings, settings.JourneysOf(models[0].Model));
        _weights = [.. models.Select((m, i) => new Weight(m, i, _marks))];
    }

    /// <summary>Whether marks may be of one unit and moment, and still be touches that have to be told apart.</summary>
    public bool TellsTouchesApart => !_marks.EndsAlone;

    /// <summary>Whether the totals of a model can be had this way.</summary>
    public static bool CanWrite(AttributionSettings settings, ModelWeight model) =>
        model is { Learner: null, Divided: true } && settings.CampaignWeights.Count == 0 && (MarkedWeight.CanWrite(model.Weight) || TermNeeds.TouchAlone(model.Weight));

    /// <summary>
    /// A query with a row for each unit: the unit, and for each model its conversions and its value. The row without a touch is what is unattributed; the last column
    /// counts journeys that some model cannot share out, and is above 0 on that row alone. It needs <see cref="UnitNumbers"/>.
    /// </summary>
    public string Write(TouchKey key, string unit, string kind)
    {
        var ofTouch = _weights.Where(w => w.Marked is null).ToList();
        var ofJourney = _weights.Where(w => w.ByJourney).ToList();
        return
            $"""
            WITH pairs AS MATERIALIZED (
              SELECT journey, touch, number::UINTEGER AS number, {key.Write()} AS key{string.Concat(_marks.Conditions.Select(c => $", {c} AS {_marks.Flag(c)}"))}{Each(ofTouch, w => $", {w.OfTouch} AS {w.Column}")}
              FROM ({UnitNumbers.Of(Journeys.FindUnordered(_rules, _settings.ByAccount, unit, kind, _marks.Stages))})
            ),
            found AS MATERIALIZED (
              SELECT journey, count(*)::DOUBLE AS {TermSql.Count}{Each(_marks.All, m => $", {Find(m, "key")} AS {m.Column}, {Find(m, key.Mirrored)} AS {m.Mirrored}")}{string.Concat(_marks.Counts.Select((c, i) => $", count(*) FILTER ({_marks.Flag(c)})::DOUBLE AS {Marks.Counted(i)}"))}{Each(ofTouch, w => $", fsum({w.Column}) AS {w.SumColumn}, CASE WHEN count({w.Column}) = count(*) THEN min({w.Column}) END AS {w.LeastColumn}")}
              FROM pairs GROUP BY journey
            ),
            journeys AS MATERIALIZED (
              SELECT c.rowid AS journey, c.value::DOUBLE AS value, found.* EXCLUDE (journey{Each(_marks.All, m => $", {m.Mirrored}")}){(_marks.All.Count > 0 ? $" REPLACE ({string.Join(", ", _marks.All.Select(m => $"coalesce(untied.{m.Column}, found.{m.Column}) AS {m.Column}"))})" : "")}
              FROM conversions c LEFT JOIN found ON found.journey = c.rowid{(_marks.All.Count > 0 ? $" LEFT JOIN ({Untied(key)}) untied ON untied.journey = c.rowid" : "")}
              WHERE kind = {SqlText.Text(kind)}
            ),
            alike AS MATERIALIZED (
              SELECT number, {TermSql.Count}, count(*)::DOUBLE AS conversions, fsum(value) AS value{Each([.. ofTouch, .. ofJourney], w => $", fsum({w.Share}) AS {w.ConversionsColumn}, fsum({w.Share} * value) AS {w.ValueColumn}")}
              FROM pairs JOIN (SELECT journey, {TermSql.Count}, value{Each(ofTouch, w => $", {w.SumColumn}")}{Each(ofJourney, w => $", {w.RestShare} AS {w.Column}")} FROM journeys WHERE {TermSql.Count} > 0) USING (journey)
              GROUP BY number, {TermSql.Count}
            ),
            lengths AS (SELECT {TermSql.Count}{Each(_weights.Where(w => w.ByLength), w => $", any_value({w.RestShare}) AS {w.Column}")} FROM journeys WHERE {TermSql.Count} > 0 GROUP BY {TermSql.Count}),
            parts AS (
              SELECT number{Each(_weights, w => $",\n    {w.OfAlike("conversions", w.ConversionsColumn)} AS {w.ConversionsColumn}, {w.OfAlike("value", w.ValueColumn)} AS {w.ValueColumn}")}
              FROM alike JOIN lengths USING ({TermSql.Count}) GROUP BY number
            {Each(_marks.All, m => $"""
              UNION ALL
              SELECT {key.Number(m.Column)}{Each(_weights, w => w.Above(m) is { } above ? $",\n    fsum({above}), fsum(({above}) * value)" : ", 0e0, 0e0")}
              FROM journeys WHERE {m.Column} IS NOT NULL GROUP BY 1

            """)})
            SELECT name AS unit{Each(_weights, w => $", fsum({w.ConversionsColumn}), coalesce(fsum({w.ValueColumn}), 0e0)")}, 0 AS unusable
            FROM parts JOIN {UnitNumbers.Table} USING (number) GROUP BY unit
            UNION ALL
            SELECT NULL{Each(_weights, _ => $", count(*) FILTER ({TermSql.Count} IS NULL)::DOUBLE, coalesce(fsum(value) FILTER ({TermSql.Count} IS NULL), 0e0)")},
              count(*) FILTER ({TermSql.Count} > 0 AND ({string.Join(" OR ", _weights.Select(w => w.IsUnusable).Distinct(StringComparer.Ordinal))}))
            FROM journeys
            """;
    }

    private static string Each<T>(IEnumerable<T> all, Func<T, string> text) => string.Concat(all.Select(text));

    private string Find(Mark mark, string key) =>
        $"{(mark.End is JourneyEnd.First ? "min" : "max")}({key}){(mark.Condition is { } condition ? $" FILTER ({_marks.Flag(condition)})" : "")}";

    // Journeys some of whose marks share their moment with another touch that might be it as well: there the touch id decides.
    private string Untied(TouchKey key)
    {
        string Mark(Mark mark)
        {
            var among = $"{key.Moment("pairs.key")} = {key.Moment($"tied.{mark.Column}")}{(mark.Condition is { } condition ? $" AND {_marks.Flag(condition)}" : "")}";
            return $", {(mark.End is JourneyEnd.First ? "arg_min" : "arg_max")}(pairs.key, t.touch_id) FILTER ({among}) AS {mark.Column}";
        }

        return
            $"""
            SELECT pairs.journey{Each(_marks.All, Mark)}
            FROM (FROM found WHERE {string.Join(" OR ", _marks.All.Select(m => key.Differ(m.Column, m.Mirrored)))}) tied
            JOIN pairs ON pairs.journey = tied.journey JOIN touchpoints t ON t.rowid = pairs.touch GROUP BY pairs.journey
            """;
    }

    private sealed class Weight
    {
        private readonly string _number;

        public Weight(ModelWeight model, int number, Marks marks)
        {
            _number = number.ToString(CultureInfo.InvariantCulture);
            OfTouch = "";
            if (MarkedWeight.CanWrite(model.Weight))
            {
                Marked = new MarkedWeight(marks, model.Weight);
                ByLength = Marked.HasRest && TermNeeds.EndsAlone(model.Weight);
            }
            else
            {
                OfTouch = new TermSql().Write(model.Weight);
            }
        }

        /// <summary>The weight, where it goes by marks; else it goes by the touch alone.</summary>
        public MarkedWeight? Marked { get; }

        /// <summary>The weight of a touch that goes by itself alone.</summary>
        public string OfTouch { get; }

        /// <summary>Whether what it gives to touches that are no marks depends on nothing but how many touches the journey has.</summary>
        public bool ByLength { get; }

        /// <summary>Whether it depends on more of the journey.</summary>
        public bool ByJourney => Marked is { HasRest: true } && !ByLength;

        public string Column => $"weight_{_number}";

        public string SumColumn => $"sum_{_number}";

        public string LeastColumn => $"least_{_number}";

        public string ConversionsColumn => $"conversions_{_number}";

        public string ValueColumn => $"value_{_number}";

        /// <summary>The share of a touch that is no mark, where it is not the same in all journeys of a length.</summary>
        public string Share => Marked is null ? $"{Column} / {SumColumn}" : Column;

        /// <summary>The same, of a journey.</summary>
        public string RestShare => Marked is { } marked ? $"CASE WHEN {marked.Others} > 0 THEN ({marked.Rest}) / ({marked.Sum}) ELSE 0e0 END" : "";

        /// <summary>The condition that a journey cannot be shared out.</summary>
        public string IsUnusable
        {
            get
            {
                var (sum, least) = Marked is { } marked ? ($"({marked.Sum})", marked.Least) : (SumColumn, LeastColumn);
                return $"NOT coalesce({least} >= 0 AND {sum} > 0 AND isfinite({sum}), false)";
            }
        }

        /// <summary>What touches of one unit in journeys of a length have together, were none of them a mark.</summary>
        public string OfAlike(string figure, string column) => ByLength ? $"fsum({Column} * {figure})" : Marked is { HasRest: false } ? "0e0" : $"fsum({column})";

        /// <summary>What a mark has beyond that; null where it is none to the weight.</summary>
        public string? Above(Mark mark)
        {
            if (Marked is not { } marked || !marked.Used.Contains(mark))
            {
                return null;
            }

            var above = $"({marked.At(mark)}) / ({marked.Sum}){(marked.HasRest ? $" - {RestShare}" : "")}";
            return $"CASE WHEN {marked.IsNew(mark)} THEN {above} ELSE 0e0 END";
        }
    }
}
