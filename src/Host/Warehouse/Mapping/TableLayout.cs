using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>A table of the warehouse as it is made: the data model's columns, then those that sources add.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Key">What identifies a row; empty for nothing.</param>
/// <param name="Time">The column that dates a row, or null.</param>
internal sealed record TableLayout(string Name, IReadOnlyList<LayoutColumn> Columns, IReadOnlyList<string> Key, string? Time)
{
    /// <summary>The layout of a table that these sources fill (or none, for a table of the data model).</summary>
    public static TableLayout Of(string name, IReadOnlyList<Source> sources)
    {
        var canonical = Canonical.Find(name);
        List<LayoutColumn> columns = [.. canonical?.Columns.Select(c => new LayoutColumn(c.Name, c.Type)) ?? []];
        foreach (var mapping in sources.SelectMany(s => s.Columns))
        {
            var known = columns.FindIndex(c => Same(c.Name, mapping.Name));
            if (known < 0)
            {
                columns.Add(new LayoutColumn(mapping.Name, mapping.Type ?? ColumnType.Text));
            }
        }

        return new TableLayout(name, columns, canonical?.Key ?? sources.Select(s => s.Key).FirstOrDefault(k => k.Count > 0) ?? [], canonical?.Time);
    }

    /// <summary>The statement that makes it where it is not there yet.</summary>
    public string Create(bool temporary = false) =>
        $"CREATE {(temporary ? "TEMP TABLE temp." : "TABLE IF NOT EXISTS main.")}{SqlText.Name(Name)} ({string.Join(", ", Columns.Select(c => $"{SqlText.Name(c.Name)} {Conversion.EngineType(c.Type)}"))})";

    public LayoutColumn? Column(string name) => Columns.FirstOrDefault(c => Same(c.Name, name));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A column of a table being made.</summary>
internal sealed record LayoutColumn(string Name, ColumnType Type);
