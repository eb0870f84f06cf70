using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Host.Scoring;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Writes a scorecard: what each component brings, as one stacked bar per campaign and as a table.</summary>
internal sealed class HtmlScores(Voice voice)
{
    public string Write(ScorecardBlock card)
    {
        var title = ScoreText.Title(card, voice);
        var legend = string.Concat(card.Scores[0].Components.Select((c, i) => HtmlLegend.Entry(i, ScoreText.Component(c, voice))));
        return $"<figure class=\"scores\">{Html.Element("figcaption", "", title)}<ul class=\"legend\">{legend}</ul>"
            + $"<ul class=\"stacks\">{string.Concat(card.Scores.Select(Stack))}</ul>"
            + HtmlGrid.Write(title, ScoreText.Grid(card, voice))
            + Html.Notes(ScoreText.Notes(card, voice)) + "</figure>";
    }

    private string Stack(CampaignScore score)
    {
        var parts = score.Score.Contributions.Select((c, i) => c.Amount is { } amount
            ? $"<span class=\"part {HtmlLegend.Series(i)}\" style=\"--share:{Html.Share(amount / 100)}\" title=\"{Html.Text($"{ScoreText.Component(score.Components[i], voice)} {voice.Format.Text(amount, Unit.Score)}")}\"></span>"
            : "");
        return $"<li><span class=\"stage\">{Html.Text(score.CampaignName)}</span><span class=\"track\" aria-hidden=\"true\">{string.Concat(parts)}</span>"
            + $"<span class=\"count\">{Html.Text(voice.Format.Text(score.Score.Value, Unit.Score))}</span></li>";
    }
}
