using System.Text;
using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Writes a table: it scrolls by itself on a narrow screen, below its title, and each cell knows its headers.</summary>
internal static class HtmlGrid
{
    /// <summary>A table under its title.</summary>
    public static string Titled(string title, Grid grid, string notes = "") =>
        Html.Raw("figure", "table", Html.Element("figcaption", "", title) + Write(title, grid) + notes);

    /// <summary>A table whose title stands elsewhere for those who see it.</summary>
    public static string Write(string title, Grid grid)
    {
        var text = new StringBuilder();
        text.Append($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{Html.Text(title)}\"><table>");
        text.Append(Html.Element("caption", "spoken", title)).Append("<thead><tr>");
        foreach (var column in grid.Columns)
        {
            var meaning = column.Meaning.Length == 0 ? "" : $" title=\"{Html.Text(column.Meaning)}\"";
            var order = column.Order switch { > 0 => " aria-sort=\"ascending\"", < 0 => " aria-sort=\"descending\"", _ => "" };
            text.Append($"<th scope=\"col\"{Class(column.Numeric ? "num" : column.Prose ? "prose" : "")}{meaning}{order}>{Heading(column)}</th>");
        }

        text.Append("</tr></thead><tbody>");
        foreach (var row in grid.Rows.Where(r => !r.Total))
        {
            text.Append(Row(grid, row));
        }

        text.Append("</tbody>");
        if (grid.Rows.Any(r => r.Total))
        {
            text.Append("<tfoot>").AppendJoin("", grid.Rows.Where(r => r.Total).Select(r => Row(grid, r))).Append("</tfoot>");
        }

        return text.Append("</table></div>").ToString();
    }

    private static string Heading(GridColumn column) => column is { SortedAt.Length: 0, DefinedAt.Length: > 0 }
        ? $"<a class=\"meaning\" href=\"{Html.Text(column.DefinedAt)}\">{Html.Text(column.Label)}</a>"
        : Html.Link(column.SortedAt, column.Label);

    private static string Row(Grid grid, GridRow row) =>
        "<tr>" + string.Concat(row.Cells.Select((cell, i) => i == 0
            ? $"<th scope=\"row\"{Class(grid.Columns[i].Numeric ? "num" : grid.Columns[i].Prose ? "prose" : "")}>{Inner(cell)}</th>"
            : $"<td{Class(Classes(grid.Columns[i], cell))}{Heat(cell)}>{Inner(cell)}</td>")) + "</tr>";

    private static string Heat(GridCell cell) => cell.Heat is { } heat ? $" style=\"--heat:{Html.Share(heat)}\"" : "";

    private static string Inner(GridCell cell)
    {
        var text = cell.Reason.Length == 0
            ? Html.Link(cell.At, cell.Text)
            : $"<span title=\"{Html.Text(cell.Reason)}\" aria-hidden=\"true\">{Html.Text(cell.Text)}</span>{Html.Spoken(cell.Reason)}";
        text += Html.Element("span", "under", cell.Under);
        text = cell.Choice.Length == 0 ? text : $"<input type=\"checkbox\" form=\"choice\" name=\"id\" value=\"{Html.Text(cell.Choice)}\" aria-label=\"{Html.Text(cell.Text)}\">{text}";
        return cell.Bar is { } bar
            ? $"<span class=\"bar\" aria-hidden=\"true\"><span class=\"{(bar < 0 ? "fill below" : "fill")}\" style=\"--share:{Html.Share(Math.Abs(bar))}\"></span></span>{text}"
            : text;
    }

    private static string Classes(GridColumn column, GridCell cell)
    {
        List<string> classes = [];
        if (column.Numeric)
        {
            classes.Add("num");
        }

        if (column.Prose)
        {
            classes.Add("prose");
        }

        if (cell.Bar is not null)
        {
            classes.Add("barred");
        }

        if (cell.Heat is not null)
        {
            classes.Add("heat");
        }

        if (cell.Reason.Length > 0)
        {
            classes.Add("none");
        }

        if (cell.Tone != Tone.Plain)
        {
            classes.Add(HtmlTone.Class(cell.Tone));
        }

        return string.Join(' ', classes);
    }

    private static string Class(string classes) => classes.Length == 0 ? "" : $" class=\"{classes}\"";
}

/// <summary>The class of a tone.</summary>
internal static class HtmlTone
{
    public static string Class(Tone tone) => tone switch { Tone.Good => "good", Tone.Bad => "bad", Tone.Warning => "warning", _ => "" };
}
