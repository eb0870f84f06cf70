using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Writes a chart: what to draw as data for the page's script, and the same numbers as a table for whoever has no script or no eyes for it.</summary>
internal sealed class HtmlChart(Voice voice)
{
    // Chinese stays readable; what could end a script element is always escaped.
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public string Write(ChartBlock block)
    {
        var chart = block.Chart;
        var description = voice.Words.Count("chart.description", chart.Positions.Count, block.Title);
        var data = JsonSerializer.Serialize(
            new
            {
                kind = chart.Kind == ChartKind.Line ? "line" : "bar",
                chart.Time,
                block.Title,
                description,
                positions = chart.Positions,
                series = chart.Series.Select(s => new
                {
                    s.Name,
                    values = s.Points.Select(p => p.Value),
                    texts = s.Points.Select(p => p.Text),
                    open = s.Points.Select((p, i) => p.Unfinished ? i : -1).Where(i => i >= 0),
                }),
                axis = new { chart.Axis.From, chart.Axis.To, chart.Axis.Step, chart.Axis.Labels },
            },
            Json);
        var size = chart is { Kind: ChartKind.Bar, Time: false } ? (chart.Positions.Count * Math.Max(1, chart.Series.Count * 0.75)) + 1.6 : 0;
        var height = size > 0 ? FormattableString.Invariant($" style=\"--rows:{size:0.##}\"") : "";
        return $"<figure class=\"chart\">{Caption(block)}{Legend(chart)}"
            + $"<div class=\"plot\"{height} hidden></div><script type=\"application/json\" class=\"chart-data\">{data}</script>{Html.Notes(block.Notes)}"
            + $"<details open><summary>{Html.Text(voice.Words["chart.numbers"])}</summary>{HtmlGrid.Write(block.Title, block.Numbers)}</details></figure>";
    }

    /// <summary>What the chart says, above what it is about.</summary>
    private static string Caption(ChartBlock block) => block.Finding.Length == 0
        ? Html.Element("figcaption", "", block.Title)
        : Html.Raw("figcaption", "", Html.Element("span", "says", block.Finding) + " " + Html.Element("span", "about", block.Title));

    // Hidden until there is a drawing whose colours it explains.
    private static string Legend(Chart chart) => chart.Series.Count < 2 ? "" :
        $"<ul class=\"legend\" hidden>{string.Concat(chart.Series.Select((s, i) => HtmlLegend.Entry(i, s.Name)))}</ul>";
}

/// <summary>What a colour stands for.</summary>
internal static class HtmlLegend
{
    public static string Entry(int index, string name) => $"<li><span class=\"swatch {Series(index)}\"></span>{Html.Text(name)}</li>";

    /// <summary>The class of the colour of a series.</summary>
    public static string Series(int index) => string.Create(CultureInfo.InvariantCulture, $"s{(index % 6) + 1}");
}
