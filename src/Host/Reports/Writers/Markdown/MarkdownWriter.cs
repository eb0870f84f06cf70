using System.Text;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Verdicts;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Writers.Markdown;

/// <summary>Writes a report as Markdown that reads well as text: colours are words, and every chart is a table too.</summary>
/// <param name="voice">The reader's language.</param>
/// <param name="drawings">Whether charts are drawn as Mermaid where that can show them, for readers whose Git host draws it.</param>
internal sealed class MarkdownWriter(Voice voice, bool drawings = true) : IReportWriter
{
    private readonly Words _words = voice.Words;

    public string Format => ReportFormats.Markdown;

    public IReadOnlyList<ReportFile> Write(string name, Report report) => [ReportFile.Of($"{name}.{Format}", Text(report))];

    /// <summary>The whole text.</summary>
    public string Text(Report report)
    {
        var facts = new[] { report.Period, report.Compared, _words.Say("header.as-of", report.AsOf) }.Where(f => f.Length > 0).Select(MarkdownText.Escape);
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownText.Escape(report.Title)).Append("\n\n");
        text.Append(MarkdownText.Escape(report.Workspace)).Append(" · ").AppendJoin(" · ", facts).Append("\n\n");
        text.Append(Marks.Replace(
            report.Prose,
            index => string.Join("\n", report.Blocks[index].Select(Block)).Trim('\n'),
            index => MarkdownText.Escape(report.Inlines[index].Text) + Because(report.Inlines[index].Reason)));
        return Tidy(text.ToString());
    }

    private string Block(Block block) => block switch
    {
        NoteBlock note => Sentence(note.Text),
        FindingBlock finding => MarkdownText.Escape(finding.Text) + "\n",
        KpiBlock kpis => Kpis(kpis),
        TableBlock table => Titled(table.Title) + MarkdownGrid.Write(table.Grid) + Notes(table.Notes),
        ChartBlock chart => (chart.Finding.Length == 0 ? "" : MarkdownText.Escape(chart.Finding) + "\n\n") + Titled(chart.Title) + (drawings ? MermaidChart.Write(chart, _words) : "") + MarkdownGrid.Write(chart.Numbers) + Notes(chart.Notes),
        FunnelBlock funnel => Titled(funnel.Title) + MarkdownGrid.Write(FunnelText.Grid(funnel, voice)) + Notes(funnel.Notes),
        ScorecardBlock card => Titled(ScoreText.Title(card, voice)) + MarkdownGrid.Write(ScoreText.Grid(card, voice)) + Notes(ScoreText.Notes(card, voice)),
        VerdictBlock verdicts => Verdicts(verdicts),
        BudgetBlock budget => Titled(_words["title.budget"]) + MarkdownGrid.Write(BudgetText.Grid(budget, voice)) + Notes(budget.Notes),
        BasisBlock basis => Basis(basis),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "No Markdown for this block."),
    };

    private string Kpis(KpiBlock block)
    {
        var text = new StringBuilder();
        foreach (var card in block.Cards)
        {
            text.Append("- **").Append(MarkdownText.Escape(voice.Label(card.Metric))).Append("**: ")
                .Append(MarkdownText.Escape(voice.Format.Text(card.Figure, card.Metric)))
                .Append(Because(card.Figure.Value is null ? voice.Reason(card.Figure.Reason) : ""));
            foreach (var part in KpiText.Parts(card, voice))
            {
                text.Append(" · ").Append(MarkdownText.Escape(part));
            }

            text.Append('\n');
        }

        return text + Notes(block.Notes);
    }

    private string Verdicts(VerdictBlock block)
    {
        var wording = new VerdictWording(voice);
        var text = new StringBuilder("**" + MarkdownText.Escape(block.Headline) + "**\n\n");
        foreach (var verdict in block.Verdicts)
        {
            text.Append("- **").Append(MarkdownText.Escape(wording.Kind(verdict.Kind))).Append("** · ").Append(MarkdownText.Escape(verdict.Subject.Name));
            if (block.ByCampaign && verdict.Subject.Type is { } type)
            {
                text.Append(" (").Append(MarkdownText.Escape(voice.CampaignType(type))).Append(')');
            }

            text.Append(" · ").Append(MarkdownText.Escape(wording.Stake(verdict.Stake))).Append("  \n  ").Append(MarkdownText.Escape(wording.Why(verdict)));
            if (wording.Evidence(verdict) is { Length: > 0 } evidence)
            {
                text.Append("  \n  ").Append(MarkdownText.Escape(evidence));
            }

            text.Append('\n');
        }

        return text + Notes(block.Notes);
    }

    private string Basis(BasisBlock block)
    {
        var text = new StringBuilder("## " + _words["basis.title"] + "\n\n");
        foreach (var entry in block.Entries)
        {
            text.Append("- **").Append(MarkdownText.Escape(entry.Name)).Append("**: ").Append(MarkdownText.Escape(entry.Text)).Append('\n');
        }

        foreach (var (title, grid) in new[] { (_words["loads.title"], block.Loads), (_words["rejects.title"], block.Rejects) })
        {
            if (grid is not null)
            {
                text.Append('\n').Append(Titled(title)).Append(MarkdownGrid.Write(grid));
            }
        }

        return text.ToString();
    }

    private string Because(string reason) => reason.Length == 0 ? "" : MarkdownText.Escape(_words.Say("reason.in-brackets", reason));

    private static string Titled(string title) => $"**{MarkdownText.Escape(title)}**\n\n";

    private static string Sentence(string text) => $"*{MarkdownText.Escape(text)}*\n";

    private static string Notes(IReadOnlyList<string> notes) => notes.Count == 0 ? "" : "\n" + string.Join("\n", notes.Select(Sentence));

    /// <summary>One empty line where there were several, and one line break at the end.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.Split('\n'))
        {
            empty = string.IsNullOrWhiteSpace(line) ? empty + 1 : 0;
            if (empty <= 1)
            {
                tidy.Append(empty == 1 ? "" : line).Append('\n');
            }
        }

        return tidy.ToString().TrimEnd('\n') + "\n";
    }
}
