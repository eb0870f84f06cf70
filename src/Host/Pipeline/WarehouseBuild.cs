using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Recounting;
using Merit.Host.Commands;
using Merit.Host.Plugins;
using Merit.Host.Scoring;
using Merit.Host.Testing;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Testing;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Pipeline;

/// <summary>Makes a version of the warehouse: sources, what follows from them, journeys, credit, and what else is to be in it before it is published.</summary>
internal sealed class WarehouseBuild(Workspace workspace, PluginCatalog catalog, TimeProvider clock, IOutput output)
{
    /// <summary>Makes the tables of models in a draft that has everything else but scores.</summary>
    public Action<Session> MakeModels { get; init; } = _ => { };

    /// <summary>Tests the data of a draft once it is whole: what the tests found, and what kept them from running.</summary>
    public Func<Session, (IReadOnlyList<DataTestResult> Results, IReadOnlyList<Diagnostic> Findings)> Test { get; init; } = _ => ([], []);

    /// <summary>Builds and publishes. A failure or a stop on the way leaves the last version in place.</summary>
    /// <param name="finish">What to add to the draft, such as scores.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task<Built> RunAsync(Func<Session, ScoreOutcome>? finish, CancellationToken stop)
    {
        // Before anything is read: a model that cannot run would otherwise say so only after all the loading.
        _ = ModelWeight.Plan(workspace.Attribution, catalog);
        output.Progress("Reading the sources…");
        var versions = PublishedVersions.Of(workspace);
        var leaving = ForgottenPeople.Read(workspace).Unfinished;
        using var draft = versions.BeginDraft(DraftContent.Empty);
        if (leaving.Count > 0)
        {
            ForgottenEvents.Clean(workspace);
        }

        var kept = KeptSources.Begin(versions, draft, workspace, stop);
        var former = leaving.Count > 0 ? null : FormerVersion.Begin(versions, draft, workspace, catalog, started: kept.Any, stop);
        await using var inputs = await Inputs.GatherAsync(workspace, catalog, stop, kept, clock);
        var session = draft.Open([.. inputs.Folders, .. former is null ? Array.Empty<string>() : [versions.Directory]], stop);
        var progress = new ReadingProgress(output);
        var loaded = await new Loader(session, workspace, inputs, draft.TempDirectory, clock) { Kept = kept, KeepsCredits = former is not null, Read = progress.Read }.LoadAsync(stop);
        stop.ThrowIfCancellationRequested();
        output.Progress("Attributing…");
        Derivation.Run(session, workspace);
        former?.Attach(session);
        var journeys = new KeptCredits(session, workspace.Attribution, catalog).Build(former is null ? null : FormerVersion.Name, stop);
        former?.Detach(session);
        stop.ThrowIfCancellationRequested();
        output.Progress("Making models…");
        MakeModels(session);
        stop.ThrowIfCancellationRequested();
        output.Progress("Scoring…");
        var scores = finish?.Invoke(session) ?? new ScoreOutcome([], []);
        output.Progress("Testing the data…");
        var (tested, untested) = Test(session);
        DataTestLog.Write(session, tested);
        var rejected = RejectedRows.Of(loaded.Loads, session);
        var notes = LoadHistory.Notes(session);
        stop.ThrowIfCancellationRequested();
        if (loaded.LeavesRemains || ((kept.Any || former is not null) && (leaving.Count > 0 || workspace.Identity is { Hashed.Count: > 0 })))
        {
            draft.Clean();
        }

        var version = draft.Publish();
        Leftovers.Remove(workspace, versions, version, leaving);
        return new Built(version, new LoadResult(version.Number, loaded.Loads, journeys, notes, [.. loaded.Warnings, .. journeys.Findings, .. rejected, .. untested, .. tested.Where(t => t.Outcome == DataTestOutcome.Failed).Select(t => t.Finding)])
        {
            DataTests = tested,
            Changes = loaded.Changes,
        }, scores);
    }
}

/// <summary>A published version and what went into it.</summary>
internal sealed record Built(PublishedVersion Version, LoadResult Load, ScoreOutcome Scores);
