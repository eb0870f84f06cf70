using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Learning;

/// <summary>Journeys grouped by their path, in a temporary table, from which all evidence is counted.</summary>
/// <remarks>
/// Each row has its journeys, and how many of them lie in its bucket; the others lie in equal parts in all buckets. A journey of a workspace lies in the bucket of its
/// conversion's (or its contact's) hash. In a file of grouped paths n journeys are one row, and which of them fell into which bucket is not known: √n of them are put
/// into the bucket of the path's hash and the others everywhere. Over buckets drawn at random that has the mean and the covariance of n journeys drawn one by one.
/// </remarks>
/// <param name="Touches">An expression for the list of a path's channels: their names, or their numbers among <see cref="Names"/>.</param>
/// <param name="Spaced">Whether spaces around a channel's name belong to how the path is written.</param>
internal sealed record PathTable(string Touches, bool Spaced)
{
    /// <summary>How many buckets there are.</summary>
    public const int Buckets = 32;

    /// <summary>The columns path, bucket, conversions, value, nulls, and the part of the latter three that lies in the bucket: own_conversions, own_value, own_nulls.</summary>
    public const string Name = "temp.counted_paths";

    /// <summary>The channels that numbers stand for; null where paths are made of names.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The conversions, the value and the journeys without conversion that have a path.</summary>
    public static (double Conversions, double Value, double Nulls) Totals(Session session) => session.Query(
        $"SELECT coalesce(fsum(conversions), 0), coalesce(fsum(value), 0), coalesce(fsum(nulls), 0) FROM {Name}",
        row => (row.GetDouble(0), row.GetDouble(1), row.GetDouble(2)))[0];

    /// <summary>The same for journeys that make the same paths.</summary>
    public static string Key(JourneyRules rules, bool byAccount, string kind) =>
        Journeys.FindUnordered(rules, byAccount, "channel", kind) + Journeys.FindWithoutConversion(rules, byAccount, "channel", kind);

    /// <summary>Groups the journeys to conversions of one kind, and those to none.</summary>
    /// <remarks>
    /// Touches are collected as numbers that sort by time, and those of a journey are sorted by themselves. Where touches of one moment earn for different units their ids
    /// decide, and only these journeys are looked at again.
    /// </remarks>
    /// <param name="session">A warehouse.</param>
    /// <param name="rules">What belongs to a journey.</param>
    /// <param name="byAccount">Whether journeys are an account's.</param>
    /// <param name="kind">The kind of conversion.</param>
    /// <param name="unit">The touchpoints' column that earns credit.</param>
    public static PathTable OfJourneys(Session session, JourneyRules rules, bool byAccount, string kind, string unit)
    {
        var names = UnitNumbers.Give(session, unit);
        var key = TouchKey.Of(session, rules, names.Count, tellsTouchesApart: true);
        string Keys(string journey, string touches) => $"SELECT {journey}, list_sort(list({key.Write()})) AS keys FROM ({UnitNumbers.Of(touches)}) GROUP BY {journey}";
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE counted_paths AS
            WITH converted AS ({Keys("journey", Journeys.FindUnordered(rules, byAccount, unit, kind))}),
            lost AS ({Keys("owner", Journeys.FindWithoutConversion(rules, byAccount, unit, kind))}),
            sorted AS MATERIALIZED (
              SELECT keys, hash(c.conversion_id) AS place, 1e0 AS conversions, coalesce(c.value, 0)::DOUBLE AS value, 0e0 AS nulls FROM converted JOIN conversions c ON c.rowid = journey
              UNION ALL
              SELECT keys, hash(owner), 0e0, 0e0, 1e0 FROM lost
            ),
            tied AS MATERIALIZED (
              SELECT keys, row_number() OVER () AS id
              FROM (SELECT DISTINCT keys FROM sorted WHERE len(list_filter(list_zip(keys, keys[2:]), lambda k: {key.Moment("k[1]")} = {key.Moment("k[2]")} AND {key.Number("k[1]")} <> {key.Number("k[2]")})) > 0)
            ),
            placed AS (
              SELECT id, {key.Number("k")} AS number, row_number() OVER (PARTITION BY id ORDER BY {key.Moment("k")}, touch_id) AS position
              FROM (SELECT id, unnest(keys) AS k FROM tied) JOIN touchpoints t ON t.rowid = {key.Touch("k")}
            ),
            untied AS (
              SELECT keys, path FROM tied
              JOIN (SELECT id, list_transform(list_sort(list((position * 4294967296 + number)::BIGINT)), lambda touch: (touch & 4294967295)::INTEGER) AS path FROM placed GROUP BY id) USING (id)
            )
            SELECT path, bucket, sum(conversions) AS conversions, fsum(value) AS value, sum(nulls) AS nulls,
              sum(conversions) AS own_conversions, fsum(value) AS own_value, sum(nulls) AS own_nulls
            FROM (
              SELECT coalesce(untied.path, list_transform(keys, lambda k: {key.Number("k")}::INTEGER)) AS path, (place % {Text(Buckets)})::INTEGER AS bucket, conversions, value, nulls
              FROM sorted LEFT JOIN untied USING (keys)
            ) GROUP BY path, bucket
            """);
        return new PathTable("path", Spaced: false) { Names = names };
    }

    /// <summary>Groups the rows of a query with the columns path, conversions, value and nulls.</summary>
    public static PathTable OfRows(Session session, string rows, string separator)
    {
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE grouped_paths AS
            SELECT path, (hash(path) % {Text(Buckets)})::INTEGER AS bucket, sum(conversions) AS conversions, sum(value) AS value, sum(nulls) AS nulls,
              sqrt(sum(value * value / greatest(conversions, 1))) AS spread, ((hash(path) + 1 + hash(path, 1) % {Text(Buckets - 1)}) % {Text(Buckets)})::INTEGER AS other_bucket,
              count(*) FILTER (WHERE conversions < 0 OR nulls < 0) AS below
            FROM ({rows}) GROUP BY path
            """);

        // A path's journeys with and without conversion fall into buckets independently of each other: where it has both, they are two rows.
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP VIEW counted_paths AS
            SELECT path, bucket, conversions, value, CASE WHEN conversions > 0 THEN 0 ELSE nulls END AS nulls,
              least(sqrt(conversions), conversions) AS own_conversions, sign(value) * least(spread, abs(value)) AS own_value,
              CASE WHEN conversions > 0 THEN 0 ELSE least(sqrt(nulls), nulls) END AS own_nulls
            FROM temp.grouped_paths WHERE path <> ''
            UNION ALL
            SELECT path, other_bucket, 0, 0, nulls, 0, 0, least(sqrt(nulls), nulls)
            FROM temp.grouped_paths WHERE path <> '' AND conversions > 0 AND nulls > 0
            """);
        return new PathTable($"string_split(path, {SqlText.Text(separator)})", Spaced: true);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
