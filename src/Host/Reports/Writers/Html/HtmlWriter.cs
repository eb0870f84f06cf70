using System.Security.Cryptography;
using System.Text;
using Merit.Host.Reports.Assets;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Writers.Html;

/// <summary>Writes a report as one page that needs nothing else: no network, no other file.</summary>
internal sealed class HtmlWriter(Voice voice) : IReportWriter
{
    private readonly HtmlBlocks _blocks = new(voice);

    public string Format => ReportFormats.Html;

    public IReadOnlyList<ReportFile> Write(string name, Report report) => [ReportFile.Of($"{name}.{Format}", Page(report))];

    /// <summary>The whole page.</summary>
    public string Page(Report report)
    {
        var definitions = new HtmlDefinitions(report.Metrics, voice);
        var part = Part(report, new HtmlBlocks(voice, definitions));
        var header = Html.Element("p", "kicker", report.Workspace) + Html.Element("h1", "", report.Title)
            + Html.Element("p", "lead", report.Description) + Html.Raw("p", "facts", string.Concat(part.Facts.Select(f => Html.Element("span", "", f))));
        return HtmlPage.Write(voice.Words, report.Title, header, part.Main + definitions.List(), part.HasCharts ? [Resource.Text("assets/echarts.js"), Resource.Text("assets/report.js")] : []);
    }

    /// <summary>What makes this report's page differ from others; a frame goes around it.</summary>
    public ReportPart Part(Report report) => Part(report, _blocks);

    private ReportPart Part(Report report, HtmlBlocks blocks)
    {
        var prose = new HtmlProse(
            index => string.Concat(report.Blocks[index].Select(blocks.Write)),
            index => Figure(report, index),
            index => Html.Text(report.Inlines[index].Text)).Write(report.Prose);
        var facts = new[] { report.Period, report.Compared, voice.Words.Say("header.as-of", report.AsOf) }.Where(f => f.Length > 0);
        return new ReportPart([.. facts], prose, report.Blocks.Any(b => b.Any(x => x is ChartBlock)));
    }

    private static string Figure(Report report, int index)
    {
        var figure = report.Inlines[index];
        return figure.Reason.Length == 0
            ? Html.Element("span", "figure", figure.Text)
            : $"<span class=\"figure none\" title=\"{Html.Text(figure.Reason)}\">{Html.Text(figure.Text)}</span>{Html.Spoken(figure.Reason)}";
    }
}

/// <summary>A page without its frame.</summary>
/// <param name="Facts">The days it is about, what it compares with, and how far the data go.</param>
/// <param name="Main">Everything below the title.</param>
/// <param name="HasCharts">Whether anything in it is to be drawn.</param>
internal sealed record ReportPart(IReadOnlyList<string> Facts, string Main, bool HasCharts);

/// <summary>The frame of every page.</summary>
internal static class HtmlPage
{
    public static string Write(Words words, string title, string header, string main, IReadOnlyList<string> scripts)
    {
        // Only the scripts written here may run, and nothing may be fetched: whatever got into a page could do neither.
        var allowed = scripts.Count == 0 ? "'none'" : string.Join(' ', scripts.Select(s => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s)))}'"));
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Locale}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src {allowed}">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Text(title)}</title>
            <style>
            {Resource.Text("assets/report.css")}</style>
            </head>
            <body>
            <a class="skip" href="#main">{Html.Text(words["header.skip"])}</a>
            <header>{header}</header>
            <main id="main">
            {main}</main>
            {string.Concat(scripts.Select(s => $"<script>{s}</script>\n"))}</body>
            </html>

            """;
    }
}
