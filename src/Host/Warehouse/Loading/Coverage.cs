using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Loading;

/// <summary>The days a source answers for.</summary>
internal static class Coverage
{
    /// <summary>From the first of both to the last.</summary>
    public static (DateOnly? From, DateOnly? To) Join((DateOnly? From, DateOnly? To) a, (DateOnly? From, DateOnly? To) b) =>
        (a.From is null || b.From < a.From ? b.From : a.From, a.To is null || b.To > a.To ? b.To : a.To);

    /// <summary>From the first day of rows in a table to the last, in a zone; nothing where they are not dated.</summary>
    /// <param name="session">The draft.</param>
    /// <param name="table">The table.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="after">The rows are those with greater row ids.</param>
    /// <param name="zone">The workspace's zone.</param>
    public static (DateOnly? From, DateOnly? To) Of(Session session, string table, TableLayout layout, long after, TimeZoneInfo zone)
    {
        var column = SqlText.Name(layout.Time ?? "");
        var isInstant = layout.Column(layout.Time ?? "")?.Type == ColumnType.Timestamp;
        return session.Query($"SELECT min({column})::TIMESTAMP, max({column})::TIMESTAMP FROM {table}{(after < 0 ? "" : $" WHERE rowid > {after}")}", r =>
            r.IsDBNull(0) ? default((DateOnly?, DateOnly?)) : (Day(r.GetDateTime(0)), Day(r.GetDateTime(1))))[0];

        DateOnly Day(DateTime at) => DateOnly.FromDateTime(isInstant ? TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), zone) : at);
    }
}
