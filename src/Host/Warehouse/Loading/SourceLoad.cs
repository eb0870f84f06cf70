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
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Loading;

/// <summary>One source on its way: read, mapped, put into a table, accounted for.</summary>
/// <param name="session">The draft.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="given">The source.</param>
/// <param name="former">What the former version keeps of it, or null.</param>
/// <param name="time">The time.</param>
/// <param name="warnings">Where is told what the user should know.</param>
internal sealed partial class SourceLoad(Session session, Workspace workspace, Source given, KeptSource? former, TimeProvider time, List<Diagnostic> warnings)
{
    private readonly bool _hides = workspace.Identity?.Hides(given) == true;
    private RejectLog _rejects = new(session, given.Name, given.Into);
    private ForgottenRows? _forgotten;
    private readonly DateTime _startedAt = time.GetUtcNow().UtcDateTime;
    private StagingArea? _area;
    private IReadOnlyList<string> _key = [];
    private string? _state;
    private (DateOnly? From, DateOnly? To) _answered;
    private bool _isCutOff;
    private SourceMapping? _mapping;
    private (DateOnly? From, DateOnly? To) _covered;
    private TableLayout? _layout;
    private long _loaded;
    private long _filtered;
    private long _refused;
    private (long Duplicates, string? Print) _made;

    /// <summary>The source; where it left its columns open, with those found in it.</summary>
    public Source Source { get; private set; } = given;

    /// <summary>The columns it fills.</summary>
    public IReadOnlyList<string> Filled { get; private set; } = [];

    /// <summary>Its rows as mapped, sound or not.</summary>
    public string All => $"temp.{_mapping?.View}";

    /// <summary>Where is told who its rows speak of, or null.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Who is not to come back, or null.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>Whether rows were kept for a while that are not to stay: what was deleted may still lie in the file.</summary>
    public bool LeavesRemains => _hides && _key.Count > 0;

    /// <summary>What changed, of a source that tells changes only.</summary>
    public SourceChange? Change { get; private set; }

    /// <summary>What the former version keeps of it, or null.</summary>
    public KeptSource? Former => former;

    /// <summary>What changed of the rows kept of it; null where all of them are new.</summary>
    public KeptDelta? Delta { get; private set; }

    /// <summary>Its rows as they came.</summary>
    public Staged Staged { get; private set; } = Staged.Nothing;

    /// <summary>Whether the days it answers for are known without its rows.</summary>
    public bool CoversItself => Source.Covers is not null || _covered != default;

    /// <summary>Reads it into the engine.</summary>
    /// <param name="inputs">What the sources offer.</param>
    /// <param name="reader">A session that nothing else uses meanwhile.</param>
    /// <param name="tempDirectory">For files of its own.</param>
    /// <param name="read">Hears how many rows have come.</param>
    /// <param name="stop">Asks to stop.</param>
    public async Task ReadAsync(Inputs inputs, Session reader, string tempDirectory, Action<Source, long> read, CancellationToken stop)
    {
        _rejects = new RejectLog(reader, Source.Name, Source.Into) { Withholds = _hides };
        _area = new StagingArea(reader, workspace, Source, tempDirectory, _rejects);
        var budget = new ReadMeter(Source);
        await foreach (var chunk in inputs.ReadAsync(Source, stop))
        {
            try
            {
                _area.Take(chunk);
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException)
            {
                throw Defect(e);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Found, and gone or shut before it was read.
                throw new MeritException(LoadRules.CannotRead.At(Source.At, Source.Name, $"{e.Message.TrimEnd('.')}.", "See that its files stay as they are while they are loaded, then load again."), e);
            }

            budget.Count(chunk);
            read(Source, budget.Rows);
            if (chunk is Checkpoint checkpoint)
            {
                _state = checkpoint.State;
                _covered = Coverage.Join(_covered, (checkpoint.CoveredFrom, checkpoint.CoveredTo));

                // What is read again may take up a budget by itself: a load that stopped there would stop there for ever.
                if (budget.IsSpent && _area.Increment is not null && !string.Equals(checkpoint.State, former?.State, StringComparison.Ordinal))
                {
                    _isCutOff = true;
                    break;
                }
            }
        }

        _rejects.Flush();
    }

