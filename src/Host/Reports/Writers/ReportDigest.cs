using Merit.Host.Delivery;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers;

/// <summary>What a report says in a few lines: its findings and key figures, with the numbers of the report.</summary>
internal sealed class ReportDigest(Voice voice)
{
    private const int Most = 14;

    public IReadOnlyList<string> Facts(Report report) =>
        [.. new[] { report.Period, report.Compared, voice.Words.Say("header.as-of", report.AsOf) }.Where(f => f.Length > 0)];

    public IReadOnlyList<DigestLine> Findings(Report report) => [.. report.Blocks.SelectMany(b => b).SelectMany(Lines).Take(Most)];

    private IEnumerable<DigestLine> Lines(Block block) => block switch
    {
        FindingBlock finding => [new DigestLine("", finding.Text)],
        VerdictBlock verdicts => [new DigestLine("", verdicts.Headline)],
        KpiBlock kpis => kpis.Cards.Where(c => c.Figure.Value is not null).Select(c =>
            new DigestLine(voice.Label(c.Metric), string.Join(" · ", KpiText.Parts(c, voice).Prepend(voice.Format.Text(c.Figure, c.Metric))))),
        _ => [],
    };
}
