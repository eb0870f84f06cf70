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

        return Groups(question, scan, by, whole, spine, counted);
    }

    private static IEnumerable<(string Suffix, SqlSelect Query)> Groups(
        Question question, Scan scan, IReadOnlyList<(Dimension Dimension, string Column)> by, Frame? whole, Spine spine, bool counted)
    {
        if (spine.Frames(by, scan.Reading.Moves) is { } frames)
        {
            yield return ("", ScanQuery.Of(question, scan, new ScanSlice(new Frame(null, null, null), by, frames, counted, Totals.Never)));
        }

        if (question.Request.Total && whole is { } days)
        {
            yield return (" in total", ScanQuery.Of(question, scan, new ScanSlice(days, [], null, counted, Totals.Only)));
        }
    }
}
