using Merit.Host.Warehouse.Identity;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Workspaces;

/// <summary>The warehouse that merit.yaml promises: what scripts can be checked against before anything is loaded.</summary>
internal static class DeclaredSchema
{
    /// <summary>The data model, the workspace's own columns and tables, and of a published version what merit.yaml does not name.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="published">What the latest version holds, or null where there is none. Tables loaded whole take their columns from it.</param>
    public static WarehouseSchema Of(Workspace workspace, WarehouseSchema? published = null)
    {
        var own = workspace.Sources.Select(s => s.Into).Where(t => Canonical.Find(t) is null).Distinct(StringComparer.Ordinal);
        return new WarehouseSchema(
            [
                .. Canonical.Tables.Select(t => Table(workspace, t.Name, t.Columns, t.Key, t.Derived, null)),
                .. own.Select(name => Table(workspace, name, [], Key(workspace, name), derived: false, published?.Table(name))),
            ],
            [.. workspace.Attribution.Names])
        {
            Participation = published?.Participation ?? [],
            Kinds = workspace.Attribution.Conversions.Select(c => (c.Name, c.Of)).Append((ConversionKind.Sale, "sales")).ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>The tables whose columns merit.yaml leaves to a source, and no published version holds yet: with each, the source.</summary>
    public static IReadOnlyList<Source> Unknown(Workspace workspace, WarehouseSchema? published = null) =>
    [
        .. workspace.Sources.Where(s => s.Columns.Count == 0 && Canonical.Find(s.Into) is null && published?.Table(s.Into) is null).DistinctBy(s => s.Into, StringComparer.Ordinal),
    ];

    private static TableSchema Table(
        Workspace workspace, string name, IReadOnlyList<CanonicalColumn> declared, IReadOnlyList<string> key, bool derived, TableSchema? published)
    {
        var sources = workspace.Sources.Where(s => Same(s.Into, name)).ToList();
        var mapped = sources.SelectMany(s => s.Columns).DistinctBy(c => c.Name, StringComparer.Ordinal).ToList();
        var columns = declared.Select(c => new ColumnSchema(c.Name, c.Type, derived || c.Derived || mapped.Any(m => Same(m.Name, c.Name)))).ToList();
        columns.AddRange(mapped.Where(m => !declared.Any(c => Same(c.Name, m.Name))).Select(m => new ColumnSchema(m.Name, m.Type ?? ColumnType.Text, Loaded: true)));
        if (workspace.Identity is not null && !derived && columns.Find(c => Same(c.Name, IdentityKey.Contact)) is { } contact)
        {
            columns.Add(new ColumnSchema(People.SourceContact, ColumnType.Text, sources.Count > 0));
            columns[columns.IndexOf(contact)] = contact with { Loaded = sources.Count > 0 };
        }

        if (sources.Any(s => s.Columns.Count == 0) && published is not null)
        {
            columns.AddRange(published.Columns.Where(c => !columns.Any(k => Same(k.Name, c.Name))));
        }

        return new TableSchema(name, columns, derived || sources.Count > 0) { Key = key };
    }

    private static IReadOnlyList<string> Key(Workspace workspace, string table) =>
        workspace.Sources.First(s => Same(s.Into, table)).Key;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
