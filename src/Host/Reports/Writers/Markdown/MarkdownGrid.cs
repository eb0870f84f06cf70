using System.Text;
using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Writers.Markdown;

/// <summary>Writes a table as GitHub's Markdown has it, padded so that it reads well as text too.</summary>
internal static class MarkdownGrid
{
    public static string Write(Grid grid)
    {
        List<string[]> rows = [[.. grid.Columns.Select(c => Cell(c.Label, total: false))]];
        rows.AddRange(grid.Rows.Select(r => r.Cells.Select(c => Cell(c.Text, r.Total) + (c.Under.Length == 0 ? "" : $" ({MarkdownText.Escape(c.Under)})")).ToArray()));
        var widths = grid.Columns.Select((_, column) => Math.Max(3, rows.Max(r => Width(r[column])))).ToArray();

        var text = new StringBuilder();
        Line(rows[0]);
        text.Append('|');
        for (var i = 0; i < widths.Length; i++)
        {
            text.Append(' ').Append('-', grid.Columns[i].Numeric ? widths[i] - 1 : widths[i]).Append(grid.Columns[i].Numeric ? ": |" : " |");
        }

        text.Append('\n');
        rows.Skip(1).ToList().ForEach(Line);
        return text.ToString();

        void Line(string[] cells)
        {
            text.Append('|');
            for (var i = 0; i < cells.Length; i++)
            {
                var space = widths[i] - Width(cells[i]);
                text.Append(' ').Append(' ', grid.Columns[i].Numeric ? space : 0).Append(cells[i]).Append(' ', grid.Columns[i].Numeric ? 0 : space).Append(" |");
            }

            text.Append('\n');
        }
    }

    private static string Cell(string text, bool total)
    {
        var escaped = MarkdownText.Escape(text);
        return total && escaped.Length > 0 ? $"**{escaped}**" : escaped;
    }

    // Chinese characters take two columns of a fixed-width font.
    private static int Width(string text) => text.Sum(c => c >= '\u1100' && c is (<= '\u115F' or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFF60') or (>= '\uFFE0' and <= '\uFFE6')) ? 2 : 1);
}
