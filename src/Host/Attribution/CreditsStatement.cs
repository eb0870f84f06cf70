using System.Globalization;
using System.Text;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution;

/// <summary>Writes the one statement that shares out every conversion by every model.</summary>
/// <remarks>
/// A weight is divided by its sum over the journey. The sums come from an aggregate by journey number, joined back, which the engine does several times faster than a
/// window; weights are computed twice for it, which costs less than keeping them. A sum that is not positive gives no share, which the check afterwards reports.
/// </remarks>
internal static class CreditsStatement
{
    private const string Unattributed = "(unattributed)";

    private const string Columns =
        "h.conversion_id, h.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, h.converted_at, h.value, h.first_sale";

    public static string Write(IReadOnlyList<ModelWeight> models)
    {
        var sql = new TermSql();
        var weights = models.Select(m => sql.Write(m.Weight)).ToList();
        var distinct = weights.Distinct(StringComparer.Ordinal).ToList();
        string Sum(string weight) => Numbered("sum_", distinct.IndexOf(weight));

        var (touches, source) = WriteTouches(sql);
        var sums = string.Concat(distinct.Select(w => $", fsum({w}) AS {Sum(w)}"));
        var shares = string.Concat(models.Select((m, i) => $",\n  {weights[i]} / nullif(greatest({Sum(weights[i])}, 0e0), 0e0) AS {SqlText.Name(m.Model.Name)}"));
        var whole = string.Concat(models.Select(_ => ", 1e0"));
        return
            $"""
            CREATE OR REPLACE TABLE credits AS
            WITH {touches},
            sums AS (SELECT journey{sums} FROM {source} GROUP BY journey)
            SELECT {Columns}{shares}
            FROM {source} t JOIN sums USING (journey) JOIN {Journeys.Heads} h USING (journey)
            UNION ALL
            SELECT conversion_id, kind, NULL, contact_id, NULL, '{Unattributed}', '{Unattributed}', NULL, converted_at, value, first_sale{whole}
            FROM journeys WHERE touches = 0
            """;
    }

    /// <summary>The touches of all journeys with every column some weight asks for, and no other, as the steps of a <c>WITH</c> and the name of the last one.</summary>
    internal static (string Steps, string Last) WriteTouches(TermSql sql)
    {
        const string first = "touched";
        var stages = string.Concat(sql.Stages.Order().Select(s => $", {StageTime(s)} AS {TermSql.StageColumn(s)}"));
        var with = new StringBuilder(
            $"""
            {first} AS NOT MATERIALIZED (
              SELECT t.* EXCLUDE (touches), t.position::DOUBLE AS {TermSql.Position}, t.touches::DOUBLE AS {TermSql.Count}{stages}
              FROM {Journeys.Touches} t{(stages.Length > 0 ? $" JOIN {Journeys.Heads} h USING (journey)" : "")}
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
        ? "(SELECT min(l.created_at) FROM leads l WHERE l.lead_id = h.lead_id)"
        : """
          (SELECT min(o.created_at) FROM sales s JOIN opportunities o ON o.opportunity_id = s.opportunity_id WHERE s.sale_id = h.conversion_id)
          """;

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");
}
