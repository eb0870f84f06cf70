using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports;

/// <summary>The page that lists the reports; those of a series stand under its name.</summary>
internal static class IndexPage
{
    public static string Write(string workspace, string asOf, IReadOnlyList<RenderedReport> reports, Words words)
    {
        var header = Html.Element("p", "kicker", workspace) + Html.Element("h1", "", words["index.title"])
            + Html.Raw("p", "facts", Html.Element("span", "", words.Say("header.as-of", asOf)));
        var entries = reports.Where(r => r.Files.Count > 0).GroupBy(r => r.Series.Length > 0 ? r.Series : r.Name, StringComparer.Ordinal)
            .Select(g => g.First().Series.Length > 0 ? Series(g.Key, [.. g], words) : string.Concat(g.Select(r => Entry(r, words))));
        return HtmlPage.Write(words, $"{words["index.title"]} · {workspace}", header, Html.Raw("ul", "reports", string.Concat(entries)), []);
    }

    private static string Entry(RenderedReport report, Words words) => Html.Raw(
        "li", "",
        Html.Raw("h2", "", Link(Page(report), report.Title, "")) + Html.Element("p", "", report.Description)
        + Html.Raw("p", "facts", Html.Element("span", "", report.Period) + Others(report, words)) + Tables(report, words));

    private static string Series(string title, IReadOnlyList<RenderedReport> reports, Words words) => Html.Raw(
        "li", "",
        Html.Element("h2", "", title) + Html.Raw("p", "facts", Html.Element("span", "", reports[0].Period) + Html.Element("span", "", words.Count("index.series", reports.Count)))
        + Html.Raw("ul", "series", string.Concat(reports.Select(r => Html.Raw("li", "", Link(Page(r), r.Title, "") + Html.Raw("span", "facts", Others(r, words)))))));

    // A table each is too many links for one line.
    private static string Tables(RenderedReport report, Words words)
    {
        var tables = report.Files.Where(f => Kind(f) is ReportFormats.Csv).ToList();
        return tables.Count == 0 ? "" : Html.Raw(
            "details", "",
            Html.Element("summary", "", words.Count("index.csv", tables.Count)) + Html.Raw("ul", "", string.Concat(tables.Select(f => Html.Raw("li", "", Link(f, f[(report.Name.Length + 1)..], ""))))));
    }

    private static string Others(RenderedReport report, Words words) =>
        string.Concat(report.Files.Where(f => f != Page(report) && Kind(f) is not ReportFormats.Csv).Select(f => Link(f, words[Kind(f) switch
        {
            ReportFormats.Excel => "index.excel",
            ReportFormats.Pdf => "index.pdf",
            ReportFormats.Picture => "index.picture",
            _ => "index.text",
        }], "text")));

    private static string Page(RenderedReport report) => report.Files.FirstOrDefault(f => Kind(f) is ReportFormats.Html) ?? report.Files[0];

    private static string Kind(string file) => Path.GetExtension(file).TrimStart('.');

    private static string Link(string file, string text, string classes) =>
        $"<a{(classes.Length == 0 ? "" : $" class=\"{classes}\"")} href=\"{Html.Text(Uri.EscapeDataString(file))}\">{Html.Text(text)}</a>";
}
