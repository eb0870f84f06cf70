using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Pipeline;

/// <summary>Rows that were not loaded, as findings at their places: the first of each source by name, the rest by number.</summary>
internal static class RejectedRows
{
    private const int Named = 5;

    public static IReadOnlyList<Diagnostic> Of(IReadOnlyList<LoadSummary> loads, Session session) =>
        [.. loads.Where(l => l.Rejected > 0).SelectMany(l => Of(l, LoadHistory.Rejects(session, l.Source, Named)))];

    private static IEnumerable<Diagnostic> Of(LoadSummary load, IReadOnlyList<RejectedRow> first)
    {
        foreach (var row in first)
        {
            var reason = row.Column is null ? row.Reason : $"'{row.Column}': {row.Reason}";
            yield return LoadRules.Rejected.At(new Place(row.File, (int)Math.Min(row.Row, int.MaxValue)), load.Source, reason.TrimEnd('.'));
        }

        if (load.Rejected > first.Count)
        {
            yield return LoadRules.MoreRejected.Here(load.Source, load.Rejected, load.Read, first.Count);
        }
    }
}
