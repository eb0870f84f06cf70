using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Tests.Planning.OverTime;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Which groups an answer has: those of the rows it reads and, where measures read other days, every group of days there is.</summary>
internal sealed class GroupsOfRows(Scene scene, Asked asked, Request request, FilteredRows rows)
{
    public IReadOnlyList<object?[]> All()
    {
        // A balance or a fixed fact makes no group of its own beside facts of the period.
        var readings = asked.Metrics.SelectMany(m => Readings(m, [])).Where(r => !(request.By.Any(FilteredRows.IsTime) && r.Counted.Span != Span.Period)).ToList();
        var making = readings.Exists(r => r.Counted.Span == Span.Period) ? readings.Where(r => r.Counted.Span == Span.Period).ToList() : readings;
        var plain = making.Where(r => r.Moves.Count == 0).SelectMany(r => rows.Of(r.Counted).Where(row => InPeriod(r.Counted, row))).Select(row => row.Key).ToList();
        var moved = making.Where(r => r.Moves.Count > 0).ToList();
        var times = request.By.Count(FilteredRows.IsTime);
        if (moved.Count == 0 || times == 0)
        {
            return Distinct(plain.Concat(moved.SelectMany(r => Read(r, null))));
        }

        var buckets = Buckets(making).ToList();
        var found = plain.Concat(buckets.SelectMany(bucket => moved.SelectMany(r => Read(r, bucket)))).ToList();
        var others = times == request.By.Count ? [new object?[request.By.Count]] : Distinct(found.Select(k => request.By.Select((b, i) => FilteredRows.IsTime(b) ? null : k[i]).ToArray()));
        var dense = buckets.Where(b => b.Max(v => v as DateOnly?) <= scene.Today)
            .SelectMany(bucket => others.Select(other => other.Select((v, i) => FilteredRows.IsTime(request.By[i]) ? bucket[i] : v).ToArray()));
        return Distinct(found.Concat(dense));
    }

    // An aggregate that takes all rows whatever the period takes them whatever the move.
    private static IEnumerable<(Counted Counted, IReadOnlyList<string> Moves)> Readings(Figured figured, IReadOnlyList<string> moves) => figured switch
    {
        Counted counted => [(counted, counted.Span == Span.AllTime ? [] : moves)],
        Moved moved => Readings(moved.Inner, [.. moves, moved.Move]),
        Changed changed => Readings(changed.Inner, [.. moves, "today"]).Concat(Readings(changed.Inner, [.. moves, changed.How == "YearOnYear" ? "year_ago" : "previous"])),
        _ => figured.Parts.SelectMany(p => Readings(p, moves)),
    };

    private bool InPeriod(Counted counted, Placed row) => counted.Span switch
    {
        Span.Period => NaiveDays.Of(request.Period).Holds(row.Day),
        Span.ToDate => request.Period.To is not { } to || row.Day < to,
        _ => true,
    };

    private IEnumerable<object?[]> Read((Counted Counted, IReadOnlyList<string> Moves) reading, object?[]? bucket) =>
        OtherDays.Of(scene, request, bucket, [], reading.Moves) is not { } days ? []
        : rows.Of(reading.Counted).Where(r => r.Day is not null && (reading.Counted.Span == Span.Period ? days.Holds(r.Day) : r.Day <= days.Last))
            .Select(r => r.Key.Select((v, i) => FilteredRows.IsTime(request.By[i]) ? bucket?[i] : v).ToArray());

    // Every group of days between the period's ends, or between the first and the last row there is.
    private IEnumerable<object?[]> Buckets(IReadOnlyList<(Counted Counted, IReadOnlyList<string> Moves)> readings)
    {
        var days = NaiveDays.Of(request.Period);
        var known = readings.SelectMany(r => rows.Of(r.Counted)).Select(r => r.Day).OfType<DateOnly>().Where(d => days.Holds(d)).ToList();
        var (first, last) = (days.First ?? (known.Count == 0 ? null : known.Min()), days.Last ?? (known.Count == 0 ? null : known.Max()));
        var all = new List<object?[]>();
        for (var day = first; day <= last; day = day.Value.AddDays(1))
        {
            all.Add([.. request.By.Select(b => TimeGrains.Of(b) is { } grain ? (object?)NaiveDays.Start(grain, day.Value, scene.WeekStart) : null)]);
        }

        return Distinct(all);
    }

    private static IReadOnlyList<object?[]> Distinct(IEnumerable<object?[]> keys) => [.. keys.DistinctBy(RowByRow.Text, StringComparer.Ordinal)];
}
