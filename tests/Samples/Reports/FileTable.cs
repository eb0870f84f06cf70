using System.Globalization;

namespace Merit.Samples.Tests.Reports;

/// <summary>A CSV file of a report, in which figures are looked for.</summary>
internal sealed class FileTable(string name, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyDictionary<string, List<string>> metricsByLabel)
{
    private static readonly string[] Units = ["CNY", "1 = 100%", "days", "0 to 100"];

    public string Name => name;

    public IReadOnlyList<IReadOnlyList<string>> Rows => rows;

    /// <summary>The columns' names, without units.</summary>
    public IReadOnlyList<string> Headings { get; } = [.. rows[0].Select(h => Units.Select(u => $" ({u})").FirstOrDefault(u => h.EndsWith(u, StringComparison.Ordinal)) is { } unit ? h[..^unit.Length] : h)];

    /// <summary>Its numbers.</summary>
    public IEnumerable<FileFigure> Figures()
    {
        for (var r = 1; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Count; c++)
            {
                if (IsFigures(c) && double.TryParse(rows[r][c], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                {
                    yield return new FileFigure(r, c, value, rows[r], Headings[c], MetricsOf(r, c));
                }
            }
        }
    }

    // The first column names its row, whatever it is called; what touches or places are counted by is a number too.
    private bool IsFigures(int column) => column > 0 && !name.StartsWith("basis", StringComparison.Ordinal) && Headings[column] is not ("Place" or "Row");

    // The metric that a heading names, or else its row.
    private IReadOnlyList<string> MetricsOf(int row, int column)
    {
        if (metricsByLabel.TryGetValue(Headings[column], out var named))
        {
            return named;
        }

        return [.. rows[row].Where((_, i) => i != column).SelectMany(cell => metricsByLabel.GetValueOrDefault(cell) ?? []).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>A number of a file.</summary>
internal sealed record FileFigure(int Row, int Column, double Value, IReadOnlyList<string> Cells, string Heading, IReadOnlyList<string> Metrics)
{
    private static readonly string[] Totals = ["Total", "All revenue"];

    private string First => Cells[0];

    private bool IsTotal => Totals.Contains(First, StringComparer.Ordinal);

    /// <summary>Whether a figure of an answer is about what this one is about: of this row's groups and this column's.</summary>
    public bool Is(AskedFigure figure, FileTable table) => IsKind(figure) && IsNamed(figure, table) && figure.Groups.All(g => Stands(g, table)) && HasRow(figure) && HasColumn(figure);

    private bool IsKind(AskedFigure figure) => Heading switch
    {
        "Target" => figure.Kind is AskedKind.Target,
        "Where targeted" => figure.Kind is AskedKind.Targeted,
        "Before" or "Before that month" => figure.Kind is AskedKind.Previous,
        _ when figure.Question.Named is "goals" => figure.Kind is AskedKind.Targeted or AskedKind.Value,
        _ => figure.Kind is AskedKind.Value,
    };

    // Columns of models, and of days, hold what was asked for these.
    private bool IsNamed(AskedFigure figure, FileTable table) => figure.Question.Named switch
    {
        "" or "goals" => !Heading.EndsWith(", sourced", StringComparison.Ordinal) || figure.Question.Model is null,
        "sourced" => Heading.EndsWith(", sourced", StringComparison.Ordinal),
        var named => Heading == named || !table.Headings.Contains(named, StringComparer.Ordinal),
    };

    private bool Stands(AskedGroup group, FileTable table) => new[] { group.Raw, group.Shown }.OfType<string>().Any(text =>
        Cells.Contains(text, StringComparer.Ordinal) || Heading == text || Heading.StartsWith(text + " (", StringComparison.Ordinal) || Heading.StartsWith(text + ": ", StringComparison.Ordinal) || Heading == $"Place {text}"
        || Cells.Any(c => c == $"{text} (so far)" || c.Contains($"{text} · ", StringComparison.Ordinal) || c.EndsWith($" · {text}", StringComparison.Ordinal)) || table.Name.Contains(Merit.Host.Reports.Slug.Of(text, 60), StringComparison.Ordinal));

    // A row of a group holds no figure of all groups, and the other way round.
    private bool HasRow(AskedFigure figure) => Metrics.Count > 0 && IsLabel ? true : IsTotal || figure.Groups.Any(g => First == g.Raw || First == g.Shown || First == $"{g.Shown} (so far)");

    private bool IsLabel => Heading is "Value" or "Target" or "Where targeted" or "Before" or "In that month" or "Before that month" or "Count" or "Share" or "Amount" || First.Length > 0 && Metrics.Count > 0 && HeadingIsGroup;

    // Figures side by side: their names stand before the rows, groups above.
    private bool HeadingIsGroup => Cells.Count > 1 && Metrics.Count == 1;

    private bool HasColumn(AskedFigure figure) => figure.Groups.Count < 2 || Metrics.Count > 0 || IsTotal || figure.Groups.All(g => First == g.Raw || First == g.Shown || Heading.Length > 0);
}
