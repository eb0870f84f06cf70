using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Warehouse.Keeping;

/// <summary>A source in memory that changes between loads, and a connector that reads it the way a CRM's is read: pages by time of change, some of them twice, and what was deleted.</summary>
internal sealed class ChangingSource : IConnector
{
    private readonly List<(long Id, long At)> _deleted = [];
    private long _now;

    public SortedDictionary<long, Record> Records { get; } = [];

    public int PageSize { get; set; } = 3;

    /// <summary>Gives every page twice.</summary>
    public bool Repeats { get; set; }

    /// <summary>How far before the state to read again.</summary>
    public long Lookback { get; set; }

    /// <summary>Tells which rows there are rather than which are gone.</summary>
    public bool TellsPresent { get; set; }

    /// <summary>The states it was asked with.</summary>
    public List<string?> Asked { get; } = [];

    public void Put(long id, string? name, decimal amount, long late = 0) => Records[id] = new Record(name, amount, Math.Max(0, ++_now - late));

    public void Delete(long id)
    {
        if (Records.Remove(id))
        {
            _deleted.Add((id, ++_now));
        }
    }

    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        Asked.Add(request.State);
        long? since = request.State is { } state ? long.Parse(state, System.Globalization.CultureInfo.InvariantCulture) - Lookback : null;
        yield return new Changes(["id"]);
        if (since is not null && !TellsPresent)
        {
            yield return new Removed([new IntegerColumn("id", [.. _deleted.Where(d => d.At > since && !Records.ContainsKey(d.Id)).Select(d => (long?)d.Id)])]);
        }

        yield return Page([]);
        var reached = since ?? 0;
        foreach (var page in Records.Where(r => since is null || r.Value.At > since).OrderBy(r => r.Value.At).Chunk(PageSize))
        {
            for (var time = 0; time < (Repeats ? 2 : 1); time++)
            {
                yield return Page(page);
            }

            reached = page[^1].Value.At;
            yield return new Checkpoint(reached.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (TellsPresent)
        {
            foreach (var page in Records.Keys.Chunk(PageSize).DefaultIfEmpty([]))
            {
                yield return new Present([new IntegerColumn("id", [.. page.Select(id => (long?)id)])]);
            }
        }

        yield return new Checkpoint(Math.Max(reached, _deleted.Select(d => d.At).DefaultIfEmpty().Max()).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Rows Page(IReadOnlyList<KeyValuePair<long, Record>> page) => new(
        "page",
        [
            new IntegerColumn("id", [.. page.Select(p => (long?)p.Key)]), new TextColumn("name", [.. page.Select(p => p.Value.Name)]),
            new DecimalColumn("amount", [.. page.Select(p => (decimal?)p.Value.Amount)]),
        ],
        [.. Enumerable.Range(1, page.Count).Select(n => (long)n)]);

    internal sealed record Record(string? Name, decimal Amount, long At);
}
