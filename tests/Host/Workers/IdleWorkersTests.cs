using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Tests.Workers;

public sealed class IdleWorkersTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly PageQuestion Overview = new("overview", null) { Locale = "en" };

    private readonly List<WorkerProcess> _workers = [];

    public ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The workers of these tests are shells.");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _workers.ForEach(w => w.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Who_was_asked_about_it_before_is_asked_again_else_who_answered_last()
    {
        var idle = new IdleWorkers();
        var (knows, other, last) = (await Start(), await Start(), await Start());
        await knows.AskAsync(Overview).WaitAsync(Patience);
        foreach (var worker in new[] { other, knows, last })
        {
            idle.Put(worker);
        }

        Assert.Same(knows, await idle.TakeAsync("overview", CancellationToken.None));
        Assert.Same(last, await idle.TakeAsync("overview", CancellationToken.None));
        idle.Put(knows);
        Assert.Same(knows, await idle.TakeAsync(null, CancellationToken.None));
        Assert.Same(other, idle.TryTake());
        Assert.Null(idle.TryTake());
        Assert.True(idle.IsEmpty);
    }

    [Fact]
    public async Task Who_waits_gets_the_next_that_is_free_and_who_leaves_takes_none_away()
    {
        var idle = new IdleWorkers();
        using var leaves = new CancellationTokenSource();
        var left = idle.TakeAsync("overview", leaves.Token);
        var waits = idle.TakeAsync("overview", CancellationToken.None);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(Patience));

        var worker = await Start();
        idle.Put(worker);

        Assert.Same(worker, await waits.WaitAsync(Patience));
    }

    private async Task<WorkerProcess> Start()
    {
        var worker = await WorkerProcess.StartAsync(new CannedProgram().Start(withoutScripts: false), new WorkerLimits { Workers = 1, Time = Patience, Memory = long.MaxValue }, TimeProvider.System, CancellationToken.None);
        _workers.Add(worker);
        return worker;
    }
}
