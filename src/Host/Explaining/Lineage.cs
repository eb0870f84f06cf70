using Merit.Host.Warehouse;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Explaining;

/// <summary>Where a column of the warehouse comes from: the sources that fill it, and the columns Merit makes it of.</summary>
/// <param name="Column">As <c>table.column</c>.</param>
/// <param name="Origins">What sources fill it with.</param>
/// <param name="MadeOf">What Merit makes it of; each with an origin of its own.</param>
internal sealed record Lineage(string Column, IReadOnlyList<SourceOrigin> Origins, IReadOnlyList<Lineage> MadeOf)
{
    // What Merit makes of columns that are always there, so that whether they are loaded need not be asked.
    private static readonly Dictionary<string, string[]> Further = new(StringComparer.Ordinal)
    {
        ["credits.channel"] = ["touchpoints.channel"],
        ["credits.campaign_id"] = ["touchpoints.campaign_id"],
        ["credits.touch_id"] = ["touchpoints.touch_id"],
        ["credits.contact_id"] = ["touchpoints.contact_id"],
        ["credits.occurred_at"] = ["touchpoints.occurred_at"],
        ["credits.converted_at"] = ["conversions.converted_at"],
        ["credits.first_sale"] = ["sales.first_sale"],
        ["first_touches.channel"] = ["touchpoints.channel"],
        ["first_touches.occurred_at"] = ["touchpoints.occurred_at"],
        ["first_touches.touch_id"] = ["touchpoints.touch_id"],
        ["sales.first_sale"] = ["sales.customer_id", "sales.sold_at"],
        ["sales.touched"] = ["touchpoints.occurred_at", "sales.sold_at"],
    };

    // A model's share of a conversion follows from the touches before it.
    private static readonly string[] Share = ["touchpoints.occurred_at", "touchpoints.contact_id", "conversions.converted_at", "conversions.contact_id"];

    /// <summary>The lineage of columns, each once.</summary>
    public static IReadOnlyList<Lineage> Of(IEnumerable<string> columns, Workspace workspace) =>
        [.. columns.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(c => Of(c, workspace, []))];

    private static Lineage Of(string column, Workspace workspace, IReadOnlyList<string> path)
    {
        var dot = column.IndexOf('.', StringComparison.Ordinal);
        var (table, name) = dot < 0 ? (column, "*") : (column[..dot], column[(dot + 1)..]);
        var parts = Parts(table, name, workspace).Where(p => !path.Contains(p, StringComparer.Ordinal) && !string.Equals(p, column, StringComparison.Ordinal));
        return new Lineage(
            column,
            [.. workspace.Sources.Where(s => string.Equals(s.Into, table, StringComparison.Ordinal)).SelectMany(s => SourceOrigin.Of(s, name))],
            [.. parts.Select(p => Of(p, workspace, [.. path, column]))]);
    }

    private static IReadOnlyList<string> Parts(string table, string column, Workspace workspace) =>
        FilledColumns.PartsOf(table, column) is { Count: > 0 } parts ? parts
        : Further.TryGetValue($"{table}.{column}", out var further) ? further
        : table is "credits" && workspace.Attribution.Names.Contains(column, StringComparer.Ordinal) ? Share
        : [];

    /// <summary>What it stands for, where nothing fills it.</summary>
    public string Nothing => MadeOf.Count > 0 ? ""
        : Canonical.Find(Column.Split('.')[0]) is { Derived: true } ? "made by Merit"
        : Origins.Count == 0 ? "no source loads it" : "";
}

/// <summary>What a source fills a column with.</summary>
/// <param name="Source">The source.</param>
/// <param name="Connector">Its connector.</param>
/// <param name="From">The source's own column, or null.</param>
/// <param name="Constant">A value for every row, or null.</param>
/// <param name="Expression">An expression over the source's columns, or null.</param>
internal sealed record SourceOrigin(string Source, string Connector, string? From, string? Constant, string? Expression)
{
    public static IEnumerable<SourceOrigin> Of(Source source, string column)
    {
        if (column is "*")
        {
            return [new SourceOrigin(source.Name, source.Connector, null, null, null)];
        }

        // A source without mappings is loaded whole, by its own names.
        return source.Columns.Count == 0
            ? [new SourceOrigin(source.Name, source.Connector, column, null, null)]
            : source.Columns.Where(c => string.Equals(c.Name, column, StringComparison.Ordinal)).Select(c => new SourceOrigin(source.Name, source.Connector, c.From, c.Constant, c.Expression));
    }

    public override string ToString() => (From, Constant, Expression) switch
    {
        ({ } from, _, _) => $"{Source} ({Connector}): {from}",
        (_, { } constant, _) => $"{Source} ({Connector}): always '{constant}'",
        (_, _, { } expression) => $"{Source} ({Connector}): {expression}",
        _ => $"{Source} ({Connector}): every row",
    };
}
