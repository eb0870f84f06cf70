using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Assets;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>One campaign.</summary>
internal static class CampaignPage
{
    /// <summary>The address of a campaign's page.</summary>
    public static string At(View view, string id) => view.To("/campaign", ("id", id));

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var filter = $"campaign = {Quoted(Asked.Text(view.Query, "id") ?? throw new MeritException(ServeRules.NoPage.Here()))}";
        var found = await view.AskAsync(new FiguresQuestion { Metrics = ["campaigns"], By = ["campaign_name", "type"], Where = [filter] });
        var campaign = found.Rows is [var row, ..] ? row : throw new MeritException(ServeRules.NoPage.Here());
        var asked = TemplatePage.Question(view, "campaign", Resource.Text("pages/campaign.md"));
        var part = await view.AskAsync(asked with { Where = [.. asked.Where, filter] });
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Voice.Group(campaign.Dimensions[0], found.Dimensions[0]),
            Lead = campaign.Dimensions[1] is string type ? view.Voice.CampaignType(type) : "",
            Facts = part.Facts,
            Filters = new FilterForm(view).Period().Compare("previous").Keep("id", "lang").Write(),
            Main = part.Html,
            HasCharts = part.HasCharts,
        }));
    }

    private static string Quoted(string id) => $"'{id.Replace("'", "''", StringComparison.Ordinal)}'";
}
