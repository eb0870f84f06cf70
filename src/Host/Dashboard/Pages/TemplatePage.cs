using Merit.Host.Reports;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Pages that are templates, as reports are: the overview, the channels, and any report as the data are now.</summary>
internal static class TemplatePage
{
    public static Task OverviewAsync(HttpContext context) => ShowAsync(new View(context), context, "overview", null);

    public static Task ChannelsAsync(HttpContext context) => ShowAsync(new View(context), context, "channels", null);

    /// <summary>A template of reports by its name; an edited one is seen at once.</summary>
    public static Task LiveAsync(HttpContext context) => ShowAsync(new View(context), context, $"{context.Request.RouteValues["name"]}", null);

    private static async Task ShowAsync(View view, HttpContext context, string name, string? template)
    {
        var form = new FilterForm(view).Period().Compare("previous").Where()
            .Choice("model", view.Words["site.model"], [("", view.Words["site.usual"]), .. view.Workspace.Models.Select(m => (m, m))], "").Keep("lang");
        var part = await view.AskAsync(Question(view, name, template));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = part.Title, Lead = part.Description, Facts = part.Facts, Filters = form.Write(), Main = part.Html, HasCharts = part.HasCharts,
        }));
    }

    /// <summary>What the address asks of a template.</summary>
    public static PageQuestion Question(View view, string name, string? template) => new(name, template)
    {
        Period = Asked.Text(view.Query, "period"),
        Compare = Asked.Text(view.Query, "compare") is { } compare && Comparisons.ByName.TryGetValue(compare, out var known) ? known : null,
        Where = [.. view.Query["where"].OfType<string>().Where(w => w.Trim().Length > 0)],
        Model = Asked.Text(view.Query, "model"),
        Locale = view.Words.Locale,
    };
}
