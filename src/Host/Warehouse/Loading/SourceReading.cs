using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Loading;

/// <summary>One source being read: what it gave before its first rows is held, the rest is asked for when it is needed.</summary>
internal sealed class SourceReading(Source source, IConnector connector, ReadRequest request, CancellationToken stop) : IAsyncDisposable
{
    private readonly Queue<Chunk> _held = [];
    private readonly Secrets _secrets = Secrets.Of(source.Options);
    private IAsyncEnumerator<Chunk>? _chunks;
    private bool _ended;
    private bool _left;

    /// <summary>The files named so far.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    /// <summary>Reads up to the first rows.</summary>
    public async Task BeginAsync()
    {
        List<string> files = [];
        do
        {
            if (await AskAsync() is not { } chunk)
            {
                _ended = true;
                break;
            }

            _held.Enqueue(chunk);
            files.AddRange(chunk is Files named ? named.Paths : []);
        }
        while (_held.Last() is not Rows);

        Files = files;
    }

    /// <summary>The next piece, or null at the end.</summary>
    public async Task<Chunk?> NextAsync()
    {
        if (_held.TryDequeue(out var chunk))
        {
            return chunk;
        }

        return _ended ? null : await AskAsync();
    }

    // A connector that is still at work cannot be asked to clean up.
    public ValueTask DisposeAsync() => _left ? ValueTask.CompletedTask : _chunks?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Chunk?> AskAsync()
    {
        try
        {
            _chunks ??= connector.ReadAsync(request, stop).GetAsyncEnumerator(stop);
            var next = _chunks.MoveNextAsync();
            return await WaitAsync(next) ? Hidden(_chunks.Current) : null;
        }
        catch (ConnectorException e)
        {
            throw new MeritException(LoadRules.CannotRead.At(source.At, source.Name, _secrets.Hide(e.Message), _secrets.Hide(e.NextStep)), e);
        }
        catch (Exception e) when (e is not MeritException && !(e is OperationCanceledException && stop.IsCancellationRequested))
        {
            throw new MeritException(LoadRules.ConnectorFailed.At(source.At, source.Name, source.Connector, _secrets.Hide(e.Message.TrimEnd('.'))), e);
        }
    }

    // Whoever asks to stop does not wait for a connector that does not listen.
    private async Task<bool> WaitAsync(ValueTask<bool> next)
    {
        if (next.IsCompleted)
        {
            return await next;
        }

        var asked = next.AsTask();
        try
        {
            return await asked.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (!asked.IsCompleted)
        {
            _left = true;
            throw;
        }
    }

    private Chunk Hidden(Chunk chunk) => chunk switch
    {
        Reject reject => reject with { Place = _secrets.Hide(reject.Place), Reason = _secrets.Hide(reject.Reason), Raw = _secrets.Hide(reject.Raw) },
        Rows rows => rows with { Place = _secrets.Hide(rows.Place) },
        Checkpoint checkpoint when !string.Equals(_secrets.Hide(checkpoint.State), checkpoint.State, StringComparison.Ordinal) =>
            throw new InvalidOperationException("its state holds a secret"),
        _ => chunk,
    };
}
