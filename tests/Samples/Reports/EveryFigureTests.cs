using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Markdig;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports;
using Merit.Metrics.Results;

namespace Merit.Samples.Tests.Reports;

/// <summary>A figure is the same wherever it stands: every figure of every built-in report is read out of HTML, Markdown, CSV, PDF and the interface for programs.</summary>
public sealed partial class EveryFigureTests(RenderedLibrary library) : IClassFixture<RenderedLibrary>
{
    private static readonly FigureFormat Format = new("en", "CNY");

    private static readonly Dictionary<string, Unit> UnitsByName = new(StringComparer.Ordinal) { ["CNY"] = Unit.Money, ["1 = 100%"] = Unit.Percent, ["days"] = Unit.Days, ["0 to 100"] = Unit.Score };

    public static TheoryData<string> Reports { get; } = new(RenderedLibrary.Names);

    [Theory]
    [MemberData(nameof(Reports))]
    public void Tables_hold_the_same_on_the_page_in_text_and_in_files(string report)
    {
        var page = library.Page(report);
        var text = MarkdownTables(library.Markdown(report));
        var files = library.Tables(report);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var compared = 0;
        foreach (var table in page.QuerySelectorAll("main table"))
        {
            var title = table.QuerySelector("caption")?.TextContent ?? "";
            var name = Enumerable.Range(1, 20).Select(n => Slug.Of(title, 60) + (n == 1 ? "" : $"-{n}")).First(taken.Add);
            Assert.True(files.TryGetValue(name, out var csv), $"{report}: no file for '{title}'");
            var shown = table.QuerySelectorAll("tr").Select(r => r.Children.Select(Shown).ToList()).ToList();
            Assert.Equal(shown.Count, csv.Count);
            var markdown = text.FirstOrDefault(t => t.Title == title && t.Rows.Count == shown.Count && t.Rows[0].SequenceEqual(shown[0]));
            Assert.True(markdown.Rows is not null, $"{report}: no table in the text for '{title}'");
            for (var r = 1; r < shown.Count; r++)
            {
                for (var c = 0; c < shown[r].Count; c++)
                {
                    Assert.Equal(shown[r][c], markdown.Rows[r][c]);
                    var unit = UnitOf(csv, r, c);
                    AssertSame($"{report}, {title}, row {r}, column {c}", shown[r][c], csv[r][c], unit);
                    compared++;
                }
            }
        }

        Assert.True(compared > 20, $"{report}: {compared} cells");
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Key_figures_are_the_same_on_the_page_in_text_and_in_files(string report)
    {
        var cards = library.Page(report).QuerySelectorAll(".kpi").Select(k => (Label: k.QuerySelector("dt")?.TextContent ?? "", Value: k.QuerySelector(".value")?.TextContent ?? "")).ToList();
        var text = library.Markdown(report);
        var rows = library.Tables(report).Where(t => t.Key.StartsWith("key-figures", StringComparison.Ordinal)).SelectMany(t => t.Value.Skip(1)).ToList();

        Assert.Equal(cards.Select(c => c.Label).Order(StringComparer.Ordinal), rows.Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.All(cards, card =>
        {
            Assert.Contains($"- **{card.Label}**: {card.Value}", text, StringComparison.Ordinal);
            var row = rows.First(r => r[0] == card.Label);
            AssertSame($"{report}, {card.Label}", card.Value, row[1], UnitsByName.GetValueOrDefault(row[^1], Unit.Number));
        });
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public void Paper_has_every_figure_of_the_page(string report)
    {
        Assert.SkipWhen(library.Paper(report) is null, "There is no Chromium.");
        Assert.SkipUnless(PaperText.Installed, "pdftotext is not installed.");

        var page = library.Page(report);
        foreach (var hidden in page.QuerySelectorAll("script, style, details, .spoken, [hidden], .skip").ToList())
        {
            hidden.Remove();
        }

        var paper = Figures(PaperText.Of(library.Paper(report) ?? ""));
        // Text of neighbouring elements must not grow together.
        var shown = Figures(string.Join(' ', Texts(page.Body)));

        Assert.NotEmpty(shown);
        Assert.All(shown, figure => Assert.True(paper.GetValueOrDefault(figure.Key) >= figure.Value, $"{figure.Key}: {figure.Value} on the page, {paper.GetValueOrDefault(figure.Key)} on paper"));
    }

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Programs_get_the_figures_that_the_files_have(string report)
    {
        var files = library.Tables(report);
        var asked = 0;
        foreach (var tag in TemplateTag.Of(report).Where(t => t.Name is "table"))
        {
            var (status, body) = await library.Site.AskAsync($"api/query?{tag.Question}");
            Assert.True(status == 200, $"{report}: {tag.Question}: {body}");
            var columns = body["metrics"]?.AsArray().Select(m => (Id: $"{m?["id"]}", Label: $"{m?["label"]}")).ToList() ?? [];
            var rows = body["rows"]?.AsArray() ?? [];
            // Of two tables alike, the one whose figures these are.
            var file = files.Values.FirstOrDefault(f => Holds(f, columns, rows, tag.By.Count));
            Assert.True(file is not null || rows.All(r => columns.All(c => r?[c.Id] is null)) || rows.Count == 0 || rows.All(r => tag.By.All(b => r?[b] is null)), $"{report}: no table has the figures of {tag.Question}: {body.ToJsonString()}");
            asked++;
        }

        Assert.True(asked > 0 || report is "attribution" or "data-health" or "brand", report);
    }

    private static bool Holds(IReadOnlyList<IReadOnlyList<string>> file, List<(string Id, string Label)> columns, JsonArray rows, int dimensions)
    {
        var known = columns.Select(c => (c.Id, At: file[0].ToList().FindIndex(h => h == c.Label || h.StartsWith(c.Label + " (", StringComparison.Ordinal)))).Where(c => c.At >= dimensions).ToList();
        return known.Count > 0 && columns.All(c => known.Exists(k => k.Id == c.Id) || rows.All(r => r?[c.Id] is null))
            && rows.Count <= file.Count - 1 && rows.Select((row, i) => (row, i)).All(r => known.TrueForAll(c => Same(file[r.i + 1][c.At], r.row?[c.Id])));
    }

    private static bool Same(string written, JsonNode? value) => value is null
        ? written.Length == 0
        : double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == value.GetValue<double>();

    private static void AssertSame(string where, string shown, string written, Unit unit)
    {
        if (shown is FigureFormat.NoValue or "" && written.Length == 0)
        {
            return;
        }

        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            string[] ways = [Format.Text(number, unit), $"+{Format.Text(number, unit)}", Format.Change(new Figure(number, NoValue.None) { Compared = 0 }, new MetricColumn("", "", "", unit, false)), number == 0 ? "·" : ""];
            Assert.True(ways.Contains(shown, StringComparer.Ordinal) || shown == written || shown.EndsWith($"= {Format.Text(number, unit)}", StringComparison.Ordinal) || shown.StartsWith(Format.Text(number, unit) + " ", StringComparison.Ordinal), $"{where}: '{shown}' shown, {written} written");
        }
        else if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Assert.Contains(day.Year.ToString(CultureInfo.InvariantCulture), shown, StringComparison.Ordinal);
        }
        else
        {
            Assert.True(shown == written.TrimStart('\'') || shown == written, $"{where}: '{shown}' shown, '{written}' written");
        }
    }

    private static Unit UnitOf(IReadOnlyList<IReadOnlyList<string>> csv, int row, int column)
    {
        var heading = csv[0][column];
        var named = UnitsByName.Where(u => heading.EndsWith($" ({u.Key})", StringComparison.Ordinal)).Select(u => (Unit?)u.Value).FirstOrDefault();
        return named ?? (csv[0][^1] is "Unit" ? UnitsByName.GetValueOrDefault(csv[row][^1], Unit.Number) : Unit.Number);
    }

    // What stands in small below a figure belongs to it in the text, not in files.
    private static string Shown(IElement cell)
    {
        var copy = (IElement)cell.Clone();
        foreach (var other in copy.QuerySelectorAll(".spoken, .under, .bar").ToList())
        {
            other.Remove();
        }

        return copy.TextContent.Trim();
    }

    private static List<(string Title, List<List<string>> Rows)> MarkdownTables(string markdown)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build()));
        return
        [
            .. document.QuerySelectorAll("table").Select(t => (
                t.PreviousElementSibling is { LocalName: "pre" } drawing ? drawing.PreviousElementSibling?.TextContent ?? "" : t.PreviousElementSibling?.TextContent ?? "",
                t.QuerySelectorAll("tr").Select(r => r.Children.Select(c => SmallPrint().Replace(c.TextContent.Trim(), "")).ToList()).ToList())),
        ];
    }

    private static IEnumerable<string> Texts(INode? node) => node is null ? [] : node.NodeType == NodeType.Text ? [node.TextContent] : node.ChildNodes.SelectMany(Texts);

    private static Dictionary<string, int> Figures(string text) => Figure().Matches(text).GroupBy(m => m.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    [GeneratedRegex(@"-?¥?\d[\d,]*(\.\d+)?%?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<=[\d%–])\s*\((best|so far|.* (to|no\.) .*|.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SmallPrint();
}
