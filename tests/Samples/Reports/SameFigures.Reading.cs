using System.Globalization;
using AngleSharp.Dom;
using Markdig;
using Merit.Metrics.Results;

namespace Merit.Samples.Tests.Reports;

/// <summary>How the formats are read.</summary>
internal static partial class SameFigures
{
    private static Dictionary<string, int> Figures(string text) => Figure().Matches(text).GroupBy(m => m.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>What a page shows, without some of it. Text of neighbouring elements does not grow together.</summary>
    private static string Visible(ReadReport report, string without)
    {
        var body = (IElement?)report.Page.QuerySelector("main")?.Clone() ?? throw new InvalidOperationException(report.Name);
        foreach (var hidden in body.QuerySelectorAll($"script, style, .spoken, caption, summary, [hidden], .skip{(without.Length == 0 ? "" : ", " + without)}").ToList())
        {
            hidden.Remove();
        }

        return string.Join(' ', Texts(body));
    }

    private static IEnumerable<string> Texts(INode? node) => node is null ? [] : node.NodeType == NodeType.Text ? [node.TextContent] : node.ChildNodes.SelectMany(Texts);

    // Markdown as its readers see it.
    private static string Plain(string markdown) => string.Join(' ', Texts(Parsed(markdown)));

    private static IElement? Parsed(string markdown) =>
        new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build())).Body;

    private static List<(string Title, List<List<string>> Rows)> MarkdownTables(string markdown) =>
    [
        .. Parsed(markdown)?.QuerySelectorAll("table").Select(t => (
            TitleOf(t), t.QuerySelectorAll("tr").Select(r => r.Children.Select(c => SmallPrint().Replace(c.TextContent.Trim(), "")).ToList()).ToList())) ?? [],
    ];

    // Between a title and its table may stand a drawing, and which colour of it is which.
    private static string TitleOf(IElement table)
    {
        var before = table.PreviousElementSibling;
        while (before is { LocalName: "pre" } || before?.TextContent.StartsWith("\U0001F7E6", StringComparison.Ordinal) == true)
        {
            before = before.PreviousElementSibling;
        }

        return before?.TextContent ?? "";
    }

    // What stands in small below a figure is a column of its own in files.
    private static string Shown(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var other in copy.QuerySelectorAll(".spoken, .under, .bar").ToList())
        {
            other.Remove();
        }

        return copy.TextContent.Trim();
    }

    /// <summary>Where in a file the columns of a page's table stand: between those of the figures below others.</summary>
    private static List<int> OwnColumns(IReadOnlyList<string> headings, int count)
    {
        var own = Enumerable.Range(0, headings.Count).Where(i => i == 0 || !headings.Take(i).Any(h => headings[i].StartsWith(Bare(h) + ": ", StringComparison.Ordinal))).ToList();
        Assert.True(own.Count >= count, string.Join(", ", headings));
        return own;
    }

    private static string Bare(string heading) => UnitsByName.Keys.Select(u => $" ({u})").FirstOrDefault(u => heading.EndsWith(u, StringComparison.Ordinal)) is { } unit ? heading[..^unit.Length] : heading;

    private static Unit UnitOf(IReadOnlyList<IReadOnlyList<string>> csv, int row, int column)
    {
        var named = UnitsByName.Where(u => csv[0][column].EndsWith($" ({u.Key})", StringComparison.Ordinal)).Select(u => (Unit?)u.Value).FirstOrDefault();
        return named ?? (csv[0][column] is "Change" ? Unit.Percent : csv[0][^1] is "Unit" ? UnitsByName.GetValueOrDefault(csv[row][^1], Unit.Number) : Unit.Number);
    }

    private static string Text(string cell, Unit unit) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Format.Text(number, unit) : cell;

    /// <summary>A cell of a file in all ways in which a page may show it.</summary>
    private static string Written(string cell, Unit unit) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        // Some metrics have a format of their own, with a digit behind the point.
        ? string.Create(CultureInfo.InvariantCulture, $"{Format.Text(number, unit)} {Points(number, unit)} {(unit is Unit.Percent ? $"{100 * number:0.0}%" : "")}")
        : cell;

    /// <summary>A row of key figures as a card shows it.</summary>
    private static string Of(IReadOnlyList<IReadOnlyList<string>> file, IReadOnlyList<string> row, Unit unit) =>
        string.Join(' ', row.Select((cell, c) => Written(cell, file[0][c] is "Change" && unit is not Unit.Score ? Unit.Percent : unit)));

    private static string Points(double number, Unit unit) => Format.Change(new Figure(number, NoValue.None) { Compared = 0 }, new MetricColumn("", "", "", unit, false));

    private static bool IsCell(string written, SheetCell cell) => cell.Number is not { } number ? written.TrimStart('\'') == cell.Text.TrimStart('\'')
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateOnly.FromDateTime(DateTime.FromOADate(number)) == day
        : double.Parse(written, CultureInfo.InvariantCulture) == number;
}
