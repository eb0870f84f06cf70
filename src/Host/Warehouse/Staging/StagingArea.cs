using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Takes what a connector gives and makes it a <see cref="Staged"/> source in the engine.</summary>
internal sealed class StagingArea(Session session, Workspace workspace, Source source, string tempDirectory, RejectLog rejects)
{
    private IStage? _stage;
    private string? _kind;

    /// <summary>What changes a source gave that tells changes only; null for one that gives all it has.</summary>
    public ChangeStage? Increment { get; private set; }

    /// <summary>Takes the next piece.</summary>
    public void Take(Chunk chunk)
    {
        switch (chunk)
        {
            case Changes changes when _stage is null && Increment is null:
                Increment = new ChangeStage(session, changes.Key);
                break;
            case Changes:
                throw new InvalidOperationException("it gives Changes twice, or after its first rows");
            case Removed removed:
                Known.Remove(removed);
                break;
            case Present present:
                Known.Keep(present);
                break;
            case Restated restated:
                Known.Restate(restated);
                break;
            case Rows rows when Increment is not null:
                Increment.Take(rows, Display(rows.Place));
                break;
            case RemovedPlaces places when Increment is { IsByPlace: true }:
                Increment.Forget([.. places.Places.Select(Display)], places.AreToldAnew);
                break;
            case RemovedPlaces:
                throw new InvalidOperationException("it says which places are gone, but not that its rows are told apart by their places");
            case Files files when Increment is { IsByPlace: true }:
                Add(files, Increment);
                break;
            case Files when Increment is not null:
                throw new InvalidOperationException("it gives files after Changes of another key than their places");
            case Rows rows:
                Stage("rows", () => new RowStage(session)).Take(rows, Display(rows.Place));
                break;
            case Files { Format: CsvFormat format } files:
                Stage("delimited text", () => new CsvStage(session, source, tempDirectory, rejects)).Take(Pairs(files), format);
                break;
            case Files { Format: JsonFormat format } files:
                Stage("JSON", () => new JsonStage(session, source, rejects)).Take(Pairs(files), format);
                break;
            case Files { Format: ParquetFormat } files:
                Stage("Parquet", () => new ParquetStage(session, source)).Take(Pairs(files));
                break;
            case Files { Format: DuckDbFormat format } files:
                Stage("a DuckDB file", () => new DuckDbStage(session, source)).Take(Pairs(files), format);
                break;
            case Reject reject:
                rejects.Add(Display(reject.Place), reject.Row, reject.Column, reject.Reason, reject.Raw);
                break;
            case Checkpoint:
                break;
            default:
                throw new InvalidOperationException($"A chunk of the kind {chunk.GetType().Name} is not known.");
        }
    }

    private ChangeStage Known => Increment ?? throw new InvalidOperationException("it must give Changes before it says what is gone");

    /// <summary>All rows taken.</summary>
    public Staged Finish() => _stage?.Finish() ?? Staged.Nothing;

    /// <summary>A name for a table of this session that nothing else has.</summary>
    public static string FreshName() => string.Create(CultureInfo.InvariantCulture, $"stage_{Guid.NewGuid():N}");

    // Each by itself: what is read of one must not depend on which others are read with it.
    private void Add(Files files, ChangeStage changes)
    {
        foreach (var path in files.Paths)
        {
            var alone = new StagingArea(session, workspace, source, tempDirectory, rejects);
            alone.Take(files with { Paths = [path] });
            var staged = alone.Finish();
            changes.Take(staged);
            foreach (var made in staged.Objects)
            {
                session.Execute($"DROP {made}");
            }
        }
    }

    private T Stage<T>(string kind, Func<T> make)
        where T : class, IStage
    {
        if (_stage is null)
        {
            (_stage, _kind) = (make(), kind);
        }

        return _stage as T ?? throw new MeritException(LoadRules.MixedChunks.At(source.At, source.Name, _kind, kind));
    }

    private List<(string Path, string Shown)> Pairs(Files files) => [.. files.Paths.Select(p => (p, Display(p)))];

    // Relative to the workspace where it lies inside; a place that is no path (a page, a sheet) as it is.
    private string Display(string place)
    {
        if (!Path.IsPathRooted(place))
        {
            return place;
        }

        var relative = Path.GetRelativePath(workspace.Directory, place);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? place : relative).Replace('\\', '/');
    }
}

/// <summary>One way in.</summary>
internal interface IStage
{
    /// <summary>All rows taken.</summary>
    Staged Finish();
}
