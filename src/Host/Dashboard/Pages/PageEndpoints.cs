using Merit.Host.Dashboard.Assets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Merit.Host.Dashboard.Pages;

/// <summary>The pages, and the files they take from the site.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", TemplatePage.OverviewAsync);
        app.MapGet("/campaigns", CampaignsPage.ShowAsync);
        app.MapGet("/campaign", CampaignPage.ShowAsync);
        app.MapGet("/compare", ComparePage.ShowAsync);
        app.MapGet("/attribution", AttributionPage.ShowAsync);
        app.MapGet("/contact", ContactPage.ShowAsync);
        app.MapGet("/journey", JourneyPage.ShowAsync);
        app.MapGet("/channels", TemplatePage.ChannelsAsync);
        app.MapGet("/explore", ExplorePage.ShowAsync);
        app.MapGet("/explore.csv", ExplorePage.CsvAsync);
        app.MapGet("/explore.xlsx", ExplorePage.ExcelAsync);
        app.MapGet("/explain", ExplainPage.ShowAsync);
        app.MapGet("/reports", ArchivePage.ShowAsync);
        app.MapGet("/reports/{name}", ArchivePage.FileAsync);
        app.MapGet("/reports/live/{name}", TemplatePage.LiveAsync);
        app.MapGet("/reports/sent/{report}/{at}/{file?}", KeptFile.SentAsync);
        app.MapGet("/reports/past/{report}/{at}/{file?}", KeptFile.PastAsync);
        app.MapPost(ResendEndpoint.Address, ResendEndpoint.SendAsync);
        app.MapGet("/schedules", SchedulesPage.ShowAsync);
        app.MapGet("/alerts", AlertsPage.ShowAsync);
        app.MapGet("/data", DataPage.ShowAsync);
        app.MapGet("/events", Events.StreamAsync);
        foreach (var asset in SiteAsset.All)
        {
            app.MapGet(asset.Address, context =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Answers.WriteAsync(context, asset.Text, asset.Type);
            });
        }
    }
}
