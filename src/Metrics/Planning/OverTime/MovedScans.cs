using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning.OverTime;

/// <summary>The queries of one scan: its rows once for the groups and, where these read other days than the total does, once more for the total.</summary>
internal static class MovedScans
{
    public static IEnumerable<(string Suffix, SqlSelect Query)> Of(Question question, Scan scan, Period period, Spine spine, bool counted)
    {
        var settings = question.Context.Settings;
        IReadOnlyList<(Dimension Dimension, string Column)> by = [.. question.By.Where(b => !scan.Reading.Over.Contains(b.Column, StringComparer.Ordinal))];
        var whole = Frame.Of(period).Moved(scan.Reading.Moves, settings.Today, settings.WeekStart);
        if (scan.Reading.Moves.Count == 0 || !by.Any(b => b.Dimension.Grain is not null))
        {
            return whole is { } days ? [("", ScanQuery.Of(question, scan, new ScanSlice(days, by, null, counted)))] : [];
        }

        return Groups(question, scan, by, period, whole, spine, counted);
    }

    private static IEnumerable<(string Suffix, SqlSelect Query)> Groups(
        Question question, Scan scan, IReadOnlyList<(Dimension Dimension, string Column)> by, Period period, Frame? whole, Spine spine, bool counted)
    {
        if (spine.Frames(by, scan.Reading.Moves) is { } frames)
        {
            yield return ("", ScanQuery.Of(question, scan, new ScanSlice(Reached(question, scan, by, period), by, frames, counted, Totals.Never)));
        }

        if (question.Request.Total && whole is { } days)
        {
            yield return (" in total", ScanQuery.Of(question, scan, new ScanSlice(days, [], null, counted, Totals.Only)));
        }
    }

    // The rows that any group can reach, so that the engine need not look at all: from the first day's own (and one more, for the clocks) to the period's end.
    private static Frame Reached(Question question, Scan scan, IReadOnlyList<(Dimension Dimension, string Column)> by, Period period)
    {
        var settings = question.Context.Settings;
        var finest = by.Select(b => b.Dimension.Grain).OfType<TimeGrain>().Min();
        var first = period.From is { } from ? new Frame(from, from.AddDays(1), TimeStep.Of(finest, 1)).Moved(scan.Reading.Moves, from, settings.WeekStart)?.From : null;
        return new Frame(first is { DayNumber: > 0 } day ? day.AddDays(-1) : first, period.To, null);
    }
}
