using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Merit.Host.Measures.Formatting;
using Merit.Metrics.Results;

namespace Merit.Samples.Tests.Reports;

/// <summary>Compares what a report's formats say: every figure of each stands in the others, at its own place.</summary>
internal static partial class SameFigures
{
    /// <summary>How figures are written on the page.</summary>
    public static FigureFormat Format { get; } = new("en", "CNY");

    private static readonly Dictionary<string, Unit> UnitsByName = new(StringComparer.Ordinal) { ["CNY"] = Unit.Money, ["1 = 100%"] = Unit.Percent, ["days"] = Unit.Days, ["0 to 100"] = Unit.Score };

    // What files have and pages show otherwise: as cards, as lines, as sentences.
    private static readonly string[] NotTables = ["key-figures", "verdict", "figures-in-the-text", "in-words", "basis"];

    /// <summary>Tables: cell by cell, and none is in one format only. How many cells there were.</summary>
    public static int Tables(ReadReport report)
    {
        var (text, taken, drawn, compared) = (MarkdownTables(report.Markdown), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), 0);
        // Tables that pages draw have their names among those of the others.
        foreach (var table in report.Page.QuerySelectorAll("main table, figure.funnel"))
        {
            var title = (table.LocalName is "figure" ? table.QuerySelector("figcaption") : table.QuerySelector("caption"))?.TextContent ?? "";
            var name = FileNames.Next(title, taken);
            Assert.True(report.Files.TryGetValue(name, out var csv), $"{report.Name}: no file for '{title}'");
            if (table.LocalName is "figure")
            {
                drawn.Add(name);
                continue;
            }

            var shown = table.QuerySelectorAll("tr").Select(r => r.Children.Select(Shown).ToList()).ToList();
            var own = OwnColumns(csv[0], shown[0].Count);
            Assert.Equal(shown.Count, csv.Count);
            var markdown = text.FirstOrDefault(t => t.Title == title && t.Rows.Count == shown.Count && t.Rows[0].SequenceEqual(shown[0]));
            Assert.True(markdown.Rows is not null, $"{report.Name}: no table in the text for '{title}'");
            for (var r = 1; r < shown.Count; r++)
            {
                for (var c = 0; c < shown[r].Count; c++)
                {
                    Assert.Equal(shown[r][c], markdown.Rows[r][c]);
                    Same($"{report.Name}, {title}, row {r}, column {c}", shown[r][c], csv[r][own[c]], UnitOf(csv, r, own[c]));
                    compared++;
                }
            }
        }

