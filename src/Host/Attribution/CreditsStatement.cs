using System.Globalization;
using System.Text;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution;

/// <summary>Writes the one statement that shares out every conversion by every model.</summary>
/// <remarks>
/// A weight is divided by its sum over the journey. The sums come from an aggregate by journey, joined back, which the engine does faster than a second window.
/// Touches with their weights are kept for it by the engine, which spills them where its memory limit asks for it.
/// A sum that is not positive gives no share, which the check afterwards reports.
/// </remarks>
internal static class CreditsStatement
{
    private const string Unattributed = "(unattributed)";

    private const string Touch = "touch_id, contact_id, position, channel, campaign_id, occurred_at";

    public static string Write(AttributionSettings settings, IReadOnlyList<ModelWeight> models)
    {
        var sql = new TermSql();
        var weights = models.Select(m => sql.Write(m.Weight)).ToList();
        var distinct = weights.Distinct(StringComparer.Ordinal).ToList();

        var (touches, source) = WriteTouches(settings, sql);
        var weighed = string.Concat(distinct.Select((w, i) => $",\n    {w} AS {Weight(i)}"));
        var sums = string.Concat(distinct.Select((_, i) => $", fsum({Weight(i)}) AS {Sum(i)}"));
        var shares = string.Concat(models.Zip(weights, (m, w) => Share(distinct.IndexOf(w), m.Model.Name)));
        var whole = string.Concat(models.Select(_ => ", 1e0"));
        return
            $"""
            CREATE OR REPLACE TABLE credits AS
            WITH {touches},
            weighed AS MATERIALIZED (
              SELECT journey, {Touch}{weighed}
              FROM {source}
            ),
            sums AS MATERIALIZED (SELECT journey{sums} FROM weighed GROUP BY journey)
            SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.first_sale{shares}
            FROM weighed t JOIN sums USING (journey) JOIN conversions c ON c.rowid = journey
            UNION ALL
            SELECT conversion_id, kind, NULL, contact_id, NULL, '{Unattributed}', '{Unattributed}', NULL, converted_at, value, first_sale{whole}
            FROM conversions c WHERE NOT EXISTS (FROM sums WHERE journey = c.rowid)
            """;
    }

    /// <summary>The touches of all journeys with every column some weight asks for, and no other, as the steps of a <c>WITH</c> and the name of the last one.</summary>
    internal static (string Steps, string Last) WriteTouches(AttributionSettings settings, TermSql sql)
    {
        const string first = "touched";
        var stages = string.Concat(sql.Stages.Order().Select(s => $", {StageTime(s)} AS {TermSql.StageColumn(s)}"));
        var with = new StringBuilder(
            $"""
            found AS (
            {Journeys.Find(settings)}
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
                channels AS (SELECT journey, channel, count(*)::DOUBLE AS {TermSql.SameChannelCount} FROM {last} GROUP BY journey, channel),
                touched_channels AS (
                  SELECT t.*, c.{TermSql.SameChannelCount}
                  FROM {last} t JOIN channels c ON c.journey = t.journey AND c.channel IS NOT DISTINCT FROM t.channel
                )
                """);
            last = "touched_channels";
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

    // Looked up by key, so that a duplicate there cannot multiply touches.
    private static string StageTime(Stage stage) => stage == Stage.Lead
        ? "(SELECT min(l.created_at) FROM leads l WHERE l.lead_id = c.lead_id)"
        : """
          (SELECT min(o.created_at) FROM sales s JOIN opportunities o ON o.opportunity_id = s.opportunity_id WHERE s.sale_id = c.conversion_id)
          """;

    private static string Share(int weight, string model) => $",\n  {Weight(weight)} / nullif(greatest({Sum(weight)}, 0e0), 0e0) AS {SqlText.Name(model)}";

    private static string Weight(int number) => Numbered("weight_", number);

    private static string Sum(int number) => Numbered("sum_", number);

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
