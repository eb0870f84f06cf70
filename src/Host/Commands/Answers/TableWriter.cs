using Spectre.Console;

namespace Merit.Host.Commands.Answers;

/// <summary>A table for the terminal, with figures as readers see them.</summary>
internal static class TableWriter
{
    // Wide enough that no figure is ever cut; a terminal wraps what does not fit.
    private const int Width = 100_000;

    private const int ProseWidth = 150;

    public static string Text(Listing listing)
    {
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < listing.Ids.Count; i++)
        {
            var column = new TableColumn(new Text((listing.Labels ?? listing.Ids)[i]));
            column.NoWrap = !listing.Prose || i == 0;
            table.AddColumn(listing.Figures.Contains(i) ? column.RightAligned() : column);
        }

        var texts = Cell.Texts(listing);
        for (var i = 0; i < texts.Count; i++)
        {
            if (listing.HasTotal && i == texts.Count - 1 && i > 0)
            {
                table.AddEmptyRow();
            }

            table.AddRow(texts[i].Select(t => new Text(OneLine(t))));
        }

        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = listing.Prose ? ProseWidth : Width;
        console.Write(table);
        return string.Join('\n', writer.ToString().Split('\n').Select(l => l.TrimEnd())).Trim('\n');
    }

    // A control character in data must not move the cursor of a terminal.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
