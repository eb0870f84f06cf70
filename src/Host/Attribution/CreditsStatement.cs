using System.Globalization;
using System.Text;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>Writes the one query that shares out every conversion by every model.</summary>
/// <remarks>
/// A weight is divided by its sum over the journey. The sums come from an aggregate by journey, joined back, which the engine does faster than a second window.
/// Touches with their weights are kept for it by the engine, which spills them where its memory limit asks for it.
/// Models with the same journeys cost one pass together; where some have journeys of their own, the passes meet on journey and touch.
/// A sum that is not positive gives no share, which the check afterwards reports.
/// </remarks>
internal static class CreditsStatement
{
    private const string Unattributed = "(unattributed)";

    // The same parts as those of models that learn.
    private static readonly string Bucket = $"(hash(c.conversion_id) % {Learning.PathTable.Buckets.ToString(CultureInfo.InvariantCulture)})::BIGINT AS bucket";

    private const string Touch = "touch_id, contact_id, position, channel, campaign_id, occurred_at";

    /// <summary>One row per touch of a conversion, with a column for each model's share, and one for each conversion without touches.</summary>
    public static string Write(AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        var passes = models.GroupBy(m => Journeys.Find(settings.JourneysOf(m.Model), settings.ByAccount), StringComparer.Ordinal)
            .Select(g => new Pass(settings, settings.JourneysOf(g.First().Model), [.. g])).ToList();
        return passes switch
        {
            [] => One(new Pass(settings, settings.Journeys, []), models),
            [var only] => One(only, models),
            _ => Several(passes, models),
        };
    }

    /// <summary>The touches of all journeys with every column some weight asks for, and no other, as the steps of a <c>WITH</c> and the name of the last one.</summary>
    internal static (string Steps, string Last) WriteTouches(JourneyRules rules, bool byAccount, TermSql sql) =>
        WriteTouches(Journeys.Find(rules, byAccount), rules.UnitColumn(), sql);

    /// <summary>The same for touches found by another query, whose units are in a column.</summary>
    internal static (string Steps, string Last) WriteTouches(string journeys, string unit, TermSql sql)
    {
        const string first = "touched";
        var stages = string.Concat(sql.Stages.Order().Select(s => $", {Journeys.StageTime(s)} AS {TermSql.StageColumn(s)}"));
        var with = new StringBuilder(
            $"""
            found AS (
            {journeys}
            ),
            {first} AS (
              SELECT t.*, t.position::DOUBLE AS {TermSql.Position}{stages}
              FROM found t{(stages.Length > 0 ? " JOIN conversions c ON c.rowid = t.journey" : "")}
            )
            """);
        var last = first;
        if (sql.NeedsSameChannel)
        {
            with.Append(CultureInfo.InvariantCulture,
                $"""
                ,
                units AS (SELECT journey, {unit}, count(*)::DOUBLE AS {TermSql.SameChannelCount} FROM {last} GROUP BY journey, {unit}),
                touched_units AS (
                  SELECT t.*, u.{TermSql.SameChannelCount}
                  FROM {last} t JOIN units u ON u.journey = t.journey AND u.{unit} IS NOT DISTINCT FROM t.{unit}
                )
                """);
            last = "touched_units";
        }

        foreach (var layer in sql.Counts.GroupBy(c => c.Layer))
        {
            var (counted, touched) = (Numbered("counted_layer_", layer.Key), Numbered("touched_layer_", layer.Key));
            with.Append(CultureInfo.InvariantCulture,
                $"""
                ,
                {counted} AS (SELECT journey{string.Concat(layer.Select(c => $", {c.Aggregate} AS {c.Name}"))} FROM {last} GROUP BY journey),
                {touched} AS (SELECT * FROM {last} JOIN {counted} USING (journey))
                """);
            last = touched;
        }

        return (with.ToString(), last);
    }

    private static string One(Pass pass, IReadOnlyList<ModelWeight> models) =>
        $"""
        WITH {pass.Steps}
        SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.cost_of_goods, c.first_sale, {Bucket}{string.Concat(models.Select(m => $",\n  {pass.Share(m)}"))}
        FROM weighed t JOIN sums USING (journey) JOIN conversions c ON c.rowid = journey
        UNION ALL
        SELECT conversion_id, kind, NULL, contact_id, NULL, '{Unattributed}', '{Unattributed}', NULL, converted_at, value, cost_of_goods, first_sale, {Bucket}{string.Concat(models.Select(_ => ", 1e0"))}
        FROM conversions c WHERE NOT EXISTS (FROM sums WHERE journey = c.rowid)
        """;

