using System.Text.RegularExpressions;

namespace Merit.Samples.Tests.Reports;

/// <summary>A report one of whose formats lacks something, or says something else.</summary>
internal static partial class Perturbed
{
    public static ReadReport Of(ReadReport report, string what)
    {
        var lines = report.Markdown.Split('\n');
        // The last row of figures of the first table that has any.
        var row = Array.FindIndex(lines, l => l.StartsWith("| ", StringComparison.Ordinal) && AmountForm().IsMatch(l));
        var (name, file) = report.Files.First(f => f.Key.StartsWith("figures-by-", StringComparison.Ordinal));
        return what switch
        {
            "a row of the text" => report with { Markdown = string.Join('\n', lines.Where((_, i) => i != row)) },
            "a figure of the text" => report with { Markdown = string.Join('\n', lines.Select((l, i) => i == row ? AmountForm().Replace(l, "¥1", 1) : l)) },
            "a key figure of the text" => report with { Markdown = string.Join('\n', lines.Where((_, i) => i != Array.FindIndex(lines, l => l.StartsWith("- **", StringComparison.Ordinal) && l.Contains("**: ¥", StringComparison.Ordinal)))) },
            "a file" => report with { Files = report.Files.Where(f => f.Key != name).ToDictionary(StringComparer.Ordinal) },
            "a row of a file" => report with { Files = With(report.Files, name, [file[0], .. file.Skip(2)]) },
            "a figure of a file" => report with { Files = With(report.Files, name, [file[0], [.. file[1].Select((cell, i) => i == file[1].Count - 1 ? "0.123" : cell)], .. file.Skip(2)]) },
            "a sheet" => report with { Sheets = report.Sheets.Where(s => s.Key != name).ToDictionary(StringComparer.Ordinal) },
            "a figure of a sheet" => report with { Sheets = With(report.Sheets, name, [.. report.Sheets[name].Select((r, i) => (IReadOnlyList<SheetCell>)[.. r.Select(c => i == 1 && c.Number is not null ? c with { Number = c.Number + 1 } : c)])]) },
            "a figure on paper" => report with { Paper = AmountForm().Replace(report.Paper ?? "", "", 1) },
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nothing is known of it."),
        };
    }

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> all, string name, T changed) => all.ToDictionary(f => f.Key, f => f.Key == name ? changed : f.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"¥\d[\d,.]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AmountForm();
}
