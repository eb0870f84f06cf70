using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Loading;

/// <summary>One source being read: what it gave before its first rows is held, the rest is asked for when it is needed.</summary>
internal sealed class SourceReading(Source source, IConnector connector, string directory, CancellationToken stop) : IAsyncDisposable
{
    private readonly Queue<Chunk> _held = [];
    private IAsyncEnumerator<Chunk>? _chunks;
    private bool _ended;

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

    public ValueTask DisposeAsync() => _chunks?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<Chunk?> AskAsync()
    {
        try
        {
            _chunks ??= connector.ReadAsync(new ReadRequest(source.Name, directory), stop).GetAsyncEnumerator(stop);
            return await _chunks.MoveNextAsync() ? _chunks.Current : null;
        }
        catch (ConnectorException e)
        {
            throw new MeritException(LoadRules.CannotRead.At(source.At, source.Name, e.Message, e.NextStep), e);
        }
        catch (Exception e) when (e is not (MeritException or OperationCanceledException))
        {
            throw new MeritException(LoadRules.ConnectorFailed.At(source.At, source.Name, source.Connector, e.Message.TrimEnd('.')), e);
        }
    }
}
