using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Host.Workspaces.Keys;
using Merit.Metrics.Requests;

namespace Merit.Host.Workspaces;

/// <summary>A run of days, both ends inclusive.</summary>
internal sealed record Days(DateOnly From, DateOnly To);

/// <summary>The days a source answers for: a year, quarter, month or day, or a half-open range of days. Nothing relative: a file does not move with time.</summary>
internal static class CoveredDays
{
    public static ScalarShape<Days> Shape { get; } = new(
        "a run of days", "2025, 2025-Q1, 2025-03, 2025-03-31 or 2025-01-01..2026-01-01 (without its last day)", Parse,
        () => new JsonObject { ["type"] = new JsonArray("string", "integer") });

    private static Days? Parse(string text)
    {
        if (text.Length == 0 || !char.IsAsciiDigit(text[0]) || text.Contains('W', StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return PeriodParser.Parse(text, DateOnly.MinValue, DayOfWeek.Monday) is { From: { } from, To: { } to } ? new Days(from, to.AddDays(-1)) : null;
        }
        catch (MeritException)
        {
            return null;
        }
    }
}
