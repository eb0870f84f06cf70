using System.Collections.Concurrent;
using System.Globalization;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>
/// Turns the clock of a zone into UTC, inside the engine. A time that the clock jumps over in spring counts as if the clock had not jumped
/// (02:30 is 03:30); a time that comes twice in autumn is the first of the two.
/// </summary>
internal static class ZoneClock
{
    private static readonly ConcurrentDictionary<string, List<(DateTime From, TimeSpan Offset)>> AllSpans = new(StringComparer.Ordinal);

    private static readonly DateTime First = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Last = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>An expression for the instant (a timestamp in UTC) of a local timestamp.</summary>
    /// <param name="local">An expression, a column name: it is repeated.</param>
    /// <param name="zone">The zone whose clock it is.</param>
    /// <param name="values">The first and last local time there is; the expression is only as long as the jumps between them need.</param>
    public static string ToUtc(string local, TimeZoneInfo zone, (DateTime First, DateTime Last) values)
    {
        var spans = AllSpans.GetOrAdd(zone.Id, _ => Spans(zone));
        var first = Math.Max(spans.FindLastIndex(s => s.From <= values.First), 0);
        return Tree(local, [.. spans.Skip(first).TakeWhile((s, i) => i == 0 || s.From <= values.Last)]);
    }

    // From which local time on which offset holds. Around a jump both clocks could be meant: the one before it counts.
    private static List<(DateTime From, TimeSpan Offset)> Spans(TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(First);
        List<(DateTime From, TimeSpan Offset)> spans = [(DateTime.MinValue, offset)];
        for (var day = First; day < Last; day = day.AddDays(1))
        {
            var next = zone.GetUtcOffset(day.AddDays(1));
            if (next == offset)
            {
                continue;
            }

            var (low, high) = (day, day.AddDays(1));
            while (high - low > TimeSpan.FromSeconds(1))
            {
                var middle = low + new TimeSpan((high - low).Ticks / 2);
                (low, high) = zone.GetUtcOffset(middle) == offset ? (middle, high) : (low, middle);
            }

            var jump = new DateTime(high.Ticks - (high.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
            spans.Add((jump + (next > offset ? next : offset), next));
            offset = next;
        }

        return spans;
    }

    // A balanced tree: a row takes as many comparisons as the logarithm of the number of jumps.
    private static string Tree(string local, IReadOnlyList<(DateTime From, TimeSpan Offset)> spans)
    {
        if (spans is [(_, var only)])
        {
            return Shifted(local, only);
        }

        var middle = spans.Count / 2;
        var boundary = spans[middle].From.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        return $"CASE WHEN {local} < TIMESTAMP '{boundary}' THEN {Tree(local, [.. spans.Take(middle)])} ELSE {Tree(local, [.. spans.Skip(middle)])} END";
    }

    private static string Shifted(string local, TimeSpan offset) => offset == TimeSpan.Zero
        ? local
        : string.Create(CultureInfo.InvariantCulture, $"{local} - to_seconds({(long)offset.TotalSeconds})");
}
