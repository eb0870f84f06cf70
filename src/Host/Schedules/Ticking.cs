using Merit.Host.Alerts;
using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;
using Quartz;

namespace Merit.Host.Schedules;

/// <summary>
/// Looks every minute, while the dashboard is served, whether a schedule or an alert is due, and has <c>merit schedule run</c> do it in a process of its own: the process that serves holds no
/// engine. What is due is known from what was written down, so nothing depends on having been awake at the right moment.
/// </summary>
internal sealed class Ticking : IAsyncDisposable
{
    private readonly IScheduler _scheduler;

    private Ticking(IScheduler scheduler) => _scheduler = scheduler;

    /// <summary>Looks from now on.</summary>
    /// <param name="pool">Knows the schedules of now.</param>
    /// <param name="run">Runs what is due.</param>
    /// <param name="clock">The time.</param>
    /// <param name="stop">Asks to stop.</param>
    public static async Task<Ticking> StartAsync(WorkerPool pool, Func<CancellationToken, Task> run, TimeProvider clock, CancellationToken stop)
    {
        var scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.ScheduleJob(
                "due",
                async (CancellationToken end) =>
                {
                    if (pool.Opened.Workspace is { } workspace && IsDue(workspace, clock.GetUtcNow()))
                    {
                        await run(end);
                    }
                },
                trigger => trigger.WithOverlapPolicy(OverlapPolicy.Skip).StartNow().WithSimpleSchedule(TimeSpan.FromMinutes(1), null));
        }).BuildScheduler(stop);
        await scheduler.Start(stop);
        return new Ticking(scheduler);
    }

    /// <summary>Whether any schedule or alert is due.</summary>
    public static bool IsDue(WorkspaceCard workspace, DateTimeOffset now)
    {
        var history = new RunHistory(workspace.StateDirectory);
        return workspace.Schedules.Any(s => history.DueOf(s.Name, CronTimes.Of(s.Cron, TimeZoneInfo.FindSystemTimeZoneById(s.Zone)), now) is not null)
            || AlertWatch.Due(workspace.Alerts, workspace.StateDirectory, now).Count > 0;
    }

    /// <summary>Runs what is due in a process of its own, and tells what it says.</summary>
    public static Task RunAsync(string baseDirectory, string project, Action<string> told, CancellationToken stop) =>
        OwnProcess.RunAsync(baseDirectory, ["schedule", "run", "--project", project], told, stop);

    public async ValueTask DisposeAsync() => await _scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
}
