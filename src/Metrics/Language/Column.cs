namespace Merit.Metrics.Language;

/// <summary>A column of a table.</summary>
/// <typeparam name="T">The column's type.</typeparam>
public sealed class Column<T> : Expr<T>
{
    internal Column(Table table, string name)
        : base(new ColumnNode(table.TableName, name)) => (Table, Name) = (table, name);

    /// <summary>The table it belongs to.</summary>
    public Table Table { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }
}
