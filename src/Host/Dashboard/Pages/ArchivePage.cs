using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>What was rendered, and the same templates over the data as they are now.</summary>
internal static class ArchivePage
{
    // A report brings its own scripts, and its own policy names them; here it may do nothing else, not even be of this site.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-scripts allow-top-navigation-by-user-activation";

    private const int MostSent = 100;

    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase) { [".html"] = "text/html; charset=utf-8", [".md"] = "text/plain; charset=utf-8" };

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        var files = Files(view.Workspace.OutDirectory);

        // What was rendered holds all rows.
        var archive = view.IsRuled
            ? Html.Element("p", "nothing", view.Words["site.archive-whole"])
            : files.Count == 0
            ? Html.Element("p", "nothing", view.Words["site.archive-none"])
            : Html.Raw("ul", "archive", string.Concat(files.Select(f => Html.Raw("li", "", Html.Link($"/reports/{Uri.EscapeDataString(f.Name)}", f.Name) + Html.Element("span", "type", When(view, f))))));
        var catalogue = await Catalogues.OfAsync(view);
        var live = Html.Raw("ul", "archive", string.Concat(catalogue.Reports.Select(r => Html.Raw("li", "", Html.Link(view.To($"/reports/live/{Uri.EscapeDataString(r)}"), r)))));
        var sent = new SentReports(view.Workspace.StateDirectory).All().Take(MostSent).Where(s => s.Files.Count > 0).ToList();
        var past = sent.Count == 0 || view.IsRuled ? "" : Html.Element("h2", "", view.Words["site.sent"]) + Html.Raw("ul", "archive", string.Concat(sent.Select(s => Html.Raw(
            "li", "", Html.Link($"/reports/sent/{Uri.EscapeDataString(s.Report)}/{Path.GetFileName(s.Folder)}", s.Title) + Html.Element("span", "type", $"{s.Days} · {view.Moment(s.At, view.Workspace.Zone)}")))));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.reports"], Main = Html.Element("h2", "", view.Words["site.archive"]) + archive + past + Html.Element("h2", "", view.Words["site.live"]) + live,
        }));
    }

    /// <summary>A file as it was rendered; only those that are listed.</summary>
    public static async Task FileAsync(HttpContext context)
    {
        var view = new View(context);
        var name = $"{context.Request.RouteValues["name"]}";
        var file = Files(view.Workspace.OutDirectory).FirstOrDefault(f => f.Name == name) ?? throw new MeritException(ServeRules.NoPage.Here());
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await (Types.TryGetValue(file.Extension, out var type)
            ? Answers.WriteAsync(context, await File.ReadAllTextAsync(file.FullName, context.RequestAborted), type)
            : Answers.FileAsync(context, file, Others[file.Extension]));
    }

    /// <summary>A report as it was sent; only those that are listed.</summary>
    public static async Task SentAsync(HttpContext context)
    {
        var view = new View(context);
        var (report, at) = ($"{context.Request.RouteValues["report"]}", $"{context.Request.RouteValues["at"]}");
        var sent = new SentReports(view.Workspace.StateDirectory).All().FirstOrDefault(s => s.Report == report && Path.GetFileName(s.Folder) == at);
        var file = sent?.Files.FirstOrDefault(f => f.EndsWith(".html", StringComparison.Ordinal)) ?? sent?.Files.FirstOrDefault(f => Types.ContainsKey(Path.GetExtension(f)));
        if (sent is null || file is null)
        {
            throw new MeritException(ServeRules.NoPage.Here());
        }

        context.Response.Headers.ContentSecurityPolicy = Policy;
        await Answers.WriteAsync(context, await File.ReadAllTextAsync(Path.Combine(sent.Folder, file), context.RequestAborted), Types[Path.GetExtension(file)]);
    }

    private static string When(View view, FileInfo file)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(view.Workspace.Zone);
        var time = TimeZoneInfo.ConvertTimeFromUtc(file.LastWriteTimeUtc, zone);
        return $"{view.Voice.Dates.Day(DateOnly.FromDateTime(time))} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    // Files for other programs, as they are.
    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv; charset=utf-8", [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".pdf"] = "application/pdf", [".png"] = "image/png",
    };

    /// <summary>What was rendered.</summary>
    public static IReadOnlyList<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).GetFiles().Where(f => Types.ContainsKey(f.Extension) || Others.ContainsKey(f.Extension)).OrderBy(f => f.Name, StringComparer.Ordinal)]
        : [];
}
