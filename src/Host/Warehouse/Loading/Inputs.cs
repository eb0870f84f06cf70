using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Loading;

/// <summary>
/// What the sources offer, asked before the engine is opened: an engine's folders cannot be changed once it is locked. Of each source the files it names are
/// taken now; rows are left with the connector until they are loaded.
/// </summary>
internal sealed class Inputs : IAsyncDisposable
{
    private readonly Dictionary<string, SourceReading> _readings;
    private readonly string _directory;

    private Inputs(Dictionary<string, SourceReading> readings, string directory) => (_readings, _directory) = (readings, directory);

    /// <summary>The folders the engine must be allowed to read.</summary>
    public IReadOnlyList<string> Folders =>
        [.. _readings.Values.SelectMany(r => r.Files).Select(f => Path.GetDirectoryName(f) ?? _directory).Append(_directory).Distinct(StringComparer.Ordinal)];

    /// <summary>Asks every source; throws with everything that cannot be read.</summary>
    public static async Task<Inputs> GatherAsync(Workspace workspace, PluginCatalog plugins, CancellationToken stop)
    {
        Dictionary<string, SourceReading> readings = new(StringComparer.Ordinal);
        var inputs = new Inputs(readings, workspace.Directory);
        List<Diagnostic> findings = [];
        foreach (var source in workspace.Sources)
        {
            try
            {
                var entry = plugins.Connector(source.Connector) ?? throw new InvalidOperationException($"There is no connector '{source.Connector}'.");
                var reading = new SourceReading(source, PluginCatalog.MakeConnector(entry, source.Options), workspace.Directory, stop);
                readings.Add(source.Name, reading);
                await reading.BeginAsync();
            }
            catch (MeritException e)
            {
                findings.AddRange(e.Diagnostics);
            }
        }

        if (findings.Count > 0)
        {
            await inputs.DisposeAsync();
            throw new MeritException(findings);
        }

        return inputs;
    }

    /// <summary>All that a source gives.</summary>
    public async IAsyncEnumerable<Chunk> ReadAsync(Source source, [EnumeratorCancellation] CancellationToken stop)
    {
        var reading = _readings[source.Name];
        var allowed = Folders;
        while (await reading.NextAsync() is { } chunk)
        {
            stop.ThrowIfCancellationRequested();
            if (chunk is Files files && files.Paths.FirstOrDefault(p => !allowed.Any(f => IsInside(p, f))) is { } outside)
            {
                throw new MeritException(LoadRules.OutsideFolders.At(source.At, source.Name, outside));
            }

            yield return chunk;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reading in _readings.Values)
        {
            await reading.DisposeAsync();
        }
    }

    private static bool IsInside(string path, string folder) =>
        !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(Path.GetRelativePath(folder, path));
}
