namespace Merit.Plugins.Connectors;

/// <summary>What follows changes the rows read before: a row takes the place of the one with the same key. Given once, before any row.</summary>
/// <remarks>
/// The host keeps such a source's rows as they came, with the last <see cref="Checkpoint"/>'s state, both in one published version, and gives the state back in
/// <see cref="ReadRequest.State"/>. Without a state everything is read, and replaces what was kept. Of several rows of one key the last one counts, so a page may be
/// read twice. A source that never says this is read as a whole every time.
/// </remarks>
/// <param name="Key">The columns that tell rows apart, by the names they have in <see cref="Rows"/>. A row without one of them is rejected.</param>
public sealed record Changes(IReadOnlyList<string> Key) : Chunk
{
    /// <summary>Of rows that are told apart by where they stand, their place and their number in it. Only after this may <see cref="Files"/> be given beside changes.</summary>
    public static Changes ByPlace { get; } = new(["merit:place", "merit:number"]);
}

/// <summary>Rows that are gone. What is given after this counts again.</summary>
/// <param name="Keys">The key's columns with the values of the rows that are gone.</param>
public sealed record Removed(IReadOnlyList<Column> Keys) : Chunk;

/// <summary>Keys of rows the source has now. If any are given, they are taken together, and rows of no such key are gone.</summary>
/// <param name="Keys">The key's columns, with the values of every row there is; no values for a source that is empty.</param>
public sealed record Present(IReadOnlyList<Column> Keys) : Chunk;

/// <summary>Days told anew: all rows of these days that were given before are gone, in this read or an earlier one; those that follow are all there are.</summary>
/// <param name="Column">The column with the date or time that says a row's day.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public sealed record Restated(string Column, DateOnly From, DateOnly To) : Chunk;

/// <summary>Places of which nothing counts that was given before: their rows are gone, and their rejects. Only after <see cref="Changes.ByPlace"/>.</summary>
/// <param name="Places">Files or pages, as in <see cref="Rows"/> or <see cref="Files"/>; one is also what stands behind it and a slash, such as the sheets of a file.</param>
public sealed record RemovedPlaces(IReadOnlyList<string> Places) : Chunk
{
    /// <summary>Whether they are read again in this load; otherwise they are gone, and the user is told.</summary>
    public bool AreToldAnew { get; init; }
}
