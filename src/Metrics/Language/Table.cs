namespace Merit.Metrics.Language;

/// <summary>A table of the warehouse, as scripts see it.</summary>
public abstract class Table
{
    /// <summary>Names the table.</summary>
    protected Table(string name) => TableName = name;

    /// <summary>Its name in the warehouse.</summary>
    public string TableName { get; }

    /// <summary>A column of this table, for the properties of derived classes.</summary>
    protected Column<T> Col<T>(string name) => new(this, name);
}
