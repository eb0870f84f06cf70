namespace Merit.Plugins.Connectors;

/// <summary>
/// A piece of what a connector reads: <see cref="Files"/>, <see cref="Rows"/>, <see cref="Reject"/> or <see cref="Checkpoint"/>; where it tells changes only, also
/// <see cref="Changes"/>, <see cref="Removed"/>, <see cref="Present"/>, <see cref="Restated"/> and <see cref="RemovedPlaces"/>.
/// </summary>
public abstract record Chunk
{
    private protected Chunk()
    {
    }
}

/// <summary>Files for the engine to read by itself, the fastest way in.</summary>
/// <param name="Paths">Absolute paths, in the order they count in.</param>
/// <param name="Format">How they are written.</param>
public sealed record Files(IReadOnlyList<string> Paths, FileFormat Format) : Chunk;

/// <summary>Rows in columns of equal length.</summary>
/// <param name="Place">Where they come from (a file, a page), for messages.</param>
/// <param name="Columns">The columns; names are unique without regard to case.</param>
/// <param name="RowNumbers">Each row's number in <paramref name="Place"/>, from 1 as a user would count it (a spreadsheet's own row number).</param>
public sealed record Rows(string Place, IReadOnlyList<Column> Columns, IReadOnlyList<long> RowNumbers) : Chunk;

/// <summary>A row that could not be read. It counts as read and rejected, and is kept.</summary>
/// <param name="Place">The file or page.</param>
/// <param name="Row">The row's number there, from 1; 0 where unknown.</param>
/// <param name="Column">The column at fault, or null.</param>
/// <param name="Reason">Why, a sentence.</param>
/// <param name="Raw">The row as it was.</param>
public sealed record Reject(string Place, long Row, string? Column, string Reason, string Raw) : Chunk;

/// <summary>Everything before this is complete: it may be committed and read from here next time.</summary>
/// <param name="State">Opaque to the host and without secrets; given back in <see cref="ReadRequest.State"/> to a source that gives <see cref="Changes"/>.</param>
/// <param name="CoveredFrom">First date the source has answered for, or null where it cannot tell.</param>
/// <param name="CoveredTo">Last date (inclusive) the source has answered for, or null.</param>
public sealed record Checkpoint(string State, DateOnly? CoveredFrom = null, DateOnly? CoveredTo = null) : Chunk;
