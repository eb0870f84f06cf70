namespace Merit.Plugins.Connectors;

/// <summary>A connector that can say what there is to read, without reading it.</summary>
/// <remarks>Beside <see cref="IConnector"/>, on the same class. Asked by <c>merit discover</c>. The same source gives the same answer in the same order.</remarks>
public interface IDiscovers
{
    /// <summary>What these settings reach.</summary>
    /// <exception cref="ConnectorException">The source cannot be reached.</exception>
    Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop);
}

/// <summary>Something that can be read: a table, an object of a CRM, a report.</summary>
/// <param name="Name">Its name, as the connector's options take it.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record SourceStream(string Name, IReadOnlyList<StreamColumn> Columns)
{
    /// <summary>The columns that tell rows apart; empty where nothing does.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>The column by which changes can be told, or null.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether this is what the source reads as it is set up.</summary>
    public bool Selected { get; init; }
}

/// <summary>A column of a <see cref="SourceStream"/>.</summary>
/// <param name="Name">Its name, as in <see cref="Rows"/>.</param>
/// <param name="Kind">What it holds.</param>
public sealed record StreamColumn(string Name, ValueKind Kind);

/// <summary>What a column holds; each has its kind of <see cref="Column"/>.</summary>
public enum ValueKind
{
    /// <summary><see cref="TextColumn"/></summary>
    Text,

    /// <summary><see cref="IntegerColumn"/></summary>
    Integer,

    /// <summary><see cref="NumberColumn"/></summary>
    Number,

    /// <summary><see cref="DecimalColumn"/></summary>
    Decimal,

    /// <summary><see cref="BooleanColumn"/></summary>
    Boolean,

    /// <summary><see cref="DateColumn"/></summary>
    Date,

    /// <summary><see cref="TimestampColumn"/></summary>
    Timestamp,
}
