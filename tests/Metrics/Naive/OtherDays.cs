using Merit.Metrics.Requests;
using Merit.Metrics.Tests.Planning.OverTime;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Where a figure stands: its group (null for the total), by which moves other days are read, and which dimensions do not tell groups apart.</summary>
internal sealed record At(object?[]? Key, IReadOnlyList<string> Moves, IReadOnlyList<string> Over)
{
    public At Moved(string move) => this with { Moves = [.. Moves, move] };
}

/// <summary>The days of groups, and the days that are read instead of them.</summary>
internal static class OtherDays
{
    /// <summary>The days a figure reads, each move from the days of the one before it; null where none are meant.</summary>
    public static NaiveDays? Of(Scene scene, Request request, object?[]? key, IReadOnlyList<string> over, IReadOnlyList<string> moves)
    {
        NaiveDays? days = Own(scene, request, key, over).UntilToday(scene.Today);
        foreach (var move in moves)
        {
            days = days?.Moved(move, scene.Today);
        }

        return days;
    }

    // Those of the period that are in all of the group's weeks, months and so on.
    private static NaiveDays Own(Scene scene, Request request, object?[]? key, IReadOnlyList<string> over)
    {
        var days = NaiveDays.Of(request.Period);
        var grains = request.By.Select((b, i) => (Grain: over.Contains(b) ? null : TimeGrains.Of(b), Start: key?[i] as DateOnly?)).Where(g => g is { Grain: not null, Start: not null }).ToList();
        if (grains.Count == 0)
        {
            return days;
        }

        var all = Enumerable.Range(0, 366).Select(i => grains[0].Start.GetValueOrDefault().AddDays(i))
            .Where(d => days.Holds(d) && grains.TrueForAll(g => NaiveDays.Start(g.Grain.GetValueOrDefault(), d, scene.WeekStart) == g.Start)).ToList();
        var (unit, length) = grains.Min(g => g.Grain) switch { TimeGrain.Day => ('d', 1), TimeGrain.Week => ('w', 1), TimeGrain.Month => ('m', 1), TimeGrain.Quarter => ('m', 3), _ => ('m', 12) };
        return new NaiveDays(all[0], all[^1], unit, length);
    }
}
