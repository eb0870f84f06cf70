using Merit.Host.Access;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard;

/// <summary>
/// Looks at what everybody looks at before anybody does, whenever other workers have taken over: what it is made of is then known already. At the overview always, and at the
/// other pages once somebody has a page open.
/// </summary>
internal sealed class Greeting
{
    private static readonly (string Path, RequestDelegate Show)[] Others =
        [("/campaigns", CampaignsPage.ShowAsync), ("/channels", TemplatePage.ChannelsAsync), ("/attribution", AttributionPage.ShowAsync)];

    private readonly TaskCompletionSource _somebody = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Somebody has a page open.</summary>
    public void Come() => _somebody.TrySetResult();

    /// <summary>Looks until it is stopped.</summary>
    /// <param name="pool">Who answers.</param>
    /// <param name="services">What pages find there.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task RunAsync(WorkerPool pool, IServiceProvider services, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (changed, greeted) = (pool.WhenChanged, pool.Current);
            await LookAsync(("/", TemplatePage.OverviewAsync), services, stop);
            await Task.WhenAny(_somebody.Task, TakenOverAsync(pool, greeted, changed)).WaitAsync(stop);
            foreach (var page in Others)
            {
                if (pool.Current == greeted && !stop.IsCancellationRequested)
                {
                    await LookAsync(page, services, stop);
                }
            }

            await TakenOverAsync(pool, greeted, changed).WaitAsync(stop);
        }
    }

    // Whoever edits a template looks at it.
    private static async Task TakenOverAsync(WorkerPool pool, Generation greeted, Task changed)
    {
        while (pool.Current == greeted)
        {
            await changed;
            changed = pool.WhenChanged;
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
