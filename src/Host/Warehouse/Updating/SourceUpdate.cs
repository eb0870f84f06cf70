using Merit.Diagnostics;
using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Updating;

/// <summary>What changed of one source, mapped: the rows of its table that go and those that come, and the same of its rejects.</summary>
/// <param name="session">The draft.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="source">The source.</param>
/// <param name="delta">What changed of its kept rows.</param>
/// <param name="mapped">What the former version had of it.</param>
/// <param name="warnings">Where is told what the user should know.</param>
internal sealed class SourceUpdate(Session session, Workspace workspace, Source source, KeptDelta delta, MappedRows mapped, List<Diagnostic> warnings)
{
    private const string RejectColumns = "file, row_number, column_name, reason, raw";

    private readonly List<string> _made = [];
    private Part _before = Part.None;
    private Part _after = Part.None;

    /// <summary>Whether of rows that go only the keys are known, with keys that no row had among them.</summary>
    public bool KeysAlone => delta.KeysAlone;

    /// <summary>The table of rows that go.</summary>
    public string Going => _before.Rows;

    /// <summary>The table of rows that come.</summary>
    public string Coming => _after.Rows;

    /// <summary>How many go.</summary>
    public long GoingCount => _before.Count;

    /// <summary>How many of its rows were in the table.</summary>
    public long FormerCount => mapped.Loaded;

    /// <summary>The columns it fills.</summary>
    public IReadOnlyList<string> Filled => _after.Filled;

    /// <summary>How many of its rows are in the table now.</summary>
    public long Loaded => mapped.Loaded - _before.Count + _after.Count;

    /// <summary>How many its condition leaves out now.</summary>
    public long Filtered => mapped.Filtered - _before.Filtered + _after.Filtered;

    /// <summary>How many are rejected on their way into the table now.</summary>
    public long Rejected { get; private set; }

    /// <summary>Maps both, as the source's rows were and will be mapped.</summary>
    public void Map(TableLayout layout, Enrichment enrichment)
    {
        _before = delta.KeysAlone ? Keys(delta.Before, layout) : Map(delta.Before, layout, enrichment);
        _after = Map(delta.After, layout, enrichment);
    }

    /// <summary>Whether all rejects that go were there.</summary>
    public bool HadRejects() => session.Scalar<long>($"SELECT count(*) FROM (SELECT {RejectColumns} FROM {_before.Rejects} EXCEPT ALL {Former})") == 0;

    /// <summary>Keeps the rejects there are now.</summary>
    public void Reject()
    {
        var (name, table) = (SqlText.Text(source.Name), SqlText.Text(source.Into));
        Rejected = session.Execute($"INSERT INTO merit.rejects SELECT {name}, {table}, {RejectColumns} FROM ({Former}{(_before.RejectCount == 0 ? "" : $" EXCEPT ALL SELECT {RejectColumns} FROM {_before.Rejects}")})")
            + session.Execute($"INSERT INTO merit.rejects SELECT * FROM {_after.Rejects} ORDER BY rowid");
        _after.Rejection?.SayMissingRates();
    }

    /// <summary>Frees what the engine holds of it.</summary>
    public void Drop()
    {
        foreach (var made in _made)
        {
            session.Execute($"DROP {made}");
        }
    }

    private string Former => $"SELECT {RejectColumns} FROM {KeptSources.Rejects} WHERE source = {SqlText.Text(source.Name)}";

    // Of these rows nothing but the key is known, so nothing else of them is judged.
    private Part Keys(Staged rows, TableLayout layout)
    {
        var mapping = SourceMapping.Make(session, workspace, source, rows, layout);
        _made.Add($"VIEW temp.{mapping.View}");
        var (keys, rejects) = (StagingArea.FreshName(), StagingArea.FreshName());
        session.Execute($"CREATE TEMP TABLE {keys} AS SELECT DISTINCT {SqlText.Names(layout.Key)} FROM temp.{mapping.View}; CREATE TEMP TABLE {rejects} AS SELECT * FROM merit.rejects LIMIT 0");
        _made.AddRange([$"TABLE temp.{keys}", $"TABLE temp.{rejects}"]);
        return new Part($"temp.{keys}", rows.Count, 0, $"temp.{rejects}", 0, mapping.Filled, null);
    }

    private Part Map(Staged rows, TableLayout layout, Enrichment enrichment)
    {
        var mapping = SourceMapping.Make(session, workspace, source, rows, layout);
        _made.Add($"VIEW temp.{mapping.View}");
        var own = layout with { Name = StagingArea.FreshName() };
        session.Execute(own.Create(temporary: true));
        _made.Add($"TABLE temp.{own.Name}");
        var rejects = StagingArea.FreshName();
        session.Execute($"CREATE TEMP TABLE {rejects} AS SELECT * FROM merit.rejects LIMIT 0");
        _made.Add($"TABLE temp.{rejects}");
        var rejection = new Rejection(session, source, rows, mapping, warnings);
        if (rows.Count == 0)
        {
            return new Part($"temp.{own.Name}", 0, 0, $"temp.{rejects}", 0, mapping.Filled, rejection);
        }

        var columns = SqlText.Names(layout.Columns.Select(c => c.Name));
        var count = session.Execute($"INSERT INTO temp.{own.Name} ({columns}) {enrichment.Select(layout, mapping.Filled, mapping.Sound, $"temp.{mapping.View}", source.Name)}");
        var filtered = source.Where is null ? 0 : session.Scalar<long>($"SELECT count(*) FROM temp.{mapping.View} WHERE NOT {SqlText.Name(SourceMapping.Kept)}");
        var rejected = rows.Count > count + filtered ? rejection.KeepUnsound($"temp.{rejects}") : 0;
        return rows.Count == count + filtered + rejected
            ? new Part($"temp.{own.Name}", count, filtered, $"temp.{rejects}", rejected, mapping.Filled, rejection)
            : throw new InvalidOperationException($"Of the source '{source.Name}', {rows.Count} rows changed, but {count} are to be loaded, {rejected} rejected and {filtered} filtered.");
    }

    private sealed record Part(string Rows, long Count, long Filtered, string Rejects, long RejectCount, IReadOnlyList<string> Filled, Rejection? Rejection)
    {
        public static Part None { get; } = new("", 0, 0, "", 0, [], null);
    }
}
