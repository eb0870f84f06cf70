using Merit.Host.Access;
using Merit.Host.Dashboard.Assets;
using Merit.Host.Reports.Writers.Html;

namespace Merit.Host.Dashboard;

/// <summary>What stands between the frame.</summary>
internal sealed record Content
{
    public required string Title { get; init; }

    public string Lead { get; init; } = "";

    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>A form, or nothing.</summary>
    public string Filters { get; init; } = "";

    public required string Main { get; init; }

    public bool HasCharts { get; init; }

    /// <summary>Whether it stands alone: there is nowhere to go from it.</summary>
    public bool IsBare { get; init; }
}

/// <summary>The frame of every page of the site, in the design of the reports.</summary>
internal static class Frame
{
    private static readonly (string Path, string Word)[] Pages =
    [
        ("/", "site.overview"), ("/campaigns", "site.campaigns"), ("/channels", "site.channels"), ("/attribution", "site.attribution"), ("/explore", "site.explore"), ("/reports", "site.reports"), ("/schedules", "site.schedules"), ("/alerts", "site.alerts"), ("/data", "site.data"),
    ];

    public static string Write(View view, Content content)
    {
        var words = view.Words;
        var facts = content.Facts.Count == 0 ? "" : Html.Raw("p", "facts", string.Concat(content.Facts.Select(f => Html.Element("span", "", f))));
        var scripts = content.HasCharts ? [SiteAsset.Charts, SiteAsset.ReportScript] : Array.Empty<SiteAsset>();
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Locale}" data-stamp="{Html.Text(view.Stamp)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Text(content.Title)} · {Html.Text(view.Name)}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{SiteAsset.ReportStyle.Address}">
            <link rel="stylesheet" href="{SiteAsset.Style.Address}">
            </head>
            <body>
            <a class="skip" href="#main">{Html.Text(words["site.skip"])}</a>
            {Bar(view, content.IsBare)}
            <div class="page">
            <header><h1>{Html.Text(content.Title)}</h1>{Html.Element("p", "lead", content.Lead)}{facts}</header>
            {content.Filters}
            <main id="main">
            <p class="fresh" id="fresh" role="status" hidden>{Html.Text(words["site.fresh"])} {Html.Link(view.Here(), words["site.reload"])}</p>
            {content.Main}
            </main>
            </div>
            {string.Concat((content.IsBare ? [] : scripts.Append(SiteAsset.Script)).Select(s => $"<script src=\"{s.Address}\" defer></script>\n"))}</body>
            </html>

            """;
    }

    private static string Bar(View view, bool isBare)
    {
        var words = view.Words;
        var pages = string.Concat(Pages.Where(p => !isBare && view.MaySee(p.Path)).Select(p => $"<li><a href=\"{Html.Text(view.To(p.Path))}\"{(IsCurrent(view.Path, p.Path) ? " aria-current=\"page\"" : "")}>{Html.Text(words[p.Word])}</a></li>"));
        var other = words.IsChinese ? "en" : "zh-CN";
        return $"<nav class=\"bar-top\" aria-label=\"{Html.Text(words["site.pages"])}\"><a class=\"name\" href=\"{Html.Text(view.To("/"))}\">{Html.Text(view.Name)}</a><ul>{pages}</ul>"
            + $"<a class=\"language\" lang=\"{other}\" hreflang=\"{other}\" href=\"{Html.Text(view.Here(("lang", other)))}\">{Html.Text(words["site.language"])}</a>{(isBare ? "" : SignedIn(view))}</nav>";
    }

    private static string SignedIn(View view) => view.Visitor is not { IsLocal: false, IsKey: false } visitor ? ""
        : $"<form class=\"signed-in\" method=\"post\" action=\"{SignIn.Out}\">{view.FormToken()}{Html.Element("span", "", visitor.Name)} <button type=\"submit\">{Html.Text(view.Words["site.signout"])}</button></form>";

    private static bool IsCurrent(string path, string page) =>
        page.Length == 1 ? path == page : path == page || path.StartsWith(page + "/", StringComparison.Ordinal) || (page == "/campaigns" && path is "/campaign" or "/compare") || (page == "/attribution" && path is "/contact" or "/journey");
}
