using System.Globalization;
using System.Text;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers.Markdown;

/// <summary>A chart as Mermaid, which Git hosts draw. It knows no gaps, no dashes and no legend: what needs them stays a table.</summary>
internal static class MermaidChart
{
    // More labels than this run into each other.
    private const int MostPositions = 26;
    private const int MostSeries = 2;

    /// <summary>The fenced chart, or nothing where Mermaid cannot show it.</summary>
    public static string Write(ChartBlock block, Words words)
    {
        var chart = block.Chart;
        if (chart.Positions.Count is < 2 or > MostPositions || chart.Series.Count > MostSeries
            || chart.Series.Any(s => s.Points.Any(p => p.Value is null || p.Unfinished)))
        {
            return "";
        }

        // Two lines could not be told apart: the first series has bars.
        string[] marks = chart.Series.Count > 1 ? ["bar", "line"] : [chart.Kind == ChartKind.Line ? "line" : "bar"];
        var name = chart.Series.Count > 1 ? words.Say("mermaid.two", chart.Series[0].Name, chart.Series[1].Name) : block.Title;
        var text = new StringBuilder("```mermaid\nxychart-beta").Append(chart is { Kind: ChartKind.Bar, Time: false } ? " horizontal" : "").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"    title {Quoted(name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    x-axis [{string.Join(", ", chart.Positions.Select(Quoted))}]\n");
        text.Append(CultureInfo.InvariantCulture, $"    y-axis {Number(chart.Axis.From)} --> {Number(chart.Axis.To)}\n");
        for (var i = 0; i < chart.Series.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {marks[i]} [{string.Join(", ", chart.Series[i].Points.Select(p => Number(p.Value ?? 0)))}]\n");
        }

        return text.Append("```\n\n").ToString();
    }

    // The table below has every digit.
    private static string Number(double value) => Math.Round((decimal)value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    // Whatever a name holds, it ends neither the text nor the fence.
    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c switch { '"' => '\'', '`' => '\'', '#' or ';' => ' ', _ when char.IsControl(c) => ' ', _ => c })) + "\"";
}
