using System.Globalization;
using Merit.Plugins.Connectors;

namespace Merit.Bench.Identity;

/// <summary>
/// One of three systems that know the same people by ids of their own: half of all contacts are in the CRM, three tenths in the shop, two tenths are visitors of the site. Two of three
/// have an e-mail, written in several ways, half a telephone number; a person has three records or so.
/// </summary>
/// <param name="contacts">How many contacts all systems have.</param>
/// <param name="system">Which one of them.</param>
internal sealed class Systems(int contacts, int system) : IConnector
{
    private const int Page = 10_000;

    private static readonly (double From, double To)[] Parts = [(0, 0.5), (0.5, 0.8), (0.8, 1)];

    public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await Task.CompletedTask;
        var (from, to) = ((int)(contacts * Parts[system].From), (int)(contacts * Parts[system].To));
        for (var first = from; first < to; first += Page)
        {
            var ids = Enumerable.Range(first, Math.Min(Page, to - first)).ToList();
            yield return new Rows(
                "page",
                [
                    new TextColumn("id", [.. ids.Select(i => string.Create(CultureInfo.InvariantCulture, $"s{system}-{i}"))]),
                    new TextColumn("mail", [.. ids.Select(Mail)]), new TextColumn("tel", [.. ids.Select(Phone)]),
                    new TimestampColumn("created", [.. ids.Select(i => (DateTime?)new DateTime(2024, 1, 1).AddSeconds(i * 17L % 63_000_000))]),
                ],
                [.. Enumerable.Range(1, ids.Count).Select(n => (long)n)]);
        }
    }

    private string? Mail(int i) => (i % 3, i % 2) switch
    {
        (0, _) => null,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"person{Person(i)}@example.org"),
        _ => string.Create(CultureInfo.InvariantCulture, $" Person{Person(i)}@Example.org"),
    };

    private string? Phone(int i) => (i % 2, i % 5) switch
    {
        (0, _) => null,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"+86 138-{Person(i) / 10_000:0000}-{Person(i) % 10_000:0000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"138{Person(i):00000000}"),
    };

    private int Person(int i) => (int)((i * 7919L) % (contacts / 3));
}
