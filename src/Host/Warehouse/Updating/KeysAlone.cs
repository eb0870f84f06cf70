using Merit.Host.Warehouse.Keeping;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Updating;

/// <summary>
/// Tells where the keys of kept rows tell the rows of the table that were made of them, so that of rows that go nothing else need be read. That is where every kept row is in
/// the table, and the table's key is made of the source's key as it stands.
/// </summary>
internal static class KeysAlone
{
    /// <summary>Whether they do.</summary>
    /// <param name="session">The draft, before anything is merged.</param>
    /// <param name="source">The source.</param>
    /// <param name="former">What the former version kept of it, or null.</param>
    /// <param name="key">The source's key.</param>
    public static bool Tell(Session session, Source source, KeptSource? former, IReadOnlyList<string> key)
    {
        if (former?.Mapped is not { Filtered: 0, Loaded: > 0 } mapped || source.Where is not null)
        {
            return false;
        }

        var layout = TableLayout.Of(source.Into, [source]);
        return layout.Key.Count > 0
            && layout.Key.All(k => layout.Column(k)?.Type is ColumnType.Text or ColumnType.Integer or ColumnType.Date && source.Columns.FirstOrDefault(c => Same(c.Name, k)) is { } made && IsOf(made, key))
            && session.Scalar<long>($"SELECT count(*) FROM {KeptRows.NameOf(source)}") == mapped.Loaded;
    }

    private static bool IsOf(ColumnMapping made, IReadOnlyList<string> key) =>
        made.Expression is null && (made.Constant is not null || key.Any(k => Same(k, (made.From ?? made.Name).Trim())));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
