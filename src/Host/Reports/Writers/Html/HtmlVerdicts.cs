using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Verdicts;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Writes verdicts: the sentence first, then one line for each campaign or channel.</summary>
internal sealed class HtmlVerdicts(Voice voice)
{
    private readonly VerdictWording _wording = new(voice);

    public string Write(VerdictBlock block) =>
        $"<section class=\"verdicts\" aria-label=\"{Html.Text(voice.Words["verdict.title"])}\">{Html.Element("p", "headline", block.Headline)}"
        + $"<ul>{string.Concat(block.Verdicts.Select(v => Line(v, block.ByCampaign)))}</ul>{Html.Notes(block.Notes)}</section>";

    private string Line(Verdict verdict, bool typed)
    {
        var type = typed && verdict.Subject.Type is { } name ? Html.Element("span", "type", voice.CampaignType(name)) : "";
        return $"<li class=\"{Class(verdict.Kind)}\"><span class=\"pill\">{Html.Text(_wording.Kind(verdict.Kind))}</span>"
            + $"<div class=\"about\"><p class=\"who\"><strong>{Html.Text(verdict.Subject.Name)}</strong> {type}</p>"
            + Html.Element("p", "why", _wording.Why(verdict)) + Html.Element("p", "evidence", _wording.Evidence(verdict))
            + $"</div>{Html.Element("span", "stake", _wording.Stake(verdict.Stake))}</li>";
    }

    private static string Class(VerdictKind kind) => kind switch
    {
        VerdictKind.Stop => "stop",
        VerdictKind.Fix => "fix",
        VerdictKind.Grow => "grow",
        VerdictKind.Keep => "keep",
        _ => "wait",
    };
}