    // A touch that is in no journey of a pass has nothing there; a conversion without any is a whole one to nobody.
    private static string Several(List<Pass> passes, IReadOnlyList<ModelWeight> models)
    {
        var names = passes.Select((_, i) => Numbered("pass_", i)).ToList();
        var steps = passes.Select((pass, i) =>
            $"""
            {names[i]} AS MATERIALIZED (
            WITH {pass.Steps}
            SELECT journey, {Touch},
              {string.Join(",\n  ", pass.Models.Select(pass.Share))}
            FROM weighed JOIN sums USING (journey)
            )
            """);
        var touch = Touch.Split(", ").Select(column => column is "touch_id" ? column : $"coalesce({string.Join(", ", names.Select(n => $"{n}.{column}"))}) AS {column}");
        var found = names.Select(n => $"EXISTS (FROM {n} WHERE journey = c.rowid)").ToList();
        return
            $"""
            WITH {string.Join(",\n", steps)},
            met AS (
              SELECT journey, {string.Join(", ", touch)},
                {string.Join(",\n    ", models.Select(Met))}
              FROM {names[0]}{string.Concat(names.Skip(1).Select(n => $" FULL JOIN {n} USING (journey, touch_id)"))}
            )
            SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.cost_of_goods, c.first_sale, {Bucket},
              {string.Join(", ", models.Select(m => $"t.{SqlText.Name(m.Model.Name)}"))}
            FROM met t JOIN conversions c ON c.rowid = journey
            UNION ALL
            SELECT conversion_id, kind, NULL, contact_id, NULL, '{Unattributed}', '{Unattributed}', NULL, converted_at, value, cost_of_goods, first_sale, {Bucket},
              {string.Join(", ", models.Select(m => $"CASE WHEN {found[PassOf(m)]} THEN 0e0 ELSE 1e0 END"))}
            FROM conversions c WHERE NOT ({string.Join(" AND ", found)})
            """;

        int PassOf(ModelWeight model) => passes.FindIndex(p => p.Models.Contains(model));

        // Only where the pass has no such touch: a share that could not be made must stay missing, for the check to see.
        string Met(ModelWeight model)
        {
            var pass = names[PassOf(model)];
            var name = SqlText.Name(model.Model.Name);
            return $"CASE WHEN {pass}.position IS NULL THEN 0e0 ELSE {pass}.{name} END AS {name}";
        }
    }

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    /// <summary>Models with the same journeys, and the steps that weigh their touches and sum the weights.</summary>
    private sealed class Pass
    {
        private readonly List<string> _distinct;
        private readonly List<string> _weights;

        public Pass(AttributionSettings settings, JourneyRules rules, List<ModelWeight> models)
        {
            Models = models;
            var sql = new TermSql();
            _weights = [.. models.Select(m => Weigh(sql.Write(m.Weight), m, settings))];
            _distinct = [.. _weights.Distinct(StringComparer.Ordinal)];
            var (touches, source) = WriteTouches(rules, settings.ByAccount, sql);
            Steps =
                $"""
                {touches},
                weighed AS MATERIALIZED (
                  SELECT journey, {Touch}{string.Concat(_distinct.Select((w, i) => $",\n    {w} AS {Weight(i)}"))}
                  FROM {source}
                ),
                sums AS MATERIALIZED (SELECT journey{string.Concat(_distinct.Select((_, i) => $", fsum({Weight(i)}) AS {Sum(i)}"))} FROM weighed GROUP BY journey)
                """;
        }

        public List<ModelWeight> Models { get; }

        public string Steps { get; }

        /// <summary>The column of a model's shares.</summary>
        public string Share(ModelWeight model)
        {
            var weight = _distinct.IndexOf(_weights[Models.IndexOf(model)]);
            var share = model.Divided ? $"{Weight(weight)} / nullif(greatest({Sum(weight)}, 0e0), 0e0)" : Weight(weight);
            return $"{share} AS {SqlText.Name(model.Model.Name)}";
        }

        private static string Weigh(string weight, ModelWeight model, AttributionSettings settings) => model is { Divided: true, Learner: null } && settings.CampaignWeights.Count > 0
            ? $"({weight}) * CASE campaign_id{string.Concat(settings.CampaignWeights.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $" WHEN {SqlText.Text(w.Key)} THEN {TermSql.Number(w.Value)}"))} ELSE 1e0 END"
            : weight;

        private static string Weight(int number) => Numbered("weight_", number);

        private static string Sum(int number) => Numbered("sum_", number);
    }
}
