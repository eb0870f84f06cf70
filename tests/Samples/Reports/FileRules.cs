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
        _ when table.Headings is [_, "Score", ..] => cell.Heading is not "Score" && Adds(cell, table),
        _ when cell.Heading.EndsWith(": from", StringComparison.Ordinal) => Beside(cell, table, 1) is { } most && Beside(cell, table, -1) is { } value && cell.Value <= value && value <= most,
        _ when cell.Heading.EndsWith(": to", StringComparison.Ordinal) => Beside(cell, table, -2) is { } value && value <= cell.Value,
        _ => false,
    };

    // What stands left of it was, and left of that is now.
    private static bool Change(FileFigure cell, FileTable table) => Beside(cell, table, -1) is { } before && Now(cell, table) is { } now
        && (Near(cell.Value, (now - before) / Math.Abs(before)) || Near(cell.Value, now - before));

    private static double? Now(FileFigure cell, FileTable table) =>
        Number(table.Rows[cell.Row][table.Headings.ToList().IndexOf(table.Headings[cell.Column - 1] is "Before that month" ? "In that month" : "Value")]);

    // A member's part of a sum is what it has more. Of a ratio a/b it is what its own a and b do to it, each change weighed by the mean of the other side before and now.
    private static bool Part(FileFigure cell, FileTable table, AskedFigures asked)
    {
        var (before, now) = (table.Headings[cell.Column - 2], table.Headings[cell.Column - 1]);
        var total = table.Rows[^1];
        var change = (Number(total[cell.Column - 1]) ?? 0) - (Number(total[cell.Column - 2]) ?? 0);
        var all = Enumerable.Range(1, table.Rows.Count - 2).Sum(r => Number(table.Rows[r][cell.Column]) ?? 0);
        if (!Near(all, change) || cell.Cells[0] is "Total" || Beside(cell, table, -1) is null && Beside(cell, table, -2) is null && cell.Cells[1].Length + cell.Cells[2].Length == 0)
        {
            return Near(all, change) && (cell.Cells[0] is not "Total" || Near(cell.Value, change));
        }

        var name = table.Name["what-moved-".Length..table.Name.LastIndexOf("-by-", StringComparison.Ordinal)];
        if (asked.Called(name).Where(asked.Ratios.ContainsKey).Select(id => asked.Ratios[id]).FirstOrDefault() is not { Over: { } over, Under: { } under })
        {
            return Near(cell.Value, (Beside(cell, table, -1) ?? 0) - (Beside(cell, table, -2) ?? 0));
        }

        var (a0, a1, b0, b1) = (asked.Of(over, before, null), asked.Of(over, now, null), asked.Of(under, before, null), asked.Of(under, now, null));
        var (da, db) = (Change(over), Change(under));
        return Near(cell.Value, (da * ((1 / b0) + (1 / b1)) / 2) + (db / (b1 - b0) * ((1 / b1) - (1 / b0)) * (a0 + a1) / 2));

        double Change(string metric) => asked.Of(metric, now, cell.Cells[0]) - asked.Of(metric, before, cell.Cells[0]);
    }

    // The parts are the score, and each is its points by its weight.
    private static bool Adds(FileFigure cell, FileTable table)
    {
        var parts = Enumerable.Range(2, cell.Cells.Count - 2).Where(c => c + 2 < cell.Cells.Count && table.Headings[c + 1] == $"{table.Headings[c]}: points").ToList();
        return Number(cell.Cells[1]) is { } all && Near(parts.Sum(c => Number(cell.Cells[c]) ?? 0), all, 1e-6)
            && parts.Where(c => cell.Column - c is >= 0 and < 3).All(c => Near((Number(cell.Cells[c + 1]) ?? 0) * (Number(cell.Cells[c + 2]) ?? 0), Number(cell.Cells[c]) ?? 0, 1e-6)) && parts.Exists(c => cell.Column - c is >= 0 and < 3);
    }

    private static bool Loaded(FileFigure cell, JsonNode runs) => runs["sources"]?.AsArray().Any(s => $"{s?["source"]}" == cell.Cells[0] && s?[cell.Heading.ToLowerInvariant()]?.GetValue<double>() == cell.Value) == true;

    private static double Sum(JsonNode runs, string what) => runs["sources"]?.AsArray().Sum(s => s?[what]?.GetValue<double>() ?? 0) ?? 0;

    private static double? Beside(FileFigure cell, FileTable table, int columns) => Number(table.Rows[cell.Row][cell.Column + columns]);

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Near(double one, double other, double crumb = Crumb) => Math.Abs(one - other) <= crumb * Math.Max(1, Math.Abs(other));
}
