using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>A column being filled.</summary>
/// <param name="Origin">What it is made of.</param>
/// <param name="Raw">The column of the view that holds its value as given.</param>
/// <param name="Kind">What that is.</param>
/// <param name="Type">What it becomes.</param>
internal sealed record MappedColumn(Origin Origin, string Raw, RawKind Kind, ColumnType Type)
{
    /// <summary>Its name in the table, quoted.</summary>
    public string Name { get; } = SqlText.Name(Origin.Mapping.Name);

    /// <summary>The column of the view that holds its local time.</summary>
    public string Local { get; } = Raw.Replace("merit:r", "merit:l", StringComparison.Ordinal);

    /// <summary>Whether it has this name.</summary>
    public bool Is(string name) => string.Equals(Origin.Mapping.Name, name, StringComparison.OrdinalIgnoreCase);
}
