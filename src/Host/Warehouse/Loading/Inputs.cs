using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Keeping;
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
    /// <param name="workspace">The workspace.</param>
    /// <param name="plugins">Its plugins.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <param name="kept">What the former version keeps; nothing, to read everything anew.</param>
    /// <param name="clock">The time, for connectors that ask for days.</param>
    public static async Task<Inputs> GatherAsync(Workspace workspace, PluginCatalog plugins, CancellationToken stop, KeptSources? kept = null, TimeProvider? clock = null)
    {
        Dictionary<string, SourceReading> readings = new(StringComparer.Ordinal);
        var inputs = new Inputs(readings, workspace.Directory);
        List<Diagnostic> findings = [];
        List<Task> begun = [];
        foreach (var source in workspace.Sources)
        {
            try
            {
                var entry = plugins.Connector(source.Connector) ?? throw new InvalidOperationException($"There is no connector '{source.Connector}'.");
                var request = Request(workspace, source) with { State = kept?.Of(source)?.State, Clock = clock ?? TimeProvider.System };
                var reading = new SourceReading(source, PluginCatalog.MakeConnector(entry, source.Options), request, stop);
                readings.Add(source.Name, reading);
                begun.Add(Task.Run(reading.BeginAsync, stop));
            }
            catch (MeritException e)
            {
                findings.AddRange(e.Diagnostics);
            }
        }

        foreach (var reading in begun)
        {
            try
            {
                await reading;
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

    /// <summary>What a connector is asked.</summary>
    public static ReadRequest Request(Workspace workspace, Source source) => new(source.Name, workspace.Directory) { Lookback = source.Lookback, Zone = source.Zone };

    /// <summary>Whether a source gives rows itself, rather than files for the engine to read.</summary>
    public bool GivesRows(Source source) => _readings[source.Name].Files.Count == 0;

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
