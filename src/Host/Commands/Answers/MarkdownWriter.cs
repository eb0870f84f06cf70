using System.Text;

namespace Merit.Host.Commands.Answers;

/// <summary>A Markdown table with figures as readers see them.</summary>
internal static class MarkdownWriter
{
    private const string Special = @"\`*_{}[]<>#|~$&!";

    public static string Text(Listing listing)
    {
        var text = new StringBuilder();
        Line(text, listing.Labels ?? listing.Ids);
        Line(text, Enumerable.Range(0, listing.Ids.Count).Select(i => listing.Figures.Contains(i) ? "---:" : "---"), escape: false);
        foreach (var row in Cell.Texts(listing))
        {
            Line(text, row);
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells, bool escape = true) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(c => escape ? Escaped(c) : c)).Append(" |\n");

    // Data is shown as it is, never as markup.
    private static string Escaped(string cell)
    {
        var text = new StringBuilder();
        foreach (var letter in cell.ReplaceLineEndings(" "))
        {
            text.Append(Special.Contains(letter, StringComparison.Ordinal) ? "\\" : "").Append(letter);
        }

        return text.ToString();
    }
}
