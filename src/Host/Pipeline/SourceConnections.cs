using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Testing;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Plugins.Connectors;

namespace Merit.Host.Pipeline;

/// <summary>Asks connectors about their sources without reading them.</summary>
internal sealed class SourceConnections(Workspace workspace, PluginCatalog catalog, TimeProvider clock)
{
    /// <summary>Tries the settings of every source whose connector can.</summary>
    public async Task<IReadOnlyList<Diagnostic>> CheckAsync(CancellationToken stop) =>
        [.. (await Task.WhenAll(workspace.Sources.Select(s => Task.Run(() => CheckAsync(s, stop), stop)))).SelectMany(f => f)];

    /// <summary>What a source could read.</summary>
    public async Task<IReadOnlyList<SourceStream>> DiscoverAsync(Source source, CancellationToken stop) =>
        await AskAsync(source, async connector => connector is IDiscovers discovers
            ? await discovers.DiscoverAsync(Request(source), stop).WaitAsync(stop)
            : throw new MeritException(LoadRules.NotDiscovered.At(source.At, source.Name, source.Connector)), stop);

    /// <summary>Runs the tests that sources bring along; those that several of them share, once.</summary>
    public async Task<IReadOnlyList<TestOutcome>> TestAsync(CancellationToken stop)
    {
        var outcomes = new List<TestOutcome>();
        foreach (var source in workspace.Sources)
        {
            var secrets = Secrets.Of(source.Options);
            var started = clock.GetTimestamp();
            var tests = await AskAsync(source, async connector => connector is ITests tested ? await tested.TestAsync(Request(source), stop).WaitAsync(stop) : [], stop);
            var took = clock.GetElapsedTime(started) / Math.Max(1, tests.Count);
            outcomes.AddRange(tests.Select(test => new TestOutcome(
                new TestDefinition(test.Name, new Place(test.File, test.Line)),
                [.. test.Differences.Select(d => new Difference(d.What, secrets.Hide(d.Expected), secrets.Hide(d.Found), new Place(test.File, test.Line)))],
                took)));
        }

        return [.. outcomes.DistinctBy(o => (o.Test.Name, o.Test.At))];
    }

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(Source source, CancellationToken stop)
    {
        try
        {
            var secrets = Secrets.Of(source.Options);
            var wrong = await AskAsync(source, async connector => connector is IChecks checks ? await checks.CheckAsync(Request(source), stop).WaitAsync(stop) : [], stop);
            return [.. wrong.Select(w => LoadRules.WrongSetting.At(
                w.Option is { } key && source.OptionsAt.TryGetValue(key, out var at) ? at : source.At, source.Name,
                secrets.Hide(w.Option is { } option ? $"'{option}': {w.Message}" : w.Message), secrets.Hide(w.NextStep)))];
        }
        catch (MeritException e)
        {
            return e.Diagnostics;
        }
    }

    private async Task<T> AskAsync<T>(Source source, Func<IConnector, Task<T>> ask, CancellationToken stop)
    {
        var secrets = Secrets.Of(source.Options);
        try
        {
            var entry = catalog.Connector(source.Connector) ?? throw new InvalidOperationException($"There is no connector '{source.Connector}'.");
            return await ask(PluginCatalog.MakeConnector(entry, source.Options, source.At));
        }
        catch (ConnectorException e)
        {
            throw new MeritException(LoadRules.CannotRead.At(source.At, source.Name, secrets.Hide(e.Message), secrets.Hide(e.NextStep)), e);
        }
        catch (Exception e) when (e is not MeritException && !(e is OperationCanceledException && stop.IsCancellationRequested))
        {
            throw new MeritException(LoadRules.ConnectorFailed.At(source.At, source.Name, source.Connector, secrets.Hide(e.Message.TrimEnd('.'))), e);
        }
    }

    private ReadRequest Request(Source source) => Inputs.Request(workspace, source) with { Clock = clock };
}
