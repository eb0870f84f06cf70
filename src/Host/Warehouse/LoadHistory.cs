using System.Data.Common;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse;

/// <summary>What a version of the warehouse was made of: every report's basis.</summary>
internal static class LoadHistory
{
    /// <summary>Each source, in the order of merit.yaml.</summary>
    public static IReadOnlyList<LoadSummary> Loads(Session session) => session.Query(
        """
        SELECT source, table_name, connector, finished_at, rows_read, rows_loaded, rows_rejected, rows_filtered, covered_from, covered_to
        FROM merit.loads ORDER BY rowid
        """,
        r => new LoadSummary(
            r.GetString(0), r.GetString(1), r.GetString(2), DateTime.SpecifyKind(r.GetDateTime(3), DateTimeKind.Utc),
            r.GetInt64(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), Day(r, 8), Day(r, 9)));

    /// <summary>Rows that were not loaded, by source, file and row.</summary>
    /// <param name="session">The warehouse.</param>
    /// <param name="source">Of one source, or null for all.</param>
    /// <param name="limit">At most so many.</param>
    public static IReadOnlyList<RejectedRow> Rejects(Session session, string? source = null, int limit = int.MaxValue) => session.Query(
        """
        SELECT r.source, r.table_name, r.file, r.row_number, r.column_name, r.reason, r.raw
        FROM merit.rejects AS r LEFT JOIN merit.loads AS l ON l.source = r.source
        WHERE $1 IS NULL OR r.source = $1 ORDER BY l.rowid, r.file, r.row_number, r.rowid LIMIT $2
        """,
        r => new RejectedRow(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.IsDBNull(4) ? null : r.GetString(4), r.GetString(5), r.GetString(6)),
        source, limit);

    /// <summary>What was noticed about the data.</summary>
    public static IReadOnlyList<DataNote> Notes(Session session) => session.Query(
        "SELECT code, message, message_zh, count, examples FROM merit.notes ORDER BY rowid",
        r => new DataNote(r.GetString(0), r.GetString(1), r.GetString(2), r.GetInt64(3), r.GetFieldValue<List<string>>(4)));

    /// <summary>Adds a source.</summary>
    /// <param name="session">The draft.</param>
    /// <param name="load">What came of it.</param>
    /// <param name="startedAt">When its reading began, UTC.</param>
    /// <param name="filled">The columns it fills.</param>
    /// <param name="key">What identifies a row of its table.</param>
    public static void Add(Session session, LoadSummary load, DateTime startedAt, IEnumerable<string> filled, IEnumerable<string> key) => session.Execute(
        $"INSERT INTO merit.loads VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, {SqlText.List(filled)}::VARCHAR[], {SqlText.List(key)}::VARCHAR[], $10, $11)",
        load.Source, load.Table, load.Connector, startedAt, load.FinishedAt, load.Read, load.Loaded, load.Rejected, load.Filtered, load.CoveredFrom, load.CoveredTo);

    private static DateOnly? Day(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
