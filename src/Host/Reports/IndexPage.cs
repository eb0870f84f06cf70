using Merit.Host.Reports.Wording;
using Merit.Host.Reports.Writers.Html;

namespace Merit.Host.Reports;

/// <summary>The page that lists the reports.</summary>
internal static class IndexPage
{
    public static string Write(string workspace, string asOf, IReadOnlyList<RenderedReport> reports, Words words)
    {
        var header = Html.Element("p", "kicker", workspace) + Html.Element("h1", "", words["index.title"])
            + Html.Raw("p", "facts", Html.Element("span", "", words.Say("header.as-of", asOf)));
        var list = string.Concat(reports.Select(r => Html.Raw("li", "", Entry(r, words))));
        return HtmlPage.Write(words, $"{words["index.title"]} · {workspace}", header, Html.Raw("ul", "reports", list), []);
    }

    private static string Entry(RenderedReport report, Words words)
    {
        var page = report.Files.FirstOrDefault(f => f.EndsWith(".html", StringComparison.Ordinal)) ?? report.Files[0];
        var others = report.Files.Where(f => !string.Equals(f, page, StringComparison.Ordinal)).Select(f => Link(f, words["index.text"], "text"));
        return Html.Raw("h2", "", Link(page, report.Title, ""))
            + Html.Element("p", "", report.Description)
            + Html.Raw("p", "facts", Html.Element("span", "", report.Period) + string.Concat(others));
    }

    private static string Link(string file, string text, string classes) =>
        $"<a{(classes.Length == 0 ? "" : $" class=\"{classes}\"")} href=\"{Html.Text(Uri.EscapeDataString(file))}\">{Html.Text(text)}</a>";
}
