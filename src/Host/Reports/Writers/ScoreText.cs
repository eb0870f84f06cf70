using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Host.Scoring;
using Merit.Metrics.Results;
using Merit.Plugins.Scoring;

namespace Merit.Host.Reports.Writers;

/// <summary>A scorecard in words and as a table.</summary>
internal static class ScoreText
{
    public static string Title(ScorecardBlock card, Voice voice) => voice.Words.Say("title.scorecard", voice.CampaignType(card.Type));

    public static string Component(ScoreComponent component, Voice voice) => voice.Words.Choose(component.Label, component.LabelZh);

    /// <summary>A model's note in the reader's language; components it names by their ids have their labels.</summary>
    private static string Note(Note note, CampaignScore score, Voice voice) => score.Components.Aggregate(
        voice.Words.Choose(note.Text, note.TextZh), (text, component) => text.Replace($"{{{component.Id}}}", Component(component, voice), StringComparison.Ordinal));

    /// <summary>One row per campaign: its score, and of every component the points times the weight.</summary>
    public static Grid Grid(ScorecardBlock card, Voice voice)
    {
        var components = card.Scores[0].Components;
        var columns = new List<GridColumn> { new(voice.Words["score.campaign"]), new(voice.Words["score.score"], Numeric: true) };
        columns.AddRange(components.Select(c => new GridColumn(Component(c, voice), Numeric: true)));
        return new Grid(columns, [.. card.Scores.Select(score => new GridRow(
        [
            new GridCell(score.CampaignName),
            Points(score.Score.Value, voice) with { Reason = score.Score.Value is null ? string.Join(" ", score.Score.Notes.Select(n => Note(n, score, voice))) : "" },
            .. components.Select((_, i) => Contribution(score, i, voice)),
        ]))]);
    }

    public static IReadOnlyList<string> Notes(ScorecardBlock card, Voice voice)
    {
        List<string> notes = [voice.Words.Say("score.note", card.Scorecard, card.Version)];
        notes.AddRange(card.Scores.SelectMany(s => s.Score.Notes.Select(n => voice.Words.Say("score.campaign-note", s.CampaignName, Note(n, s, voice)))));
        notes.AddRange(card.Scores.SelectMany(s => s.Score.Beside.OrderBy(b => b.Key, StringComparer.Ordinal)
            .Select(b => voice.Words.Say("score.beside", s.CampaignName, voice.Words.Find("beside." + b.Key) ?? b.Key, voice.Format.Text(b.Value, Unit.Score)))));
        return notes;
    }

    private static GridCell Contribution(CampaignScore score, int component, Voice voice)
    {
        var part = score.Score.Contributions[component];
        return part is { Points: { } points, Amount: { } amount }
            ? new GridCell(voice.Words.Say("score.part", voice.Format.Text(points, Unit.Score), voice.Format.Text(part.Weight, Unit.Percent), voice.Format.Text(amount, Unit.Score)))
            {
                Value = amount, Unit = Unit.Score,
                Beside = [new BesideFigure(voice.Words["score.points"], points, Unit.Score), new BesideFigure(voice.Words["score.weight"], part.Weight, Unit.Percent)],
            }
            : new GridCell(FigureFormat.NoValue) { Reason = voice.Words["score.missing"] };
    }

    private static GridCell Points(double? value, Voice voice) => voice.Figure(value, Unit.Score);
}
