using System.Text;
using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Semantics;

/// <summary>Writes docs/semantics.md: what every metric means, from the same model that plans it.</summary>
public static class SemanticsPage
{
    private static readonly string[] Shown = ["campaign", "channel", "campaign_owner", "lead_owner", "deal_owner"];

    /// <summary>The page as Markdown.</summary>
    /// <param name="definitions">The metrics, in the order of the page.</param>
    /// <param name="schema">The tables; <see cref="CanonicalSchema"/> for the page in the repository.</param>
    public static string Render(Definitions definitions, WarehouseSchema schema)
    {
        var facts = new Facts(schema);
        var text = new StringBuilder();
        Line(text, "# What the numbers mean", "", "Generated from the model that plans every number; do not edit.", "", "## Metrics", "");
        Line(text, "| metric | label | formula | dated by | key |", "|---|---|---|---|---|");
        foreach (var metric in definitions.Metrics)
        {
            var read = Aggregates(definitions, metric.Measure, []).ToList();
            Line(text, $"| `{metric.Id}` | {Cell(metric.Label)} | {Cell(FormulaText.Of(metric.Measure))} | {Dates(facts, read)} | {Keys(schema, read)} |");
        }

        Line(text, "", "## Dimensions", "", "How the rows of each fact reach a dimension. Every step finds at most one row, so no row is counted twice.", "");
        Line(text, $"| fact | {string.Join(" | ", Shown)} |", $"|---|{string.Concat(Shown.Select(_ => "---|"))}");
        var catalog = new DimensionCatalog(facts);
        var used = definitions.Metrics.SelectMany(m => Aggregates(definitions, m.Measure, [])).Select(a => a.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var fact in used)
        {
            Line(text, $"| {fact} | {string.Join(" | ", Shown.Select(id => catalog.Find(id, [fact]).Of(fact) is { } reach ? Cell(reach.Text(fact)) : "–"))} |");
        }

        return text.ToString();
    }

    /// <summary>A warehouse of the canonical tables alone, all loaded.</summary>
    public static WarehouseSchema CanonicalSchema() => new(
        [.. Canonical.Tables.Select(t => new TableSchema(t.Name, [.. t.Columns.Select(c => new ColumnSchema(c.Name, c.Type, Loaded: true))], Loaded: true) { Key = t.Key })],
        []);

    private static IEnumerable<Aggregate> Aggregates(Definitions definitions, Measure measure, IReadOnlyList<string> path) => measure.Tree().SelectMany(m => m switch
    {
        Aggregate aggregate => [aggregate],
        MetricRef reference when !path.Contains(reference.Id, StringComparer.Ordinal) && definitions.Metric(reference.Id) is { } found =>
            Aggregates(definitions, found.Measure, [.. path, reference.Id]),
        _ => Enumerable.Empty<Aggregate>(),
    });

    private static string Dates(Facts facts, IEnumerable<Aggregate> read) => Joined(read.Select(a =>
        a.Span == Span.AllTime || Facts.IsTimeless(a.Table) ? "" : a.TimeColumn?.ToString() ?? facts.Time(a.Table)?.Text(a.Table) ?? ""));

    private static string Keys(WarehouseSchema schema, IEnumerable<Aggregate> read) => Joined(read.Select(a => string.Join(", ", schema.Table(a.Table)?.Key ?? [])));

    private static string Joined(IEnumerable<string> parts)
    {
        var some = parts.Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return some.Count == 0 ? "–" : Cell(string.Join("; ", some));
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static void Line(StringBuilder text, params string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
