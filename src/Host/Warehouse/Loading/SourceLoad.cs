using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
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
    private Staged _staged = Staged.Nothing;
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

    /// <summary>The source; where it left its columns open, with those found in it.</summary>
    public Source Source { get; private set; } = given;

    /// <summary>The columns it fills.</summary>
    public IReadOnlyList<string> Filled => _mapping?.Filled ?? [];

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

            budget.Count(chunk);
            read(Source, budget.Rows);
            if (chunk is Checkpoint checkpoint)
            {
                _state = checkpoint.State;
                _covered = (Earlier(_covered.From, checkpoint.CoveredFrom), Later(_covered.To, checkpoint.CoveredTo));
                if (budget.IsSpent && _area.Increment is not null)
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
            _staged = Join(changes);
        }
        else
        {
            // Kept before, and now read as a whole: what is kept is of no use to anyone.
            KeptRows.Forget(session, Source);
            _staged = area.Finish();
        }

        _rejects.Flush();
        _refused = _rejects.Count;
        if (Source.Columns.Count == 0)
        {
            Source = Source with { Columns = ColumnInference.Columns(session, _staged, Source.At) };
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
            var now = new KeptRows(session, Source, former, _rejects, warnings).Merge(changes);
            _rejects.Join();
            _covered = (Earlier(former?.Covered.From, _covered.From), Later(former?.Covered.To, _covered.To));
            _state ??= former?.State;
            _key = changes.Key;
            _answered = _covered;
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
        _mapping = SourceMapping.Make(session, workspace, Source, _staged, layout);
        _forgotten = Suppression?.Apply(_mapping, layout);
    }

    /// <summary>Frees what the engine holds of it.</summary>
    public void DropStage()
    {
        foreach (var made in _staged.Objects.Prepend($"VIEW temp.{_mapping?.View}"))
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
        var read = _staged.Count + _refused;
        session.Execute(
            $"INSERT INTO merit.loads VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, {SqlText.List(Filled)}::VARCHAR[], {SqlText.List(_layout?.Key ?? [])}::VARCHAR[], $10, $11)",
            Source.Name, Source.Into, Source.Connector, _startedAt, finishedAt, read, _loaded, _rejects.Count, _filtered, from, to);
        if (_key.Count > 0 && _state is not null && !_hides)
        {
            session.Execute(
                $"INSERT INTO merit.kept VALUES ($1, $2, $3, {SqlText.List(_key)}::VARCHAR[], $4, $5, $6)", Source.Name, KeptSource.SettingsOf(Source), _state, _answered.From, _answered.To, finishedAt);
        }

        return new LoadSummary(Source.Name, Source.Into, Source.Connector, finishedAt, read, _loaded, _rejects.Count, _filtered, from, to);
    }

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;
}
