using System.Globalization;
using System.Text.Json.Nodes;

namespace Merit.Samples.Tests.Reports;

/// <summary>Figures of files that no question gives as they are: what follows from others, worked out here again, and what loads say.</summary>
internal static class FileRules
{
    private const double Crumb = 1e-9;

    /// <summary>Whether a figure is what follows from others. Throws nothing: what it cannot explain has to be an answer.</summary>
    public static bool Explains(FileFigure cell, FileTable table, JsonNode runs, AskedFigures asked) => cell.Heading switch
    {
        "Change" => Change(cell, table),
        "Part of the change" => Part(cell, table, asked),
        "Time elapsed" => cell.Value is >= 0 and <= 1,
        _ when table.Name is "sources" or "sources-2" && table.Headings.Contains("Read") => Loaded(cell, runs),
        _ when cell.Cells[0] is "Rows rejected at load" => Sum(runs, "rejected") == cell.Value,
        _ when table.Name.StartsWith("scores", StringComparison.Ordinal) || table.Headings is [_, "Score", ..] => cell.Heading is not "Score" && Adds(cell, table),
        _ when cell.Heading.EndsWith(": from", StringComparison.Ordinal) => Beside(cell, table, 1) is { } most && Beside(cell, table, -1) is { } value && cell.Value <= value && value <= most,
        _ when cell.Heading.EndsWith(": to", StringComparison.Ordinal) => Beside(cell, table, -2) is { } value && value <= cell.Value,
        _ => false,
    };

    // What stands left of it was, and left of that is now.
    private static bool Change(FileFigure cell, FileTable table) => Beside(cell, table, -1) is { } before && Now(cell, table) is { } now
        && (Near(cell.Value, (now - before) / Math.Abs(before)) || Near(cell.Value, now - before));

    private static double? Now(FileFigure cell, FileTable table) =>
        Number(table.Rows[cell.Row][table.Headings.ToList().IndexOf(table.Headings[cell.Column - 1] is "Before that month" ? "In that month" : "Value")]);

    // A member's part: what it has more; of a ratio a/b the midpoint of both ways to hold the other side still.
    private static bool Part(FileFigure cell, FileTable table, AskedFigures asked)
    {
        var (before, now) = (Beside(cell, table, -2), Beside(cell, table, -1));
        var parts = Enumerable.Range(1, table.Rows.Count - 1).Where(r => table.Rows[r][0] != "Total").Sum(r => Number(table.Rows[r][cell.Column]) ?? 0);
        var total = table.Rows[^1];
        var change = (Number(total[cell.Column - 1]) ?? 0) - (Number(total[cell.Column - 2]) ?? 0);
        // All parts together are the change; a part of a sum is its own change.
        return Near(parts, change) && (cell.Cells[0] is "Total" ? Near(cell.Value, change) : IsRatio(table) || before is null || now is null || Near(cell.Value, now.Value - before.Value));

        bool IsRatio(FileTable of) => of.Name.Contains("cpl", StringComparison.Ordinal) || of.Name.Contains("roi", StringComparison.Ordinal);
    }

    private static bool Adds(FileFigure cell, FileTable table) => table.Headings.ToList().IndexOf("Score") is var score and > 0 && Number(cell.Cells[score]) is { } all
        && Math.Abs(cell.Cells.Skip(score + 1).Sum(c => Number(c) ?? 0) - all) < 1e-6;

    private static bool Loaded(FileFigure cell, JsonNode runs) => runs["sources"]?.AsArray().Any(s => $"{s?["source"]}" == cell.Cells[0] && s?[cell.Heading.ToLowerInvariant()]?.GetValue<double>() == cell.Value) == true;

    private static double Sum(JsonNode runs, string what) => runs["sources"]?.AsArray().Sum(s => s?[what]?.GetValue<double>() ?? 0) ?? 0;

    private static double? Beside(FileFigure cell, FileTable table, int columns) => Number(table.Rows[cell.Row][cell.Column + columns]);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Near(double one, double other) => Math.Abs(one - other) <= Crumb * Math.Max(1, Math.Abs(other));
}
