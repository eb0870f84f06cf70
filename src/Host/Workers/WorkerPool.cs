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

    private readonly CancellationTokenSource _end = new();
    private volatile Generation? _current;
    private volatile string _seen = "";
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _watching = Task.CompletedTask;

    /// <summary>Ends when other workers have taken over from those of now.</summary>
    public Task WhenChanged => _changed.Task;

    /// <summary>What the workers hold, and what keeps them from answering.</summary>
    public Opened Opened => Current.Opened;

    /// <summary>Identifies what answers are made of.</summary>
    public string Stamp => WorkspaceStamp.Of(Current.Stamp, _seen);

    /// <summary>The processes that answer.</summary>
    public IReadOnlyList<int> Processes => Current.Processes;

    private Generation Current => _current ?? throw new InvalidOperationException("Not opened.");

    /// <summary>Opens the workspace, and from now on follows its changes.</summary>
    public async Task OpenAsync(CancellationToken stop)
    {
        _seen = state();
        _current = await Generation.OpenAsync(_seen, program, limits, clock, stop);
        _watching = Task.Run(WatchAsync, CancellationToken.None);
    }

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

    // A script that hangs must not keep its mended self waiting: what changes again is opened again.
    private async Task WatchAsync()
    {
        using var ticks = new PeriodicTimer(BetweenLooks, clock);
        Opening? next = null;
        try
        {
            while (await ticks.WaitForNextTickAsync(_end.Token))
            {
                if (next is { Generation.IsCompleted: true })
                {
                    TakeOver(await next.Generation);
                    next = null;
                }

                Current.Fill();
                var stamp = state();
                var before = Stamp;
                _seen = stamp;
                if (Stamp != before)
                {
                    // Templates only: what holds the rest renders those of now, and nobody waits until others have opened it.
                    Tell();
                }

                var over = clock.GetUtcNow() >= Current.Opened.Until;
                if (stamp != (next?.Stamp ?? Current.Stamp) || (over && next is null))
                {
                    next?.Abandon();
                    next = stamp == Current.Stamp && !over ? null : new Opening(stamp, stop => Generation.OpenAsync(stamp, program, limits, clock, stop));
                }
            }
        }
        finally
        {
            next?.Abandon();
        }
    }

    private void TakeOver(Generation next)
    {
        var last = Current;
        _current = next;
        last.Retire();
        Tell();
    }

    private void Tell() => Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

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
