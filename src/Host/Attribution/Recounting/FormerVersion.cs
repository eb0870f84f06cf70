using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Recounting;

/// <summary>The version before the draft, where its credits can be built on.</summary>
internal static class FormerVersion
{
    /// <summary>What it is called while a draft looks at it.</summary>
    public const string Name = "former";

    /// <summary>Whether there is one. A version that cannot be read is none: then everything is counted.</summary>
    public static bool IsOfUse(PublishedVersions versions, AttributionSettings settings, PluginCatalog catalog, CancellationToken stop)
    {
        if (versions.Latest is not { } latest)
        {
            return false;
        }

        try
        {
            using var session = versions.Open(latest, stop);
            return KeptCredits.Could(session, settings, catalog);
        }
        catch (MeritException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Leaves of a draft that began with a version only its credits, and puts the version beside it, to be read.</summary>
    public static void Attach(Session session, PublishedVersion version)
    {
        session.AsOne(() =>
        {
            foreach (var view in session.Query(
                "SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = current_database() AND NOT internal AND NOT temporary", r => $"{SqlText.Name(r.GetString(0))}.{SqlText.Name(r.GetString(1))}"))
            {
                session.Execute($"DROP VIEW {view}");
            }

            foreach (var table in session.Query(
                "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary AND NOT (schema_name = 'main' AND table_name = 'credits')", r => $"{SqlText.Name(r.GetString(0))}.{SqlText.Name(r.GetString(1))}"))
            {
                session.Execute($"DROP TABLE {table} CASCADE");
            }
        });

        // What was dropped is room for what comes.
        session.Execute("CHECKPOINT");
        session.Execute($"ATTACH {SqlText.Text(version.Path)} AS {Name} (READ_ONLY)");
    }

    /// <summary>Lets go of it.</summary>
    public static void Detach(Session session) => session.Execute($"DETACH {Name}");
}
