using Merit.Diagnostics;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Plugins.Connectors;

namespace Merit.Host.Warehouse.Loading;

/// <summary>One source on its way: read, mapped, put into a table, accounted for.</summary>
internal sealed class SourceLoad(Session session, Workspace workspace, Source given, TimeProvider time, List<Diagnostic> warnings)
{
    private readonly RejectLog _rejects = new(session, given.Name, given.Into);
    private readonly DateTime _startedAt = time.GetUtcNow().UtcDateTime;
    private Staged _staged = Staged.Nothing;
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

    /// <summary>Reads it into the engine.</summary>
    public async Task StageAsync(Inputs inputs, string tempDirectory, CancellationToken stop)
    {
        var area = new StagingArea(session, workspace, Source, tempDirectory, _rejects);
        await foreach (var chunk in inputs.ReadAsync(Source, stop))
        {
            area.Take(chunk);
            if (chunk is Checkpoint checkpoint)
            {
                _covered = (Earlier(_covered.From, checkpoint.CoveredFrom), Later(_covered.To, checkpoint.CoveredTo));
            }
        }

        _staged = area.Finish();
        _rejects.Flush();
        _refused = _rejects.Count;
        if (Source.Columns.Count == 0)
        {
            Source = Source with { Columns = ColumnInference.Columns(session, _staged, Source.At) };
        }
    }

    /// <summary>Understands it; throws with all that is wrong with the mapping.</summary>
    public void Map(TableLayout layout)
    {
        _layout = layout;
        _mapping = SourceMapping.Make(session, workspace, Source, _staged, layout);
    }

    /// <summary>Puts its sound rows into a table and keeps the others.</summary>
    /// <param name="destination">The table.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="select">Makes a SELECT of the layout's columns from rows that have the given columns.</param>
    public void Fill(string destination, TableLayout layout, Func<IReadOnlyList<string>, string, string> select)
    {
        var mapping = _mapping ?? throw new InvalidOperationException("The source is not mapped yet.");
        var before = session.Scalar<long?>($"SELECT max(rowid) FROM {destination}") ?? -1;
        var rejection = new Rejection(session, Source, _staged, mapping, _rejects, warnings);
        var columns = string.Join(", ", layout.Columns.Select(c => SqlText.Name(c.Name)));
        _loaded = session.Execute($"INSERT INTO {destination} ({columns}) {select(mapping.Filled, mapping.Sound)}");
        _filtered = Source.Where is null ? 0 : session.Scalar<long>($"SELECT count(*) FROM temp.{mapping.View} WHERE NOT {SqlText.Name(SourceMapping.Kept)}");
        var unsound = _staged.Count - _loaded - _filtered;
        if (unsound > 0)
        {
            rejection.KeepUnsound();
        }

        if (layout.Key.Count > 0 && _loaded > 0 && HasDuplicates(destination, layout))
        {
            var others = rejection.KeepDuplicates(layout.Key);
            session.Execute($"DELETE FROM {destination} WHERE rowid > {before}");
            _loaded = session.Execute($"INSERT INTO {destination} ({columns}) {select(mapping.Filled, others)}");
        }

        Cover(destination, layout, before);
        Account();
    }

    /// <summary>Frees what the engine holds of it.</summary>
    public void DropStage()
    {
        foreach (var made in _staged.Objects.Prepend($"VIEW temp.{_mapping?.View}"))
        {
            session.Execute($"DROP {made}");
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
        return new LoadSummary(Source.Name, Source.Into, Source.Connector, finishedAt, read, _loaded, _rejects.Count, _filtered, from, to);
    }

    private bool HasDuplicates(string destination, TableLayout layout) =>
        session.Scalar<long>($"SELECT count(*) FROM (SELECT DISTINCT {SqlText.Names(layout.Key)} FROM {destination})") < session.Scalar<long>($"SELECT count(*) FROM {destination}");

    private void Cover(string destination, TableLayout layout, long before)
    {
        if (Source.Covers is not null || _covered != default || layout.Time is not { } dated || !Filled.Contains(dated, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        var column = SqlText.Name(dated);
        var isInstant = layout.Column(dated)?.Type == ColumnType.Timestamp;
        _covered = session.Query($"SELECT min({column})::TIMESTAMP, max({column})::TIMESTAMP FROM {destination} WHERE rowid > {before}", r =>
            r.IsDBNull(0) ? default((DateOnly?, DateOnly?)) : (Day(r.GetDateTime(0)), Day(r.GetDateTime(1))))[0];

        DateOnly Day(DateTime at) =>
            DateOnly.FromDateTime(isInstant ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), workspace.Zone) : at);
    }

    // Nothing is lost: a difference here is a defect of ours, and no version is published.
    private void Account()
    {
        var read = _staged.Count + _refused;
        if (read != _loaded + _rejects.Count + _filtered)
        {
            throw new InvalidOperationException($"Of the source '{Source.Name}', {read} rows were read, but {_loaded} loaded, {_rejects.Count} rejected and {_filtered} filtered.");
        }
    }

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;
}
