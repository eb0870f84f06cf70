using Merit.Plugins.Connectors;

namespace Merit.Connectors.Databases.DuckDb;

/// <summary>Names a DuckDB file for Merit's own engine to read. That is fast enough to read all of it every time.</summary>
internal sealed class DuckDbConnector(DuckDbOptions options) : IConnector, IChecks
{
    public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop)
    {
        var file = Path.GetFullPath(options.Path, request.Directory);
        return File.Exists(file)
            ? new Chunk[] { new Files([file], new DuckDbFormat { Table = options.Table, Query = options.Query }) }.ToAsyncEnumerable()
            : throw new ConnectorException($"There is no file {options.Path}.", "Check 'path'.");
    }

    public Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop) => Task.FromResult<IReadOnlyList<WrongSetting>>(
        File.Exists(Path.GetFullPath(options.Path, request.Directory)) ? [] : [new WrongSetting("path", $"There is no file {options.Path}.")]);
}
