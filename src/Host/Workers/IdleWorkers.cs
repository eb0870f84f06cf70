namespace Merit.Host.Workers;

/// <summary>
/// Workers that wait for a question. A worker keeps what it was asked, so who asks about the same again gets the same one where it is free; else the one that answered last,
/// which is the readiest.
/// </summary>
internal sealed class IdleWorkers
{
    private readonly SemaphoreSlim _count = new(0);
    private readonly Lock _gate = new();
    private readonly List<WorkerProcess> _latestLast = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _count.CurrentCount == 0;

    /// <summary>Takes one, as soon as there is one.</summary>
    /// <param name="subject">What it will be asked about, or null.</param>
    /// <param name="stop">Asks to wait no longer.</param>
    public async Task<WorkerProcess> TakeAsync(string? subject, CancellationToken stop)
    {
        await _count.WaitAsync(stop);
        return Take(subject);
    }

    /// <summary>Takes one if there is one.</summary>
    public WorkerProcess? TryTake() => _count.Wait(0, CancellationToken.None) ? Take(null) : null;

    /// <summary>Puts one back.</summary>
    public void Put(WorkerProcess worker)
    {
        lock (_gate)
        {
            _latestLast.Add(worker);
        }

        _count.Release();
    }

    private WorkerProcess Take(string? subject)
    {
        lock (_gate)
        {
            var at = subject is null ? -1 : _latestLast.FindLastIndex(w => w.Knows(subject));
            at = at < 0 ? _latestLast.Count - 1 : at;
            var worker = _latestLast[at];
            _latestLast.RemoveAt(at);
            return worker;
        }
    }
}
