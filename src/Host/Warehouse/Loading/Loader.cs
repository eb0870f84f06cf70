using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Warehouse.Updating;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Loading;

/// <summary>Reads all sources of a workspace into an empty warehouse.</summary>
internal sealed class Loader(Session session, Workspace workspace, Inputs inputs, string tempDirectory, TimeProvider time)
{
    // Each takes a connection and what its connector has in flight.
    private const int AtOnce = 4;

    // What rows of other tables are completed from comes before them.
    private static readonly string[] First = ["rates", "campaigns"];

    private readonly List<Diagnostic> _warnings = [];
    private readonly Dictionary<string, SourceLoad> _loads = new(StringComparer.Ordinal);

    private readonly List<Session> _readers = [];

    private readonly Suppression? _suppression = Suppression.Of(session, workspace);

    private readonly Evidence? _evidence = workspace.Identity is { } identity ? new Evidence(session, identity) : null;

    /// <summary>What the draft has of the former version.</summary>
    public KeptSources Kept { get; init; } = KeptSources.None;

    /// <summary>Whether the draft's credits, those of the former version, stay.</summary>
    public bool KeepsCredits { get; init; }

    /// <summary>Hears, from any thread, how many rows of a source have come.</summary>
    public Action<Source, long> Read { get; init; } = (_, _) => { };

    /// <summary>Makes every table, fills those that sources name, and keeps account of every row.</summary>
    public async Task<LoadOutcome> LoadAsync(CancellationToken stop)
    {
        var order = workspace.Sources.GroupBy(s => s.Into, StringComparer.Ordinal).OrderBy(g => Rank(g.Key)).ToList();
        Kept.Clear(session, Kept.Tables(workspace), KeepsCredits);
        session.AsOne(() => Prepare(order.ConvertAll(g => g.Key)));
        session.Execute($"ATTACH IF NOT EXISTS ':memory:' AS {StageTable.Incoming}");
        try
        {
            var mistakes = await ReadRowsAsync(stop);
            foreach (var table in order)
            {
                try
                {
                    await LoadTableAsync(table.Key, [.. table], stop);
                }
                catch (MeritException e) when (IsOfSource(e))
                {
                    // Every source's mistakes are worth knowing at once; nothing will be published. Others may want to join it.
                    mistakes.AddRange(e.Diagnostics);
                    CreatePlain(table.Key);
                }
            }

            if (mistakes.Count > 0)
            {
                throw new MeritException(mistakes);
            }

            People.Resolve(session, workspace);
            _suppression?.CleanRejects();
            List<LoadSummary> summaries = [];
            session.AsOne(() => summaries.AddRange(workspace.Sources.Select(s => _loads[s.Name].Finish())));
            return new LoadOutcome(summaries, _warnings)
            {
                Changes = [.. workspace.Sources.Select(s => _loads[s.Name].Change).OfType<SourceChange>()],
                LeavesRemains = _suppression?.LeavesRemains == true || _loads.Values.Any(l => l.LeavesRemains),
            };
        }
        finally
        {
            _readers.ForEach(r => r.Dispose());
        }
    }

    private static bool IsOfSource(MeritException e) => e.Diagnostics.All(d => d.Rule != WarehouseRules.EngineRefused);

    // Sources that give rows are read side by side, each with a session of its own; files wait for their turn, since one of them keeps the engine busy by itself.
    private async Task<List<Diagnostic>> ReadRowsAsync(CancellationToken stop)
    {
        using var places = new SemaphoreSlim(AtOnce);
        var readings = workspace.Sources.Where(inputs.GivesRows).Select(source =>
        {
            var reader = session.Beside();
            _readers.Add(reader);
            return Task.Run(() => ReadBesideAsync(source, reader, places, stop), stop);
        }).ToList();
        return [.. (await Task.WhenAll(readings)).SelectMany(m => m)];
    }

    private async Task<IReadOnlyList<Diagnostic>> ReadBesideAsync(Source source, Session reader, SemaphoreSlim places, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            await ReadAsync(source, reader, stop);
            return [];
        }
        catch (MeritException e) when (IsOfSource(e))
        {
            return e.Diagnostics;
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<SourceLoad> ReadAsync(Source source, Session reader, CancellationToken stop)
    {
        var load = new SourceLoad(session, workspace, source, Kept.Of(source), time, _warnings) { Evidence = _evidence, Suppression = _suppression };
        await load.ReadAsync(inputs, reader, tempDirectory, Read, stop);
        lock (_loads)
        {
            _loads.Add(source.Name, load);
        }

        return load;
    }

    private void Prepare(List<string> named)
    {
        WarehouseTables.Create(session);
        foreach (var table in Canonical.Tables.Where(t => !t.Derived && !named.Contains(t.Name, StringComparer.Ordinal)))
        {
            session.Execute(TableLayout.Of(table.Name, []).Create());
        }
    }

    private void CreatePlain(string table)
    {
        if (TableLayout.Of(table, []) is { Columns.Count: > 0 } layout)
        {
            session.Execute(layout.Create());
        }
    }

    private static int Rank(string table) => Array.IndexOf(First, table) is >= 0 and var rank ? rank : First.Length;

    private async Task LoadTableAsync(string table, IReadOnlyList<Source> sources, CancellationToken stop)
    {
        if (sources.Any(s => inputs.GivesRows(s) && !_loads.ContainsKey(s.Name)))
        {
            // Why is known already.
            CreatePlain(table);
            return;
        }

        List<SourceLoad> loads = [];
        foreach (var source in sources)
        {
            var load = _loads.GetValueOrDefault(source.Name) ?? await ReadAsync(source, session, stop);
            load.Stage();
            loads.Add(load);
        }

        var layout = TableLayout.Of(table, [.. loads.Select(l => l.Source)]);
        if (layout.Columns.Count == 0)
        {
            // A table of the workspace's own whose sources are empty has nothing to be made of.
            return;
        }

        // Who a row speaks of, and whether they are forgotten, depends on other rows than those that changed.
        var update = _evidence is null && _suppression is null ? new TableUpdate(session, workspace, layout, loads, _warnings) : null;
        if (update?.Apply() is not true)
        {
            new TableFilling(session, workspace, layout, loads, _warnings).Run();
        }

        update?.Remember();
        loads.ForEach(l => l.DropStage());
    }
}
