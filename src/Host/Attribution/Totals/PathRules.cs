using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Totals;

/// <summary>Credit of rules from grouped paths, which tell the order of touches and not their times.</summary>
/// <remarks>
/// A rule that goes by position alone gives the same share to every touch of that place in journeys of that length: the engine counts conversions by channel, place
/// and length, and the rule is evaluated once for each. A rule that looks at channels is computed by the engine, path by path.
/// </remarks>
/// <param name="session">The engine that holds the paths.</param>
/// <param name="paths">The paths.</param>
internal sealed class PathRules(Session session, PathTable paths)
{
    /// <summary>The totals of all rules.</summary>
    /// <exception cref="MeritException">A rule needs times, or cannot share out some path.</exception>
    public IReadOnlyList<AttributedTotal> Totals(IReadOnlyList<ModelWeight> rules, (double Conversions, double Value) unattributed)
    {
        var timed = rules.Where(r => TermNeeds.Times(r.Weight)).Select(r => AttributionRules.NeedsTimes.At(r.Model.At, r.Model.Name)).ToList();
        if (timed.Count > 0)
        {
            throw new MeritException(timed);
        }

        var places = rules.All(r => TermNeeds.Channels(r.Weight)) ? [] : Places();
        IEnumerable<AttributedTotal> Of(ModelWeight rule) => TermNeeds.Channels(rule.Weight) ? ByChannel(rule) : ByPlace(rule, places);
        var nobody = unattributed.Conversions > 0 ? rules.Select(r => new AttributedTotal(r.Model.Name, AttributedTotals.Unattributed, unattributed.Conversions, unattributed.Value)) : [];
        return [.. rules.SelectMany(Of).Concat(nobody)];
    }

    private IReadOnlyList<Place> Places() => session.Query(
        $"""
        SELECT channel, position, touches, sum(conversions), fsum(value)
        FROM (SELECT unnest(touched) AS channel, generate_subscripts(touched, 1) AS position, len(touched) AS touches, conversions, value FROM (SELECT {paths.Touches} AS touched, conversions, value FROM {PathTable.Name}))
        GROUP BY channel, position, touches ORDER BY ALL
        """,
        row => new Place(row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2), row.GetDouble(3), row.GetDouble(4)));

    private static IEnumerable<AttributedTotal> ByPlace(ModelWeight rule, IReadOnlyList<Place> places)
    {
        var shares = places.Select(p => p.Touches).Distinct().ToDictionary(n => n, n => Shares(rule, n));
        return places.GroupBy(p => p.Channel.Trim(), StringComparer.Ordinal).Select(channel => new AttributedTotal(
            rule.Model.Name, channel.Key, channel.Sum(p => p.Conversions * shares[p.Touches][p.Position - 1]), channel.Sum(p => p.Value * shares[p.Touches][p.Position - 1])));
    }

    private static IReadOnlyList<double> Shares(ModelWeight rule, int touches)
    {
        var journey = new Journey(DateTime.UnixEpoch, [.. Enumerable.Repeat(new JourneyTouch(null, DateTime.UnixEpoch), touches)]);
        return new TermEvaluator(journey).Shares(rule.Weight) ?? throw Unusable(rule, string.Create(CultureInfo.InvariantCulture, $"a path of {touches} touches"), 1);
    }

    private IEnumerable<AttributedTotal> ByChannel(ModelWeight rule)
    {
        var sql = new TermSql();
        var weight = sql.Write(rule.Weight);
        var found = $"""
            SELECT journey, trim(unnest(touched)) AS channel, generate_subscripts(touched, 1) AS position, len(touched)::DOUBLE AS {TermSql.Count}
            FROM (SELECT rowid AS journey, {paths.Touches} AS touched FROM temp.grouped_paths WHERE path <> '')
            """;
        var (touches, last) = CreditsStatement.WriteTouches(found, "channel", sql);
        var share = rule.Divided ? "weight / total" : "weight";
        var rows = session.Query(
            $"""
            WITH {touches},
            weighed AS MATERIALIZED (SELECT journey, channel, {weight} AS weight FROM {last}),
            sums AS MATERIALIZED (SELECT journey, fsum(weight) AS total, min(weight) AS least FROM weighed GROUP BY journey)
            SELECT channel, fsum({share} * conversions), fsum({share} * value),
              count(*) FILTER (WHERE least < 0 OR NOT isfinite(total) OR total <= 0), min(path) FILTER (WHERE least < 0 OR NOT isfinite(total) OR total <= 0)
            FROM weighed JOIN sums USING (journey) JOIN temp.grouped_paths p ON p.rowid = journey
            GROUP BY channel
            """,
            row => row.GetInt64(3) == 0
                ? new AttributedTotal(rule.Model.Name, row.GetString(0), row.GetDouble(1), row.GetDouble(2))
                : throw Unusable(rule, row.GetString(4), row.GetInt64(3)));
        return rows;
    }

    private static MeritException Unusable(ModelWeight rule, string path, long paths) =>
        new(AttributionRules.UnusableWeights.At(rule.Model.At, rule.Model.Name, path, paths));

    /// <summary>What journeys of a length brought that had a channel at a place.</summary>
    private sealed record Place(string Channel, int Position, int Touches, double Conversions, double Value);
}
