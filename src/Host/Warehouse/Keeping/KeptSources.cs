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

    /// <summary>Leaves of a draft only what is kept.</summary>
    /// <param name="session">The draft.</param>
    /// <param name="credits">Whether the credits of the former version are to stay, too.</param>
    public void Clear(Session session, bool credits = false)
    {
        var tables = session.Query(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary", r => (Schema: r.GetString(0), Name: r.GetString(1)));
        var tablesKept = _sources.Keys.Select(TableOf).ToHashSet(StringComparer.Ordinal);
        foreach (var (schema, name) in session.Query(
            "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = current_database() AND NOT internal AND NOT temporary", r => (r.GetString(0), r.GetString(1))))
        {
            session.Execute($"DROP VIEW {SqlText.Name(schema)}.{SqlText.Name(name)}");
        }

        foreach (var (schema, name) in tables.Where(t => t is not { Schema: "merit", Name: "kept" or "kept_rejects" } && !(t.Schema is Schema && tablesKept.Contains(t.Name)) && !(credits && t is { Schema: "main", Name: "credits" })))
        {
            session.Execute($"DROP TABLE {SqlText.Name(schema)}.{SqlText.Name(name)} CASCADE");
        }

        session.Execute($"""
            CREATE SCHEMA IF NOT EXISTS {Schema};
            CREATE SCHEMA IF NOT EXISTS merit;
            CREATE TABLE IF NOT EXISTS merit.kept (
                source VARCHAR, settings VARCHAR, state VARCHAR, key_columns VARCHAR[], covered_from DATE, covered_to DATE, saved_at TIMESTAMP);
            CREATE TABLE IF NOT EXISTS merit.kept_rejects (source VARCHAR, file VARCHAR, row_number BIGINT, column_name VARCHAR, reason VARCHAR, raw VARCHAR);
            DELETE FROM merit.kept;
            DELETE FROM merit.kept_rejects WHERE NOT list_contains({SqlText.List(_sources.Keys)}::VARCHAR[], source);
            """);
        if (Any || credits)
        {
            // What was dropped is room for what comes.
            session.Execute("CHECKPOINT");
        }
    }

    private static IReadOnlyList<KeptSource> Read(Session session) =>
        session.Scalar<long>("SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'merit' AND table_name = 'kept'") == 0
            ? []
            : session.Query(
                "SELECT source, settings, state, key_columns, covered_from, covered_to FROM merit.kept WHERE state IS NOT NULL",
                r => new KeptSource(
                    r.GetString(0), r.GetString(1), r.GetString(2), r.GetFieldValue<List<string>>(3),
                    (r.IsDBNull(4) ? null : r.GetFieldValue<DateOnly>(4), r.IsDBNull(5) ? null : r.GetFieldValue<DateOnly>(5))));
}
