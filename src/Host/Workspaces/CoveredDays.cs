using System.Globalization;
using System.Text.Json.Nodes;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary>A run of days, both ends inclusive.</summary>
internal sealed record Days(DateOnly From, DateOnly To);

/// <summary>The days a source answers for: a year, a month, a day, or a half-open range of days.</summary>
internal static class CoveredDays
{
    public static ScalarShape<Days> Shape { get; } = new(
        "a run of days", "2025, 2025-03, 2025-03-31 or 2025-01-01..2026-01-01 (without its last day)", Parse,
        () => new JsonObject { ["type"] = new JsonArray("string", "integer") });

    private static Days? Parse(string text)
    {
        if (text.Split("..") is [var from, var to])
        {
            return Day(from) is { } first && Day(to) is { } end && end > first ? new Days(first, end.AddDays(-1)) : null;
        }

        if (Day(text) is { } day)
        {
            return new Days(day, day);
        }

        if (Exact(text, "yyyy-MM") is { } month)
        {
            return new Days(month, month.AddMonths(1).AddDays(-1));
        }

        return Exact(text, "yyyy") is { } year ? new Days(year, year.AddYears(1).AddDays(-1)) : null;
    }

    private static DateOnly? Day(string text) => Exact(text.Trim(), "yyyy-MM-dd");

    private static DateOnly? Exact(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year < 9999 ? day : null;
}
