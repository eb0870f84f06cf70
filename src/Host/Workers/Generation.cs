using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Workers;

/// <summary>The workers that hold one state of the workspace: one published version and one set of scripts. They never change; what changes gets others.</summary>
internal sealed class Generation : IDisposable
{
    private readonly IWorkerProgram _program;
    private readonly WorkerLimits _limits;
    private readonly TimeProvider _clock;
    private readonly IdleWorkers _idle = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Lock _counting = new();
    private readonly HashSet<WorkerProcess> _all = [];
    private bool _withoutScripts;
    private volatile bool _alone;
    private int _starting;

    private Generation(string stamp, IWorkerProgram program, WorkerLimits limits, TimeProvider clock) =>
        (Stamp, _program, _limits, _clock) = (stamp, program, limits, clock);

    /// <summary>Identifies the state.</summary>
    public string Stamp { get; private set; }

    /// <summary>What its workers hold, and what keeps them from answering.</summary>
    public Opened Opened { get; private set; } = new();

    /// <summary>Whether a state of the workspace is the one that its workers hold, or would not be opened otherwise.</summary>
    public bool Holds(string stamp) => Opened.Findings.Count == 0 ? WorkspaceStamp.IsHeld(stamp, Stamp) : stamp == Stamp;

    /// <summary>The processes at hand.</summary>
    public IReadOnlyList<int> Processes
    {
        get
        {
            lock (_counting)
            {
                return [.. _all.Select(w => w.Id)];
            }
        }
    }

    /// <summary>Opens the state with one worker; the others follow: at once, or where it is to be alone with the machine, when it has answered or somebody waits for another.</summary>
    public static async Task<Generation> OpenAsync(string stamp, IWorkerProgram program, WorkerLimits limits, TimeProvider clock, bool alone, CancellationToken stop)
    {
        var generation = new Generation(stamp, program, limits, clock) { _alone = alone };
        try
        {
            var first = await WorkerProcess.StartAsync(program.Start(withoutScripts: false), limits, clock, stop);
            (generation.Opened, generation.Stamp) = (first.Opened, first.Opened.Stamp);
            if (first.Opened.Spent)
            {
                // What a script keeps busy is of no use to anybody: others do without scripts.
                (generation._withoutScripts, generation._alone) = (true, false);
                first.Dispose();
            }
            else
            {
                generation.Keep(first);
            }

            generation.Fill();
        }
        catch (MeritException failed)
        {
            generation.Opened = new Opened { Findings = [.. failed.Diagnostics.Select(Finding.Of)] };
        }
        catch
        {
            generation.Dispose();
            throw;
        }

        return generation;
    }

    /// <summary>The answer of the next worker that is free; <see cref="OperationCanceledException"/> where there will be none, because others have taken over.</summary>
    public async Task<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken stop)
    {
        Opened.ThrowIfClosed();
        var worker = await NextAsync(question.Subject, stop);
        try
        {
            return await worker.AskAsync(question);
        }
        finally
        {
            Return(worker);
        }
    }

    /// <summary>Looks again what there is to know of the workspace: templates may have changed since it was opened.</summary>
    public async Task RenewAsync(CancellationToken stop) => Opened = Opened with { Workspace = await AskAsync(new CardQuestion { For = Visitor.Local }, stop) };

    /// <summary>Starts workers that are missing, in the background: nobody waits for them but who finds none free.</summary>
    public void Fill()
    {
        lock (_counting)
        {
            for (; !_alone && !_over.IsCancellationRequested && _all.Count + _starting < _limits.Workers; _starting++)
            {
                _ = Task.Run(AddAsync);
            }
        }
    }

    /// <summary>Ends the workers: those at work as soon as they have answered.</summary>
    public void Retire()
    {
        _over.Cancel();
        EndIdle();
    }

    /// <summary>Ends the workers, whatever they are at.</summary>
    public void Dispose()
    {
        _over.Cancel();
        lock (_counting)
        {
            foreach (var worker in _all)
            {
                worker.Dispose();
            }

            _all.Clear();
        }
    }

    private async Task<WorkerProcess> NextAsync(string? subject, CancellationToken stop)
    {
        if (_idle.IsEmpty)
        {
            Join();
        }

        using var patience = new CancellationTokenSource(_limits.Time, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _over.Token, stop);
        try
        {
            return await _idle.TakeAsync(subject, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new MeritException(ServeRules.Busy.Here(_limits.Workers, _limits.Seconds));
        }
    }

    private void Return(WorkerProcess worker)
    {
        if (worker.IsUsable && !_over.IsCancellationRequested)
        {
            Rest(worker);
        }
        else
        {
            End(worker);
        }

        Join();
    }

    private void Rest(WorkerProcess worker)
    {
        _idle.Put(worker);

        // Others may have taken over just now.
        if (_over.IsCancellationRequested)
        {
            EndIdle();
        }
    }

    private void EndIdle()
    {
        while (_idle.TryTake() is { } worker)
        {
            End(worker);
        }
    }

    // The others, however few they are.
    private void Join()
    {
        _alone = false;
        Fill();
    }

    private async Task AddAsync()
    {
        try
        {
            var worker = await WorkerProcess.StartAsync(_program.Start(_withoutScripts), _limits, _clock, _over.Token);
            if (Holds(worker.Opened.Stamp))
            {
                Keep(worker);
            }
            else
            {
                // The workspace has changed since: its next state has workers of its own soon.
                worker.Dispose();
            }
        }
        catch (Exception failed) when (failed is MeritException or OperationCanceledException)
        {
            // With fewer workers the questions wait longer; without any, each says so.
        }
        finally
        {
            lock (_counting)
            {
                _starting--;
            }
        }
    }

    private void Keep(WorkerProcess worker)
    {
        lock (_counting)
        {
            if (!_over.IsCancellationRequested)
            {
                _all.Add(worker);
                Rest(worker);
                return;
            }
        }

        worker.Dispose();
    }

    private void End(WorkerProcess worker)
    {
        lock (_counting)
        {
            _all.Remove(worker);
        }

        worker.Dispose();
    }
}
