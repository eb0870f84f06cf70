using System.Globalization;

namespace Merit.Samples.Tests.Reports;

/// <summary>A CSV file of a report, in which figures are looked for.</summary>
internal sealed class FileTable(string name, IReadOnlyList<IReadOnlyList<string>> rows, AskedFigures asked)
{
    private const string Sourced = ", sourced";

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
                    var (metrics, by) = MetricsOf(r, c);
                    yield return new FileFigure(r, c, value, rows[r], Headings[c], metrics, by);
                }
            }
        }
    }

    // The first column names its row, whatever it is called; what touches or places are counted by is a number too.
    private bool IsFigures(int column) => column > 0 && !name.StartsWith("basis", StringComparison.Ordinal) && Headings[column] is not ("Place" or "Row");

    // The metric that a heading names, or else its row, or else the table's title.
    private (IReadOnlyList<string> Metrics, NamedBy By) MetricsOf(int row, int column)
    {
        var heading = Headings[column];
        var part = heading.EndsWith(Sourced, StringComparison.Ordinal) ? heading[..^Sourced.Length] : heading[(heading.LastIndexOf(": ", StringComparison.Ordinal) + 1)..].Trim();
        if ((Special(heading) ?? Labelled(heading) ?? Labelled(part)) is { } named)
        {
            return (named, NamedBy.Heading);
        }

        List<string> inRow = [.. rows[row].Where((_, i) => i != column).SelectMany(cell => Labelled(cell) ?? []).Distinct(StringComparer.Ordinal)];
        return inRow.Count > 0 ? (inRow, NamedBy.Row) : (asked.Titled(name), NamedBy.Title);
    }

    // Between two stages lies a rate of its own; a verdict names money either way.
    private IReadOnlyList<string>? Special(string heading) => heading switch
    {
        "Of the stage before" => [],
        "At stake" => ["profit", "cost"],
        "Size" => [.. asked.ByLabel.Values.SelectMany(ids => ids).Where(id => id.EndsWith("_size", StringComparison.Ordinal))],
        _ when heading.EndsWith(": place", StringComparison.Ordinal) => ["attributed_revenue_rank", "attributed_conversions_rank"],
        _ when heading.Contains(": against ", StringComparison.Ordinal) => ["attributed_revenue_change", "attributed_conversions_change"],
        _ => null,
    };

    private IReadOnlyList<string>? Labelled(string label) => asked.ByLabel.GetValueOrDefault(label);
}

/// <summary>What says which metric a number is of.</summary>
internal enum NamedBy
{
    Heading,
    Row,
    Title,
}

/// <summary>A number of a file.</summary>
internal sealed record FileFigure(int Row, int Column, double Value, IReadOnlyList<string> Cells, string Heading, IReadOnlyList<string> Metrics, NamedBy By)
{
    public override string ToString() => $"'{Heading}' of '{string.Join(" | ", Cells.Take(2))}' = {Value.ToString("R", CultureInfo.InvariantCulture)}";

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

    private bool Stands(AskedGroup group, FileTable table) => IsCell(group) || IsHeading(group) || Texts(group).Any(text => table.Name.Contains(Merit.Host.Reports.Slug.Of(text, 60), StringComparison.Ordinal));

    private bool IsCell(AskedGroup group) => Texts(group).Any(text => Cells.Any(c => c == text || c == $"{text} (so far)" || $" · {c} · ".Contains($" · {text} · ", StringComparison.Ordinal)));

    private bool IsHeading(AskedGroup group) => Texts(group).Any(text => Heading == text || Heading.StartsWith(text + " (", StringComparison.Ordinal) || Heading.StartsWith(text + ": ", StringComparison.Ordinal) || Heading == $"Place {text}");

    private static IEnumerable<string> Texts(AskedGroup group) => new[] { group.Raw, group.Shown }.OfType<string>();

    // A row of a group holds no figure of all groups, and the other way round.
    private bool HasRow(AskedFigure figure) => figure.Groups.Count == 0 ? IsTotal || IsOfAll : IsTotal || figure.Groups.Any(IsCell) || (By is NamedBy.Row && figure.Groups.Any(IsHeading));

    // Rows that are named by metrics are of all groups, unless groups stand above or beside them.
    private bool IsOfAll => Heading is "Value" or "Target" or "Where targeted" or "Before" or "In that month" or "Before that month" or "Number" or "Of the stage before" or "Amount";

    // A heading names a metric, what was asked for, or a group.
    private bool HasColumn(AskedFigure figure) => IsOfAll || By is NamedBy.Heading || Whole.Contains(Heading, StringComparer.Ordinal) || figure.Question.Named == Heading
        // Of two dimensions the first stands down, the second across: what is on both sides must not be mixed up.
        || (figure.Groups is [var down, var across] && By is NamedBy.Title ? IsTotal || (IsCell(down) && IsHeading(across)) : figure.Groups.Any(IsHeading));

    private static readonly string[] Whole = ["Total", "All places", "Size", "At stake", "Value"];
}
