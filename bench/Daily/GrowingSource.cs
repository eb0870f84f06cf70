using System.Globalization;
using Merit.Plugins.Connectors;

namespace Merit.Bench.Daily;

/// <summary>A source of many rows that changes from day to day: most of what changes is spread over all its rows, as it is hardest; a tenth is new, a tenth gone.</summary>
/// <param name="rows">How many it has on the first day.</param>
/// <param name="share">The part of them that changes in a day.</param>
internal sealed class GrowingSource(int rows, double share) : IConnector
{
    private const int Page = 10_000;

    private readonly int _daily = (int)(rows * share);

    /// <summary>How many rows a day changes.</summary>
    public int Daily => _daily;

    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        yield return new Changes(["id"]);
        if (request.State is null)
        {
            for (var first = 0; first < rows; first += Page)
            {
                yield return PageOf([.. Enumerable.Range(first, Math.Min(Page, rows - first)).Select(i => (long)i)], 0);
            }

            yield return new Checkpoint("0");
            yield break;
        }

        var day = int.Parse(request.State, CultureInfo.InvariantCulture) + 1;
        var tenth = _daily / 10;
        var other = _daily - (2 * tenth);
        var stride = rows / Math.Max(other, 1);
        yield return new Removed([new IntegerColumn("id", [.. Enumerable.Range(0, tenth).Select(i => (long?)(((long)i * (rows / Math.Max(tenth, 1))) + (7 * day)))])]);
        foreach (var ids in Enumerable.Range(0, other).Select(i => ((long)i * stride) + day).Concat(Enumerable.Range(0, tenth).Select(i => rows + ((long)day * tenth) + i)).Chunk(Page))
        {
            yield return PageOf(ids, day);
        }

        yield return new Checkpoint(day.ToString(CultureInfo.InvariantCulture));
    }

    private static Rows PageOf(IReadOnlyList<long> ids, int day) => new(
        "page",
        [
            new IntegerColumn("id", [.. ids.Select(i => (long?)i)]), new TextColumn("contact", [.. ids.Select(i => $"contact{i % 200_000}@example.org")]),
            new TextColumn("campaign", [.. ids.Select(i => $"C{i % 500}")]), new TextColumn("ad", [.. ids.Select(i => i % 9 == 0 ? null : $"ad {i % 5000}")]),
            new TextColumn("source", [.. ids.Select(i => i % 3 == 0 ? "google" : "newsletter")]), new TextColumn("medium", [.. ids.Select(i => i % 3 == 0 ? "cpc" : "email")]),
            new IntegerColumn("impressions", [.. ids.Select(i => (long?)((i * 7919 % 10_000) + day))]), new NumberColumn("clicks", [.. ids.Select(i => (double?)(i * 31 % 900))]),
            new DateColumn("day", [.. ids.Select(i => (DateOnly?)new DateOnly(2024, 1, 1).AddDays((int)(i % 730)))]),
            new TimestampColumn("at", [.. ids.Select(i => (DateTime?)new DateTime(2024, 1, 1).AddSeconds(i * 13 % 63_000_000))]),
        ],
        [.. Enumerable.Range(1, ids.Count).Select(n => (long)n)]);
}
