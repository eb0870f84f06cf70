namespace Merit.Host.Commands;

/// <summary>A table of values to be written in any format: what <c>query</c>, <c>metrics</c> and <c>plugins</c> give.</summary>
/// <param name="Ids">The columns' ids: the keys in JSON, the header in CSV.</param>
/// <param name="Rows">Raw values: text, numbers, dates, flags or null.</param>
internal sealed record Listing(IReadOnlyList<string> Ids, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The columns' names for readers; the ids unless given.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The rows as readers see them; the values as text unless given.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Texts { get; init; }

    /// <summary>Which columns hold figures and stand at the right.</summary>
    public IReadOnlySet<int> Figures { get; init; } = new HashSet<int>();

    /// <summary>Holds sentences, which a terminal may wrap.</summary>
    public bool Prose { get; init; }

    /// <summary>The last row is the total of the others.</summary>
    public bool HasTotal { get; init; }
}
