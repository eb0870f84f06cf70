using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>Measures over other days and other groups, worked out row by row. It knows nothing of the planner: for every figure it lists the days and keeps the rows.</summary>
internal sealed class NaiveOverTime(RandomCompany company, Request request, TimeZoneInfo zone, DayOfWeek weekStart, DateOnly today)
{
    private static readonly string[] Measures = ["lead_score_median", "mqls_by_date", "lead_score", "new_leads", "revenue", "buyers", "cost", "cpl"];

    private readonly NaiveRows rows = new(company, zone);

    /// <summary>The groups and their figures.</summary>
    public Dictionary<string, double?[]> Groups()
    {
        var keys = Keys();
        return keys.ToDictionary(NaiveAnswers.Text, key => request.Metrics.Select(m => Figure(m, key, keys)).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The figures of the total.</summary>
    public double?[] Total() => [.. request.Metrics.Select(m => Figure(m, null, []))];

    private double? Figure(string metric, object?[]? key, IReadOnlyList<object?[]> keys)
    {
        var (measure, how) = Read(metric);
        double? Share(string moves, params string[] over) => over.Any(o => !request.By.Contains(o)) ? null
            : Divided(Of(measure, moves, key), key is null ? Of(measure, moves, key) : Of(measure, moves, key, over));
        return how switch
        {
            "change" => Of(measure, "today", key) - Of(measure, "previous", key),
            "percent_change" => Change(Of(measure, "today", key), Of(measure, "previous", key)),
            "year_on_year" => Change(Of(measure, "today", key), Of(measure, "year_ago", key)),
            "share_of_channel" => Share("", "channel"),
            "share_of_campaign" => Share("", "campaign"),
            "share_of_month" => Share("", "month"),
            "rolling_share" => Share("rolling_28_days", "channel"),
            "share" => Share("", [.. request.By]),
            "rank" => Rank(measure, key, keys, request.By.Any(b => TimeGrains.Of(b) is null) ? [.. request.By.Where(b => TimeGrains.Of(b) is null)] : request.By),
            "channel_rank" => Rank(measure, key, keys, [.. request.By.Where(b => b == "channel")]),
            _ => Of(measure, how, key),
        };
    }

    private double? Rank(string measure, object?[]? key, IReadOnlyList<object?[]> keys, IReadOnlyList<string> among)
    {
        if (key is null || among.Count == 0 || Of(measure, "", key) is not { } own)
        {
            return null;
        }

        string Rest(object?[] values) => NaiveAnswers.Text(values.Where((_, i) => !among.Contains(request.By[i])));
        var peers = keys.Where(k => Rest(k) == Rest(key)).Select(k => Of(measure, "", k)).OfType<double>();
        return 1 + peers.Count(p => measure is "cost" or "cpl" ? p < own : p > own);
    }

    // The moves as they are written from left to right in the metric's id; the last one written turns the figure's own days.
    private double? Of(string measure, string moves, object?[]? key, params string[] over)
    {
        var days = Days(key, over);
        var undated = key is not null && request.By.Where((b, i) => TimeGrains.Of(b) is not null && key[i] is null).Any();
        if (moves.Length > 0)
        {
            NaiveDays? moved = undated ? null : days.UntilToday(today);
            foreach (var move in Moves(moves).Reverse())
            {
                moved = moved?.Moved(move, today);
            }

            if (moved is null)
            {
                return null;
            }

            days = moved;
        }

        bool InGroup(NaiveRow row) => key is null || request.By.Select((b, i) => over.Contains(b) || (moves.Length > 0 && TimeGrains.Of(b) is not null)
            || Equals(row.Value(b, weekStart), key[i])).All(same => same);
        return NaiveRows.Value(measure, [.. rows.Of(measure).Where(r => days.Holds(r.Day) && (moves.Length == 0 || r.Day is not null) && Passes(r) && InGroup(r))]);
    }

    // The days of a group: those of the period that are in all its weeks, months and so on.
    private NaiveDays Days(object?[]? key, params string[] over)
    {
        var days = NaiveDays.Of(request.Period);
        var grains = request.By.Select((b, i) => (Grain: over.Contains(b) ? null : TimeGrains.Of(b), Start: key?[i] as DateOnly?)).Where(g => g is { Grain: not null, Start: not null }).ToList();
        if (grains.Count == 0)
        {
            return days;
        }

        var all = Enumerable.Range(0, 366).Select(i => grains[0].Start.GetValueOrDefault().AddDays(i))
            .Where(d => days.Holds(d) && grains.TrueForAll(g => NaiveDays.Start(g.Grain.GetValueOrDefault(), d, weekStart) == g.Start)).ToList();
        var (unit, length) = grains.Min(g => g.Grain) switch { TimeGrain.Day => ('d', 1), TimeGrain.Week => ('w', 1), TimeGrain.Month => ('m', 1), TimeGrain.Quarter => ('m', 3), _ => ('m', 12) };
        return new NaiveDays(all[0], all[^1], unit, length);
    }

    private IReadOnlyList<object?[]> Keys()
    {
        if (request.By.Count == 0)
        {
            return [[]];
        }

        var plain = request.Metrics.SelectMany(Readings).Where(r => r.Moves.Length == 0)
            .SelectMany(r => rows.Of(r.Measure).Where(row => NaiveDays.Of(request.Period).Holds(row.Day) && Passes(row)).Select(Key)).ToList();
        var moved = request.Metrics.SelectMany(Readings).Where(r => r.Moves.Length > 0).ToList();
        if (moved.Count == 0)
        {
            return Distinct(plain);
        }

        var times = request.By.Where(b => TimeGrains.Of(b) is not null).ToList();
        if (times.Count == 0)
        {
            return Distinct(plain.Concat(moved.SelectMany(r => InFrame(r, null))));
        }

        var buckets = Buckets().ToList();
        var found = plain.Concat(buckets.SelectMany(bucket => moved.SelectMany(r => InFrame(r, bucket)))).ToList();
        var others = times.Count == request.By.Count ? [new object?[request.By.Count]] : Distinct(found.Select(k => request.By.Select((b, i) => TimeGrains.Of(b) is null ? k[i] : null).ToArray()));
        var dense = buckets.Where(b => b.Max(v => v as DateOnly?) <= today)
            .SelectMany(bucket => others.Select(other => other.Select((v, i) => TimeGrains.Of(request.By[i]) is null ? v : bucket[i]).ToArray()));
        return Distinct(found.Concat(dense));
    }

    // Every group of days between the period's ends, or between the first and the last row there is.
    private IEnumerable<object?[]> Buckets()
    {
        var days = NaiveDays.Of(request.Period);
        var known = request.Metrics.SelectMany(Readings).SelectMany(r => rows.Of(r.Measure)).Where(Passes).Select(r => r.Day).OfType<DateOnly>().Where(d => days.Holds(d)).ToList();
        var (first, last) = (days.First ?? (known.Count == 0 ? null : known.Min()), days.Last ?? (known.Count == 0 ? null : known.Max()));
        for (var day = first; day <= last; day = day.Value.AddDays(1))
        {
            yield return [.. request.By.Select(b => TimeGrains.Of(b) is { } grain ? (object?)NaiveDays.Start(grain, day.Value, weekStart) : null)];
        }
    }

    private readonly Dictionary<string, List<object?[]>> inFrame = new(StringComparer.Ordinal);

    private List<object?[]> InFrame((string Measure, string Moves) reading, object?[]? bucket)
    {
        var id = $"{reading} {(bucket is null ? "" : NaiveAnswers.Text(bucket))}";
        if (!inFrame.TryGetValue(id, out var known))
        {
            NaiveDays? days = Days(bucket).UntilToday(today);
            foreach (var move in Moves(reading.Moves).Reverse())
            {
                days = days?.Moved(move, today);
            }

            inFrame[id] = known = days is null ? [] : [.. rows.Of(reading.Measure).Where(r => r.Day is not null && days.Holds(r.Day) && Passes(r))
                .Select(r => request.By.Select((b, i) => TimeGrains.Of(b) is null ? r.Value(b, weekStart) : bucket?[i]).ToArray())];
        }

        return known;
    }

    private object?[] Key(NaiveRow row) => [.. request.By.Select(b => row.Value(b, weekStart))];

    private static IReadOnlyList<object?[]> Distinct(IEnumerable<object?[]> keys) => [.. keys.DistinctBy(NaiveAnswers.Text, StringComparer.Ordinal)];

    private bool Passes(NaiveRow row) => request.Where.All(f => f.Values.Contains(row.Value(f.Dimension, weekStart) as string) != (f.Operator is FilterOperator.NotEqual or FilterOperator.NotIn));

    private static (string Measure, string How) Read(string metric)
    {
        var measure = Measures.First(m => metric == m || metric.StartsWith(m + "_", StringComparison.Ordinal));
        return (measure, metric.Length == measure.Length ? "" : metric[(measure.Length + 1)..]);
    }

    private static IEnumerable<(string Measure, string Moves)> Readings(string metric)
    {
        var (measure, how) = Read(metric);
        return how switch
        {
            "change" or "percent_change" => [(measure, "today"), (measure, "previous")],
            "year_on_year" => [(measure, "today"), (measure, "year_ago")],
            "rolling_share" => [(measure, "rolling_28_days")],
            _ when how.Contains("share", StringComparison.Ordinal) || how.Contains("rank", StringComparison.Ordinal) => [(measure, "")],
            _ => [(measure, how)],
        };
    }

    private static IEnumerable<string> Moves(string how)
    {
        string[] known = ["rolling_28_days", "rolling_2_weeks", "rolling_3_months", "cumulative", "mtd", "qtd", "ytd", "previous", "year_ago", "today"];
        while (how.Length > 0)
        {
            var move = known.First(k => how.StartsWith(k, StringComparison.Ordinal));
            yield return move;
            how = how[move.Length..].TrimStart('_');
        }
    }

    private static double? Divided(double? value, double? by) => by is null or 0 ? null : value / by;

    private static double? Change(double? now, double? before) => before is null or 0 ? null : (now - before) / Math.Abs(before.Value);
}
