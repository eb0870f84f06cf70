using Merit.Host.Access;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>Looks at the pages that everybody looks at, before anybody does, whenever other workers have taken over: what they are made of is then known already.</summary>
internal static class Greeting
{
    private static readonly (string Path, RequestDelegate Show)[] Pages =
        [("/", TemplatePage.OverviewAsync), ("/campaigns", CampaignsPage.ShowAsync), ("/channels", TemplatePage.ChannelsAsync), ("/attribution", AttributionPage.ShowAsync)];

    /// <summary>Looks until it is stopped.</summary>
    /// <param name="pool">Who answers.</param>
    /// <param name="services">What pages find there.</param>
    /// <param name="stop">Asks to stop.</param>
    public static async Task RunAsync(WorkerPool pool, IServiceProvider services, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (changed, greeted) = (pool.WhenChanged, pool.Current);
            foreach (var page in Pages)
            {
                if (pool.Current == greeted && !stop.IsCancellationRequested)
                {
                    await LookAsync(page, services, stop);
                }
            }

            // Whoever edits a template looks at it.
            while (pool.Current == greeted)
            {
                await changed.WaitAsync(stop);
                changed = pool.WhenChanged;
            }
        }
    }

    private static async Task LookAsync((string Path, RequestDelegate Show) page, IServiceProvider services, CancellationToken stop)
    {
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = stop };
        context.Features.Set(Visitor.Local);
        context.Request.Path = page.Path;
        try
        {
            await page.Show(context);
        }
#pragma warning disable CA1031 // Whatever is wrong with a page is told to who looks at it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nobody has asked yet.
        }
    }
}
