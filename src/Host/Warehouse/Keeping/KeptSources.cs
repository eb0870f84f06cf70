using System.Security.Cryptography;
using System.Text;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Keeping;

/// <summary>The sources a load goes on with where the former version left them. Their rows and their states lie in that version's file, and are published with the next.</summary>
internal sealed class KeptSources
{
    /// <summary>The schema their rows are in, a table each.</summary>
    public const string Schema = "kept";

    /// <summary>The temporary table of rows that were rejected on their way into tables that stay.</summary>
    public const string Rejects = "temp.former_rejects";

    private readonly Dictionary<string, KeptSource> _sources;

    private KeptSources(IEnumerable<KeptSource> sources) => _sources = sources.ToDictionary(s => s.Source, StringComparer.Ordinal);

    /// <summary>None: everything is read anew.</summary>
    public static KeptSources None { get; } = new([]);

    /// <summary>Whether there are any.</summary>
    public bool Any => _sources.Count > 0;

    /// <summary>Starts a draft: from the former version where it keeps something that is still of use, else from nothing.</summary>
    public static KeptSources Begin(PublishedVersions versions, Draft draft, Workspace workspace, CancellationToken stop)
    {
        if (workspace.ReadsAnew || draft.Former is not { } former)
        {
            return None;
        }

        IReadOnlyList<KeptSource> all;
        using (var session = versions.Open(former, stop))
        {
            all = Read(session);
        }

        var wanted = workspace.Sources.Where(s => workspace.Identity?.Hides(s) != true).ToDictionary(s => s.Name, KeptSource.SettingsOf, StringComparer.Ordinal);
        var kept = new KeptSources(all.Where(k => wanted.TryGetValue(k.Source, out var settings) && string.Equals(settings, k.Settings, StringComparison.Ordinal)));
        if (kept.Any)
        {
            draft.StartFrom(former);
        }

        return kept;
    }

    /// <summary>What is kept of a source, or null.</summary>
    public KeptSource? Of(Source source) => _sources.GetValueOrDefault(source.Name);

    /// <summary>The table that holds a source's rows. The engine's names do not tell capitals apart; those of sources do.</summary>
    public static string TableOf(string source) => source.Any(char.IsUpper)
        ? $"{source}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)))[..8]}"
        : source;

    /// <summary>The tables that all their sources may bring up to date, rather than fill anew.</summary>
    public IReadOnlySet<string> Tables(Workspace workspace) =>
        workspace.Sources.GroupBy(s => s.Into, StringComparer.Ordinal).Where(t => t.All(s => Of(s)?.Mapped is not null)).Select(t => t.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Leaves of a draft only what is kept.</summary>
    /// <param name="session">The draft.</param>
    /// <param name="tablesStaying">Tables of data that stay, with what was rejected on the way to them in <see cref="Rejects"/>.</param>
    /// <param name="credits">Whether the credits of the former version are to stay, too.</param>
    public void Clear(Session session, IReadOnlySet<string> tablesStaying, bool credits = false)
    {
        if (tablesStaying.Count > 0)
        {
            session.Execute($"""
                CREATE OR REPLACE TEMP TABLE former_rejects AS
                SELECT source, file, row_number, column_name, reason, raw FROM merit.rejects WHERE list_contains({SqlText.List(tablesStaying)}::VARCHAR[], table_name)
                EXCEPT ALL SELECT source, file, row_number, column_name, reason, raw FROM merit.kept_rejects
                """);
        }

        var tables = session.Query(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary", r => (Schema: r.GetString(0), Name: r.GetString(1)));
        var tablesKept = _sources.Keys.Select(TableOf).ToHashSet(StringComparer.Ordinal);
        var views = session.Query(
            "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = current_database() AND NOT internal AND NOT temporary", r => (r.GetString(0), r.GetString(1)));
        session.AsOne(() => Drop(session, views, [.. tables.Where(t => t is not { Schema: "merit", Name: "kept_rejects" } && !(t.Schema is Schema && tablesKept.Contains(t.Name)) && !(t.Schema is "main" && (tablesStaying.Contains(t.Name) || (credits && t.Name is "credits"))))]));
        session.Execute($"""
            CREATE SCHEMA IF NOT EXISTS {Schema};
            CREATE SCHEMA IF NOT EXISTS merit;
            CREATE TABLE merit.kept (
                source VARCHAR, settings VARCHAR, state VARCHAR, key_columns VARCHAR[], covered_from DATE, covered_to DATE, saved_at TIMESTAMP,
                mapped VARCHAR, loaded BIGINT, filtered BIGINT);
            CREATE TABLE IF NOT EXISTS merit.kept_rejects (source VARCHAR, file VARCHAR, row_number BIGINT, column_name VARCHAR, reason VARCHAR, raw VARCHAR);
            DELETE FROM merit.kept_rejects WHERE NOT list_contains({SqlText.List(_sources.Keys)}::VARCHAR[], source);
            """);
        if (Any || credits)
        {
            // What was dropped is room for what comes.
            session.Execute("CHECKPOINT");
        }
    }

    private static void Drop(Session session, IReadOnlyList<(string Schema, string Name)> views, IReadOnlyList<(string Schema, string Name)> tables)
    {
        foreach (var (schema, name) in views)
        {
            session.Execute($"DROP VIEW {SqlText.Name(schema)}.{SqlText.Name(name)}");
        }

        foreach (var (schema, name) in tables)
        {
            session.Execute($"DROP TABLE {SqlText.Name(schema)}.{SqlText.Name(name)} CASCADE");
        }
    }

    /// <summary>Saves what the next load goes on from.</summary>
    public static void Save(Session session, KeptSource source, DateTime savedAt) => session.Execute(
        $"INSERT INTO merit.kept VALUES ($1, $2, $3, {SqlText.List(source.Key)}::VARCHAR[], $4, $5, $6, $7, $8, $9)",
        source.Source, source.Settings, source.State, source.Covered.From, source.Covered.To, savedAt, source.Mapped?.Print, source.Mapped?.Loaded, source.Mapped?.Filtered);

    // A version of an earlier Merit may keep nothing, or not say what its tables were made by.
    private static IReadOnlyList<KeptSource> Read(Session session)
    {
        var columns = session.Query("SELECT column_name FROM duckdb_columns() WHERE schema_name = 'merit' AND table_name = 'kept'", r => r.GetString(0));
        return columns.Count == 0
            ? []
            : session.Query(
                $"SELECT source, settings, state, key_columns, covered_from, covered_to, {(columns.Contains("mapped", StringComparer.Ordinal) ? "mapped, loaded, filtered" : "NULL, NULL, NULL")} FROM merit.kept WHERE state IS NOT NULL",
                r => new KeptSource(
                    r.GetString(0), r.GetString(1), r.GetString(2), r.GetFieldValue<List<string>>(3),
                    (r.IsDBNull(4) ? null : r.GetFieldValue<DateOnly>(4), r.IsDBNull(5) ? null : r.GetFieldValue<DateOnly>(5)))
                {
                    Mapped = r.IsDBNull(6) ? null : new MappedRows(r.GetString(6), r.GetInt64(7), r.GetInt64(8)),
                });
    }
}
