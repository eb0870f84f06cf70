using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>What the figures of a page mean: a list at its end, and ways to it from the figures' names.</summary>
/// <param name="metrics">The metrics the page shows.</param>
/// <param name="voice">The reader's language.</param>
internal sealed class HtmlDefinitions(IReadOnlyList<MetricColumn> metrics, Voice voice)
{
    private readonly List<MetricColumn> _known = [.. metrics.Where(m => voice.Meaning(m).Length > 0)];

    /// <summary>A metric's name, which leads to its definition.</summary>
    public string Link(MetricColumn metric) =>
        Has(metric.Id) ? $"<a class=\"meaning\" href=\"{At(metric.Id)}\">{Html.Text(voice.Label(metric))}</a>" : Html.Text(voice.Label(metric));

    /// <summary>A table whose headings lead to their definitions.</summary>
    public Grid Linked(Grid grid) => grid with { Columns = [.. grid.Columns.Select(c => c.DefinedAt.Length == 0 && Has(c.Id) ? c with { DefinedAt = At(c.Id) } : c)] };

    /// <summary>The list; nothing where nothing is defined.</summary>
    public string List() => _known.Count == 0 ? "" :
        $"<section class=\"definitions\" aria-labelledby=\"definitions\"><h2 id=\"definitions\">{Html.Text(voice.Words["definitions.title"])}</h2><dl>"
        + string.Concat(_known.Select(m => $"<div id=\"{Id(m.Id)}\"><dt>{Html.Text(voice.Label(m))}</dt><dd>{Html.Text(voice.Meaning(m))}</dd></div>"))
        + "</dl></section>";

    private bool Has(string id) => id.Length > 0 && _known.Exists(m => m.Id == id);

    private static string At(string id) => "#" + Id(id);

    private static string Id(string id) => $"means-{id}";
}
