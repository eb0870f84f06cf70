using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>What was rendered, and the same templates over the data as they are now.</summary>
internal static class ArchivePage
{
    // A report brings its own scripts, and its own policy names them; here it may do nothing else, not even be of this site.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-scripts allow-top-navigation-by-user-activation";

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
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.reports"], Main = Html.Element("h2", "", view.Words["site.archive"]) + archive + Html.Element("h2", "", view.Words["site.live"]) + live,
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