        Assert.Equal(taken.Order(StringComparer.Ordinal), report.Files.Keys.Where(k => !NotTables.Any(n => k == n || k.StartsWith(n + "-", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
        return compared;
    }

    /// <summary>Key figures, each with what stands beside it.</summary>
    public static void KeyFigures(ReadReport report)
    {
        var cards = report.Page.QuerySelectorAll(".kpi").ToList();
        var rows = report.Files.Where(t => t.Key.StartsWith("key-figures", StringComparison.Ordinal)).SelectMany(t => t.Value.Skip(1).Select(r => (File: t.Value, Row: r))).ToList();
        Assert.Equal(cards.Select(c => c.QuerySelector("dt")?.TextContent).Order(StringComparer.Ordinal), rows.Select(r => r.Row[0]).Order(StringComparer.Ordinal));
        Assert.All(cards, card =>
        {
            var (label, value) = (card.QuerySelector("dt")?.TextContent ?? "", card.QuerySelector(".value")?.TextContent ?? "");
            var line = report.Markdown.Split('\n').FirstOrDefault(l => l.StartsWith($"- **{label}**: {value}", StringComparison.Ordinal)) ?? "";
            Assert.True(line.Length > 0, $"{report.Name}: no line '{label}: {value}'");
            var (file, row) = rows.First(r => r.Row[0] == label);
            var unit = UnitsByName.GetValueOrDefault(row[^1], Unit.Number);
            Same($"{report.Name}, {label}", value, row[1], unit);
            foreach (var beside in card.QuerySelectorAll(".goal, .move").Select(d => d.TextContent.TrimStart('▲', '▼', ' ')))
            {
                Assert.Contains(beside, Plain(line), StringComparison.Ordinal);
                Assert.Superset(Figures(beside).Keys.ToHashSet(StringComparer.Ordinal), Figures(Of(file, row, unit)).Keys.ToHashSet(StringComparer.Ordinal));
            }
        });
    }

    /// <summary>What pages draw: stages of funnels, verdicts, budgets.</summary>
    public static void Drawings(ReadReport report)
    {
        var text = Plain(report.Markdown);
        foreach (var funnel in report.Page.QuerySelectorAll("figure.funnel"))
        {
            var title = funnel.QuerySelector("figcaption")?.TextContent ?? "";
            var stages = funnel.QuerySelectorAll("li").ToList();
            var file = report.Files.Values.First(f => f.Count == stages.Count + 1 && f.Skip(1).Zip(stages).All(s => s.First[0] == s.Second.QuerySelector(".stage")?.TextContent));
            foreach (var (row, stage) in file.Skip(1).Zip(stages))
            {
                var (rate, count) = (stage.QuerySelector(".rate")?.TextContent ?? "", stage.QuerySelector(".count")?.TextContent ?? "");
                Same($"{report.Name}, {title}, {row[0]}", count, row[1], Unit.Number);
                Assert.EndsWith(rate.Length == 0 ? "" : Text(row[2], Unit.Percent), rate, StringComparison.Ordinal);
                Assert.Contains(MarkdownTables(report.Markdown).SelectMany(t => t.Rows), r => r[0] == row[0] && r[1] == count);
            }
        }

        var verdicts = report.Files.Where(f => f.Key.StartsWith("verdict", StringComparison.Ordinal)).SelectMany(f => f.Value.Skip(1)).ToList();
        Assert.Equal(report.Page.QuerySelectorAll(".verdicts li").Length, verdicts.Count);
        foreach (var (row, line) in verdicts.Zip(report.Page.QuerySelectorAll(".verdicts li")))
        {
            string[] parts = [".pill", ".who strong", ".why", ".evidence"];
            Assert.Equal(parts.Select(p => line.QuerySelector(p)?.TextContent ?? ""), new[] { row[0], row[1], row[4], row[5] });
            Assert.All(parts.Append(".stake"), p => Assert.Contains(line.QuerySelector(p)?.TextContent ?? "", text, StringComparison.Ordinal));
            Same($"{report.Name}, {row[1]}", line.QuerySelector(".stake")?.TextContent ?? "", row[3], Unit.Money);
        }

        foreach (var (row, line) in report.Files.Where(f => f.Key.StartsWith("budget", StringComparison.Ordinal)).SelectMany(f => f.Value.Skip(1)).Zip(report.Page.QuerySelectorAll(".budget li")))
        {
            Assert.Contains(Text(row[3], Unit.Percent), line.QuerySelector(".detail")?.TextContent, StringComparison.Ordinal);
        }
    }

    /// <summary>The workbook has the files' tables, cell by cell.</summary>
    public static void Sheets(ReadReport report)
    {
        Assert.Equal(report.Files.Keys.Order(StringComparer.Ordinal), report.Sheets.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, file) in report.Files)
        {
            // The unit that stands in a heading, or in a column of its own, is a format of cells there.
            var rows = file[0][^1] is "Unit" ? [.. file.Select(r => r.SkipLast(1).ToList())] : file.Select(r => r.ToList()).ToList();
            var sheet = report.Sheets[name];
            Assert.Equal(rows.Count, sheet.Count);
            foreach (var ((row, cells), at) in rows.Zip(sheet).Select((r, i) => (r, i)))
            {
                Assert.Equal(row.Count, cells.Count);
                Assert.All(row.Zip(cells), pair => Assert.True(
                    at == 0 ? pair.First == pair.Second.Text || pair.First.StartsWith(pair.Second.Text + " (", StringComparison.Ordinal) : IsCell(pair.First, pair.Second),
                    $"{report.Name}, {name}, row {at}: '{pair.First}' in the file, '{pair.Second}' in the sheet"));
            }
        }
    }

    /// <summary>Every figure that the page shows stands in a text: in that of Markdown, of the files, of the paper.</summary>
    public static void Everything(ReadReport report)
    {
        var written = report.Files.Values.SelectMany(f => f.SelectMany((row, r) => row.Select((cell, c) => Written(cell, UnitOf(f, r, c))))).SelectMany(t => Figures(t).Keys).ToHashSet(StringComparer.Ordinal);
        var text = Figures(Plain(report.Markdown));
        Assert.All(Figures(Visible(report, ".definitions")).Keys, figure => Assert.True(text.ContainsKey(figure), $"{report.Name}: {figure} on the page, not in the text"));
        Assert.All(Figures(Visible(report, ".definitions, .note, .nothing, .type, .rate, .track, .why, .move")).Keys, figure => Assert.True(written.Contains(figure), $"{report.Name}: {figure} on the page, not in the files"));
        if (report.Paper is { } paper)
        {
            var printed = Figures(paper);
            Assert.All(Figures(Visible(report, "")), f => Assert.True(printed.GetValueOrDefault(f.Key) >= f.Value, $"{report.Name}: {f.Key}: {f.Value} on the page, {printed.GetValueOrDefault(f.Key)} on paper"));
        }
    }

    /// <summary>A figure as the page shows it and as a file has it.</summary>
    private static void Same(string where, string shown, string written, Unit unit)
    {
        if (shown is FigureFormat.NoValue or "" && written.Length == 0)
        {
            return;
        }

        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            var text = Format.Text(number, unit);
            string[] ways = [text, $"+{text}", Points(number, unit), number == 0 ? "·" : ""];
            Assert.True(ways.Contains(shown, StringComparer.Ordinal) || shown == written || shown.EndsWith($"= {text}", StringComparison.Ordinal) || shown.StartsWith(text + " ", StringComparison.Ordinal), $"{where}: '{shown}' shown, {written} written");
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

    [GeneratedRegex(@"-?¥?\d+(,\d{3})*(\.\d+)?%?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<=[\d%–])\s*\((best|so far|.* (to|no\.) .*|.*)\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SmallPrint();
}
