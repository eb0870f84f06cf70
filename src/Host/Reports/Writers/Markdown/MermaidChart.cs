using System.Globalization;
using System.Text;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers.Markdown;

/// <summary>A chart as Mermaid, which Git hosts draw. It knows no gaps and no dashes: what needs them stays a table. It knows no legend either: of more than two series a line above says which colour is which.</summary>
internal static class MermaidChart
{
    // More labels than this run into each other.
    private const int MostPositions = 26;

    // Two series are told apart by their marks, a bar and a line.
    private const int MostMarks = 2;

    // Colours that squares of the same colour can name in plain text, far enough apart for eyes that mix some of them up.
    private static readonly (string Colour, string Square)[] Palette = [("#0072b2", "🟦"), ("#e69500", "🟧"), ("#1a7f37", "🟩"), ("#8250df", "🟪"), ("#cf222e", "🟥"), ("#7b4b2a", "🟫")];

    /// <summary>The fenced chart, or nothing where Mermaid cannot show it.</summary>
    public static string Write(ChartBlock block, Words words)
    {
        var (chart, series) = (block.Chart, block.Chart.Series);
        if (chart.Positions.Count is < 2 or > MostPositions || series.Count > Palette.Length || (series.Count > MostMarks && chart.Kind is not ChartKind.Line)
            || series.Any(s => s.Points.Any(p => p.Value is null || p.Unfinished)))
        {
            return "";
        }

        string[] marks = series.Count switch { 1 => [chart.Kind == ChartKind.Line ? "line" : "bar"], MostMarks => ["bar", "line"], _ => [.. series.Select(_ => "line")] };
        var name = series.Count == MostMarks ? words.Say("mermaid.two", series[0].Name, series[1].Name) : block.Title;
        var text = new StringBuilder();
        if (series.Count > MostMarks)
        {
            text.AppendJoin(" · ", series.Select((s, i) => $"{Palette[i].Square} {MarkdownText.Escape(s.Name)}")).Append("\n\n");
        }

        text.Append("```mermaid\n");
        if (series.Count > MostMarks)
        {
            text.Append(CultureInfo.InvariantCulture, $"%%{{init: {{\"themeVariables\": {{\"xyChart\": {{\"plotColorPalette\": \"{string.Join(", ", series.Select((_, i) => Palette[i].Colour))}\"}}}}}}}}%%\n");
        }

        text.Append("xychart-beta").Append(chart is { Kind: ChartKind.Bar, Time: false } ? " horizontal" : "").Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"    title {Quoted(name)}\n");
        text.Append(CultureInfo.InvariantCulture, $"    x-axis [{string.Join(", ", chart.Positions.Select(Quoted))}]\n");
        text.Append(CultureInfo.InvariantCulture, $"    y-axis {Number(chart.Axis.From)} --> {Number(chart.Axis.To)}\n");
        for (var i = 0; i < series.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {marks[i]} [{string.Join(", ", series[i].Points.Select(p => Number(p.Value ?? 0)))}]\n");
        }

        return text.Append("```\n\n").ToString();
    }

    // The table below has every digit.
    private static string Number(double value) => Math.Round((decimal)value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    // Whatever a name holds, it ends neither the text nor the fence.
    private static string Quoted(string text) => "\"" + string.Concat(text.Select(c => c switch { '"' => '\'', '`' => '\'', '#' or ';' => ' ', _ when char.IsControl(c) => ' ', _ => c })) + "\"";
}