    /// <summary>Makes rows of what was read: all there are now, where only changes came.</summary>
    public void Stage()
    {
        var area = _area ?? throw new InvalidOperationException("The source is not read yet.");
        if (area.Increment is { } changes)
        {
            Staged = Join(changes);
        }
        else
        {
            // Kept before, and now read as a whole: what is kept is of no use to anyone.
            KeptRows.Forget(session, Source);
            Staged = area.Finish();
        }

        _rejects.Flush();
        _refused = _rejects.Count;
        if (Source.Columns.Count == 0)
        {
            Source = Source with { Columns = ColumnInference.Columns(session, Staged, Source.At) };
        }
    }

    private Staged Join(ChangeStage changes)
    {
        // A state of another key is no use: the rows were kept under the old one. Said before anything is merged.
        if (former is { } kept && !kept.Key.SequenceEqual(changes.Key, StringComparer.OrdinalIgnoreCase))
        {
            throw new MeritException(LoadRules.KeyChanged.At(Source.At, Source.Name, string.Join(", ", kept.Key), string.Join(", ", changes.Key)));
        }

        try
        {
            changes.Close();
            (var now, Delta) = new KeptRows(session, Source, former, _rejects, warnings) { KeysWillDo = KeysAlone.Tell(session, Source, former, changes.Key) }.Merge(changes);
            _rejects.Join(changes.IsByPlace);
            _covered = Coverage.Join(former?.Covered ?? default, _covered);
            (_state, _key, _answered) = (_state ?? former?.State, changes.Key, _covered);
            Change = new SourceChange(Source.Name, changes.Count, former is not null);
            if (_isCutOff)
            {
                warnings.Add(LoadRules.BudgetSpent.At(Source.At, Source.Name, changes.Count));
            }

            return now;
        }
        catch (InvalidOperationException e)
        {
            throw Defect(e);
        }
        finally
        {
            changes.Drop();
        }
    }

    private MeritException Defect(Exception e) => new(LoadRules.ConnectorFailed.At(Source.At, Source.Name, Source.Connector, e.Message.TrimEnd('.')), e);

    /// <summary>Understands it; throws with all that is wrong with the mapping.</summary>
    public void Map(TableLayout layout)
    {
        _layout = layout;
        _mapping = SourceMapping.Make(session, workspace, Source, Staged, layout);
        Filled = _mapping.Filled;
        _forgotten = Suppression?.Apply(_mapping, layout);
    }

    /// <summary>Takes what came of it where its table was brought up to date instead.</summary>
    public void TakeOver(SourceUpdate update, TableLayout layout)
    {
        (_layout, Filled, _loaded, _filtered, Change) = (layout, update.Filled, update.Loaded, update.Filtered, Change is null ? null : Change with { Updated = true });
        _rejects.Counted(update.Rejected);
        Cover($"main.{SqlText.Name(layout.Name)}", layout, before: -1);
        Account();
    }

    /// <summary>Notes by what its rows were mapped, so that the next load may map only those that change.</summary>
    public void Remember(string? print) => _made.Print = _made.Duplicates == 0 ? print : null;

    /// <summary>Frees what the engine holds of it.</summary>
    public void DropStage()
    {
        foreach (var made in (_mapping is null ? Array.Empty<string>() : [$"VIEW temp.{_mapping.View}"]).Concat(Staged.Objects).Concat(Delta is null ? [] : Delta.Before.Objects.Concat(Delta.After.Objects)))
        {
            session.Execute($"DROP {made}");
        }

        if (_key.Count > 0)
        {
            CleanKept();
        }
    }

    private void CleanKept()
    {
        if (_hides)
        {
            KeptRows.Forget(session, Source);
        }
        else if (_forgotten is not null)
        {
            Suppression?.Clean(_forgotten, Source, KeptRows.NameOf(Source), KeptRows.Columns(session, Source), _key);
        }
    }

    /// <summary>Records what came of it.</summary>
    public LoadSummary Finish()
    {
        var finishedAt = time.GetUtcNow().UtcDateTime;
        var (from, to) = Source.Covers is { } covers ? (covers.From, covers.To) : _covered;
        var summary = new LoadSummary(Source.Name, Source.Into, Source.Connector, finishedAt, Staged.Count + _refused, _loaded, _rejects.Count, _filtered, from, to);
        LoadHistory.Add(session, summary, _startedAt, Filled, _layout?.Key ?? []);
        if (_key.Count > 0 && _state is not null && !_hides)
        {
            var kept = new KeptSource(Source.Name, KeptSource.SettingsOf(Source), _state, _key, _answered);
            KeptSources.Save(session, kept with { Mapped = _made.Print is { } print ? new MappedRows(print, _loaded, _filtered) : null }, finishedAt);
        }

        return summary;
    }
}
