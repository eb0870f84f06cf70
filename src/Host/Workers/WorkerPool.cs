using Merit.Diagnostics;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Workers;

/// <summary>
/// Answers questions through processes that hold the engine and run the scripts, so that neither a question nor a script can harm the process that serves. When the
/// workspace changes, new workers open it while those of before still answer.
/// </summary>
/// <param name="program">How a worker is started.</param>
/// <param name="limits">How many there are, and what each may take.</param>
/// <param name="state">What identifies the state of the workspace now.</param>
/// <param name="clock">The clock of the limits.</param>
internal sealed class WorkerPool(IWorkerProgram program, WorkerLimits limits, Func<string> state, TimeProvider clock) : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    // An editor empties a file before it writes it, or writes another and renames it.
    private static readonly TimeSpan Written = TimeSpan.FromMilliseconds(10);

    // Whoever is at a template saves it again soon; what stands in its front matter has time.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();
    private volatile Generation? _current;
    private volatile string _seen = "";
    private volatile TaskCompletionSource _changed = Signal();
    private volatile TaskCompletionSource _called = Signal();
    private Task _watching = Task.CompletedTask;

    /// <summary>Whether somebody asks as soon as workers have opened: the first of them then has the machine to itself until it has answered.</summary>
    public bool IsGreeted { get; init; }

    /// <summary>Ends when what answers are made of has changed.</summary>
    public Task WhenChanged => _changed.Task;

    /// <summary>What the workers hold, and what keeps them from answering.</summary>
    public Opened Opened => Current.Opened;

    /// <summary>Identifies what answers are made of.</summary>
    public string Stamp => WorkspaceStamp.Of(Current.Stamp, _seen);

    /// <summary>The processes that answer.</summary>
    public IReadOnlyList<int> Processes => Current.Processes;

    /// <summary>Who answers: another object when others have taken over.</summary>
    public Generation Current => _current ?? throw new InvalidOperationException("Not opened.");

    /// <summary>Opens the workspace, and from now on follows its changes.</summary>
    public async Task OpenAsync(CancellationToken stop)
    {
        _seen = state();
        _current = await OpenAsync(_seen, stop);
        _watching = Task.Run(WatchAsync, CancellationToken.None);
    }

    /// <summary>Looks now whether anything has changed, rather than a moment later.</summary>
    public void Look() => _called.TrySetResult();

    /// <summary>The answer; throws <see cref="Merit.Diagnostics.MeritException"/> with what is wrong.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken stop)
    {
        while (true)
        {
            var asked = Current;
            try
            {
                return await asked.AskAsync(question, stop);
            }
            catch (OperationCanceledException) when (asked != Current && !stop.IsCancellationRequested)
            {
                // Others have taken over while the question waited for a worker.
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching.ContinueWith(_ => { }, TaskScheduler.Default);
        _current?.Dispose();
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task<Generation> OpenAsync(string stamp, CancellationToken stop) => Generation.OpenAsync(stamp, program, limits, clock, IsGreeted, stop);

    private async Task WatchAsync()
    {
        using var ticks = new PeriodicTimer(BetweenLooks, clock);
        var tick = ticks.WaitForNextTickAsync(_end.Token).AsTask();
        Opening? next = null;
        long? edited = null;
        try
        {
            while (true)
            {
                if (await Task.WhenAny(tick, _called.Task) == tick)
                {
                    await tick;
                    tick = ticks.WaitForNextTickAsync(_end.Token).AsTask();
                }
                else
                {
                    await Task.Delay(Written, clock, _end.Token);
                    _called = Signal();
                }

                if (next is { Generation.IsCompleted: true })
                {
                    TakeOver(await next.Generation);
                    (next, edited) = (null, null);
                }

                Current.Fill();
                var before = Stamp;
                _seen = state();
                if (Stamp != before)
                {
                    // Templates only: what holds the rest renders those of now.
                    Tell();
                    edited = clock.GetTimestamp();
                }
                else if (edited is { } since && clock.GetElapsedTime(since) >= Quiet)
                {
                    edited = null;
                    _ = RenewAsync();
                }

                next = Follow(next);
            }
        }
        finally
        {
            next?.Abandon();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            await Current.RenewAsync(_end.Token);
        }
        catch (Exception failed) when (failed is MeritException or OperationCanceledException)
        {
            // What was known is known still; the next change is another occasion.
        }
    }

    // A script that hangs must not keep its mended self waiting: what changes again is opened again.
    private Opening? Follow(Opening? next)
    {
        var (seen, over) = (_seen, clock.GetUtcNow() >= Current.Opened.Until);
        var holds = Current.Holds(seen) && !over;
        if (next is null ? holds : !holds && WorkspaceStamp.IsHeld(seen, next.Stamp))
        {
            return next;
        }

        next?.Abandon();
        return holds ? null : new Opening(seen, stop => OpenAsync(seen, stop));
    }

    private void TakeOver(Generation next)
    {
        var last = Current;
        _current = next;
        last.Retire();
        Tell();
    }

    private void Tell() => Interlocked.Exchange(ref _changed, Signal()).SetResult();

    /// <summary>A state of the workspace that is being opened.</summary>
    private sealed class Opening
    {
        private readonly CancellationTokenSource _abandoned = new();

        public Opening(string stamp, Func<CancellationToken, Task<Generation>> open) => (Stamp, Generation) = (stamp, Task.Run(() => open(_abandoned.Token)));

        public string Stamp { get; }

        public Task<Generation> Generation { get; }

        public void Abandon()
        {
            _abandoned.Cancel();
            _ = ForgetAsync();
        }

        private async Task ForgetAsync()
        {
            try
            {
                (await Generation).Dispose();
            }
            catch (Exception abandoned) when (abandoned is MeritException or OperationCanceledException)
            {
                // That is what was asked for.
            }
        }
    }
}
