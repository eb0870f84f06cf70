using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Reports.Archive;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard.Pages;

/// <summary>What was rendered, what was before, what was sent, and the same templates over the data as they are now.</summary>
internal static class ArchivePage
{
    private const int MostPast = 600;
    private const int MostSent = 100;

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        var catalogue = await Catalogues.OfAsync(view);
        var live = Html.Raw("ul", "archive", string.Concat(catalogue.Reports.Select(r => Html.Raw("li", "", Html.Link(view.To($"/reports/live/{Uri.EscapeDataString(r)}"), r)))));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.reports"],
            Main = Resent(view, context) + Html.Element("h2", "", view.Words["site.archive"]) + Rendered(view) + Past(view) + Sent(view) + Html.Element("h2", "", view.Words["site.live"]) + live,
        }));
    }

    /// <summary>A file as it was rendered; only those that are listed.</summary>
    public static async Task FileAsync(HttpContext context)
    {
        var name = $"{context.Request.RouteValues["name"]}";
        await KeptFile.WriteAsync(context, Files(new View(context).Workspace.OutDirectory).FirstOrDefault(f => f.Name == name) ?? throw new MeritException(ServeRules.NoPage.Here()));
    }

    /// <summary>What was rendered last.</summary>
    public static IReadOnlyList<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).GetFiles().Where(f => KeptFile.IsReport(f.Name)).OrderBy(f => f.Name, StringComparer.Ordinal)]
        : [];

    // What was rendered holds all rows.
    private static string Rendered(View view)
    {
        var files = Files(view.Workspace.OutDirectory);
        if (view.IsRuled || files.Count == 0)
        {
            return Html.Element("p", "nothing", view.Words[view.IsRuled ? "site.archive-whole" : "site.archive-none"]);
        }

        var past = new ReportArchive(view.Workspace.StateDirectory, ArchiveSettings.Usual).Kept;
        var reports = files.Where(f => f.Extension is not ".csv").Select(f => Path.GetFileNameWithoutExtension(f.Name)).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length).ToList();
        var byReport = files.GroupBy(f => reports.FirstOrDefault(r => f.Name.StartsWith(r + ".", StringComparison.Ordinal)) ?? f.Name, StringComparer.Ordinal).OrderBy(g => g.Key is not "index").ThenBy(g => g.Key, StringComparer.Ordinal);
        return Html.Raw("ul", "archive", string.Concat(byReport.Select(g => Rendered(view, g.Key is "index" ? view.Words["index.title"] : past.Latest(g.Key)?.Title ?? g.Key, [.. g]))));
    }

    private static string Rendered(View view, string title, IReadOnlyList<FileInfo> files)
    {
        var page = files.OrderBy(f => f.Extension switch { ".html" => 0, ".md" => 1, ".csv" => 3, _ => 2 }).First();
        var tables = files.Where(f => f.Extension is ".csv" && f != page).ToList();
        return Html.Raw(
            "li", "",
            Html.Link(At(page), title) + Html.Element("span", "type", view.Moment(new DateTimeOffset(page.LastWriteTimeUtc), view.Workspace.Zone))
            + string.Concat(files.Where(f => f != page && f.Extension is not ".csv").Select(f => Html.Link(At(f), view.Words[Kind(f.Name)])))
            + (tables.Count == 0 ? "" : Html.Raw("details", "tables", Html.Element("summary", "", view.Words.Count("index.csv", tables.Count)) + Html.Raw("ul", "", string.Concat(tables.Select(f => Html.Raw("li", "", Html.Link(At(f), f.Name))))))));

        static string At(FileInfo file) => $"/reports/{Uri.EscapeDataString(file.Name)}";
    }

    private static string Kind(string file) => Path.GetExtension(file) switch { ".xlsx" => "index.excel", ".pdf" => "index.pdf", ".png" => "index.picture", _ => "index.text" };

    private static string Past(View view)
    {
        var past = view.IsRuled ? [] : new ReportArchive(view.Workspace.StateDirectory, ArchiveSettings.Usual).Kept.All(MostPast);
        return past.Count == 0 ? "" : Html.Element("h2", "", view.Words["site.past"]) + Html.Element("p", "note", view.Words["site.past-note"])
            + string.Concat(past.GroupBy(p => p.Report, StringComparer.Ordinal).OrderBy(g => g.First().Title, StringComparer.Ordinal).Select(g => Html.Raw(
                "details", "past",
                Html.Raw("summary", "", Html.Text(g.First().Title) + " " + Html.Element("span", "type", view.Words.Count("site.past-count", g.Count(), view.Moment(g.First().At, view.Workspace.Zone))))
                + Html.Raw("ul", "archive", string.Concat(g.Select(p => Html.Raw("li", "", Html.Link(KeptFile.AddressOf("past", p), view.Moment(p.At, view.Workspace.Zone)) + Html.Element("span", "type", Basis(view, p)) + Others(view, p))))))));
    }

    private static string Sent(View view)
    {
        var sent = view.IsRuled ? [] : new SentReports(view.Workspace.StateDirectory).Kept.All(MostSent).Where(s => s.Files.Count > 0).ToList();
        var deliveries = sent.Count == 0 ? [] : new DeliveryJournal(view.Workspace.StateDirectory).All;
        var mayResend = view.MaySee(ResendEndpoint.Address);
        return sent.Count == 0 ? "" : Html.Element("h2", "", view.Words["site.sent"]) + Html.Raw("ul", "archive", string.Concat(sent.Select(s => Html.Raw(
            "li", "",
            Html.Link(KeptFile.AddressOf("sent", s), s.Title) + Html.Element("span", "type", $"{view.Moment(s.At, view.Workspace.Zone)} · {Basis(view, s)}")
            + (mayResend ? Again(view, s, ResendEndpoint.RecipientsOf(s, deliveries, view)) : "")))));
    }

    // What the figures rested on: the days, how far the data went, and which definitions.
    private static string Basis(View view, KeptReport kept) => string.Join(" · ", new[]
    {
        kept.Days, kept.AsOf is { } day ? view.Words.Say("header.as-of", view.Voice.Dates.Day(day)) : "", kept.DefinitionHash.Length == 0 ? "" : view.Words.Say("site.past-definitions", kept.DefinitionHash),
    }.Where(t => t.Length > 0));

    // A table each is too many links.
    private static string Others(View view, KeptReport kept) => string.Concat(kept.Files.Where(f => f != KeptFile.PageOf(kept) && KeptFile.IsReport(f) && Path.GetExtension(f) is not ".csv")
        .Select(f => Html.Link($"{KeptFile.AddressOf("past", kept)}/{Uri.EscapeDataString(f)}", view.Words[Kind(f)])));

    // First to whom, then the button: what is sent cannot be called back.
    private static string Again(View view, KeptReport sent, IReadOnlyList<string> recipients) => recipients.Count == 0 ? "" : $"""
        <details class="again"><summary>{Html.Text(view.Words["site.again"])}</summary>
        <form method="post" action="{Html.Text(View.Address(ResendEndpoint.Address, [("lang", Asked.Text(view.Query, "lang"))]))}">{view.FormToken()}<input type="hidden" name="report" value="{Html.Text(sent.Report)}"><input type="hidden" name="at" value="{Html.Text(sent.Time)}"><input type="hidden" name="once" value="{Guid.NewGuid():N}">
        <p>{Html.Text(view.Words.Say("site.again-to", view.Words.List(recipients)))}</p><button type="submit">{Html.Text(view.Words["site.again-now"])}</button></form></details>
        """;

    private static string Resent(View view, HttpContext context)
    {
        if (Asked.Text(view.Query, "sent") is not { } once || !view.MaySee(ResendEndpoint.Address) || context.RequestServices.GetRequiredService<Resending>().Of(once) is not { } resent)
        {
            return "";
        }

        var (key, words) = (resent.Ended.IsCompleted ? resent.Ended is { IsCompletedSuccessfully: true, Result: true } ? "site.again-done" : "site.again-failed" : "site.again-begun", view.Words);
        var notes = string.Concat(resent.Notes.Select(n => Html.Element("li", "", n)));
        return $"<section class=\"resent\" role=\"status\"><p>{Html.Text(words.Say(key, resent.Title, words.List(resent.Recipients)))} {(resent.Ended.IsCompleted ? "" : Html.Link(view.Here(), words["site.again-look"]))}</p>{(notes.Length == 0 ? "" : Html.Raw("ul", "note", notes))}</section>";
    }
}
