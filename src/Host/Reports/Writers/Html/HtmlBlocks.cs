using System.Globalization;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Writes the blocks of a page.</summary>
/// <param name="voice">The reader's language.</param>
/// <param name="definitions">The definitions that stand on the page too; none where they stand elsewhere.</param>
internal sealed class HtmlBlocks(Voice voice, HtmlDefinitions? definitions = null)
{
    private const int MostCardsInRow = 5;

    private readonly Words _words = voice.Words;
    private readonly HtmlVerdicts _verdicts = new(voice);
    private readonly HtmlScores _scores = new(voice);
    private readonly HtmlChart _charts = new(voice);

    public string Write(Block block) => block switch
    {
        NoteBlock note => Html.Element("p", "nothing", note.Text),
        FindingBlock finding => Html.Element("p", "finding", finding.Text),
        KpiBlock kpis => Kpis(kpis),
        TableBlock table => HtmlGrid.Titled(table.Title, definitions?.Linked(table.Grid) ?? table.Grid, Html.Notes(table.Notes)),
        ChartBlock chart => _charts.Write(chart),
        FunnelBlock funnel => Funnel(funnel),
        ScorecardBlock card => _scores.Write(card),
        VerdictBlock verdicts => _verdicts.Write(verdicts),
        BudgetBlock budget => Budget(budget),
        BasisBlock basis => Basis(basis),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No HTML for this block."),
    };

    private string Kpis(KpiBlock block)
    {
        // Rows of one length, as far as the number of cards allows: no card alone in the last.
        var rows = (block.Cards.Count + MostCardsInRow - 1) / MostCardsInRow;
        var columns = (block.Cards.Count + rows - 1) / rows;
        return string.Create(CultureInfo.InvariantCulture, $"<dl class=\"kpis\" style=\"--columns:{columns}\">") + string.Concat(block.Cards.Select(Card)) + "</dl>" + Html.Notes(block.Notes);
    }

    private string Card(Kpi card)
    {
        var meaning = voice.Meaning(card.Metric);
        var value = Html.Element("span", card.Figure.Value is null ? "value none" : "value", voice.Format.Text(card.Figure, card.Metric));
        var details = Html.Element("span", "reason", card.Figure.Value is null ? voice.Reason(card.Figure.Reason) : "")
            + Html.Element("span", KpiText.Met(card) switch { true => "goal met", false => "goal missed", null => "goal" }, KpiText.Goal(card, voice))
            + Move(card.Figure, card.Metric, KpiText.Compared(card, voice))
            + (card.Latest is { } latest ? Move(latest.Figure, card.Metric, KpiText.Latest(card, voice)) : "")
            + Html.Element("span", "so-far", KpiText.Unfinished(card, voice));
        return $"<div class=\"kpi\"><dt{(meaning.Length == 0 ? "" : $" title=\"{Html.Text(meaning)}\"")}>{definitions?.Link(card.Metric) ?? Html.Text(voice.Label(card.Metric))}</dt><dd>{value}{details}</dd></div>";
    }

    private string Move(Figure figure, MetricColumn metric, string text)
    {
        var change = Change.Of(figure, metric, voice.Format);
        var sign = change?.Direction switch { > 0 => "▲ ", < 0 => "▼ ", _ => "" };
        var classes = change?.Good switch { true => "move good", false => "move bad", null => "move" };
        return Html.Element("span", classes, text.Length > 0 ? sign + text : "");
    }

    private string Funnel(FunnelBlock block)
    {
        var stages = block.Stages.Select(s =>
        {
            var rate = s is { Rate: { } figure, RateMetric: { } metric }
                ? Html.Element("span", "rate", _words.Say("funnel.step", voice.Label(metric), voice.Format.Text(figure, metric)))
                : "";
            return $"<li>{rate}<span class=\"stage\">{Html.Text(voice.Label(s.Metric))}</span>"
                + $"<span class=\"track\" aria-hidden=\"true\"><span class=\"fill\" style=\"--share:{Html.Share(s.Width)}\"></span></span>"
                + $"<span class=\"count\">{Html.Text(voice.Format.Text(s.Figure, s.Metric))}</span>"
                + "</li>";
        });
        return $"<figure class=\"funnel\">{Html.Element("figcaption", "", block.Title)}<ol>{string.Concat(stages)}</ol>{Html.Notes(block.Notes)}</figure>";
    }

    private string Budget(BudgetBlock block)
    {
        var lines = block.Lines.Select(line =>
        {
            var pace = BudgetText.Pace(line, _words);
            var tick = line.Elapsed is { } elapsed ? $"<span class=\"tick\" style=\"--share:{Html.Share(elapsed)}\"></span>" : "";
            var used = voice.Format.Text(line.Used, block.Metrics[2]);
            var text = line.Elapsed is null
                ? _words.Say("budget.line", used)
                : _words.Say("budget.line-elapsed", used, voice.Format.Text(line.Elapsed, Unit.Percent));
            return $"<li><span class=\"stage\">{Html.Text(line.Name)}</span>"
                + $"<span class=\"track\" aria-hidden=\"true\"><span class=\"fill {(line.Used.Value > 1 ? "over-budget" : "")}\" style=\"--share:{Html.Share(line.Used.Value ?? 0)}\"></span>{tick}</span>"
                + $"<span class=\"detail\">{Html.Text(text)} {Html.Element("span", "pace " + HtmlTone.Class(pace.Tone), pace.Text)}</span></li>";
        });
        var title = _words["title.budget"];
        return $"<figure class=\"budget\">{Html.Element("figcaption", "", title)}<ul>{string.Concat(lines)}</ul>{Html.Notes(block.Notes)}"
            + $"<details><summary>{Html.Text(_words["chart.numbers"])}</summary>{HtmlGrid.Write(title, BudgetText.Grid(block, voice))}</details></figure>";
    }

    private string Basis(BasisBlock block)
    {
        var entries = string.Concat(block.Entries.Select(e => $"<div><dt>{Html.Text(e.Name)}</dt><dd>{Html.Text(e.Text)}</dd></div>"));
        var loads = block.Loads is { } grid ? HtmlGrid.Titled(_words["loads.title"], grid) : "";
        var rejects = block.Rejects is { } rows ? HtmlGrid.Titled(_words["rejects.title"], rows) : "";
        return $"<section class=\"basis\" aria-labelledby=\"basis\"><h2 id=\"basis\">{Html.Text(_words["basis.title"])}</h2><dl>{entries}</dl>{loads}{rejects}</section>";
    }
}
