using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Reports.Archive;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Files that were rendered or sent, as they were.</summary>
internal static class KeptFile
{
    // A report brings its own scripts, and its own policy names them; here it may do nothing else, not even be of this site.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'none'; sandbox allow-scripts allow-top-navigation-by-user-activation";

    private static readonly Dictionary<string, string> Read = new(StringComparer.OrdinalIgnoreCase) { [".html"] = "text/html; charset=utf-8", [".md"] = "text/plain; charset=utf-8" };

    // Files for other programs, as they are.
    private static readonly Dictionary<string, string> Taken = new(StringComparer.OrdinalIgnoreCase)
    {
        [".csv"] = "text/csv; charset=utf-8", [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".pdf"] = "application/pdf", [".png"] = "image/png",
    };

    /// <summary>Whether a file is one of a report.</summary>
    public static bool IsReport(string name) => Read.ContainsKey(Path.GetExtension(name)) || Taken.ContainsKey(Path.GetExtension(name));

    /// <summary>The file that a reader opens; null where there is none.</summary>
    public static string? PageOf(KeptReport kept) => kept.Files.FirstOrDefault(f => f.EndsWith(".html", StringComparison.Ordinal)) ?? kept.Files.FirstOrDefault(f => Read.ContainsKey(Path.GetExtension(f))) ?? kept.Files.FirstOrDefault(IsReport);

    /// <summary>Where a report that was kept is opened.</summary>
    public static string AddressOf(string shelf, KeptReport kept) => $"/reports/{shelf}/{Uri.EscapeDataString(kept.Report)}/{kept.Time}";

    /// <summary>A file of a report as it was sent; only those that are listed.</summary>
    public static Task SentAsync(HttpContext context) => KeptAsync(context, new SentReports(new View(context).Workspace.StateDirectory).Kept);

    /// <summary>A file of a report as it was rendered in the past; only those that are listed.</summary>
    public static Task PastAsync(HttpContext context) => KeptAsync(context, new ReportArchive(new View(context).Workspace.StateDirectory, ArchiveSettings.Usual).Kept);

    /// <summary>Writes a file.</summary>
    public static async Task WriteAsync(HttpContext context, FileInfo file)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        await (Read.TryGetValue(file.Extension, out var type)
            ? Answers.WriteAsync(context, await File.ReadAllTextAsync(file.FullName, context.RequestAborted), type)
            : Answers.FileAsync(context, file, Taken[file.Extension]));
    }

    private static async Task KeptAsync(HttpContext context, KeptReports shelf)
    {
        var asked = context.Request.RouteValues;
        var kept = shelf.Find($"{asked["report"]}", $"{asked["at"]}");
        var name = asked["file"] is string named ? kept?.Files.FirstOrDefault(f => f == named && IsReport(f)) : kept is null ? null : PageOf(kept);
        if (kept is null || name is null || new FileInfo(Path.Combine(kept.Folder, name)) is not { Exists: true } file)
        {
            throw new MeritException(ServeRules.NoPage.Here());
        }

        await WriteAsync(context, file);
    }
}
