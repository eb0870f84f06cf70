namespace Merit.Host.Warehouse.Staging;

/// <summary>Finds records by reading the file once more.</summary>
/// <param name="open">Begins reading at the first record.</param>
/// <param name="refused">Which records were left out before the engine saw them.</param>
/// <param name="rawAsIs">Whether the engine read the file itself: then every record counts, and one this reading finds fault with makes all behind it uncertain.</param>
internal sealed class CsvRowLocator(Func<CsvScanner> open, Func<CsvScanner, string?> refused, bool rawAsIs) : IRowLocator
{
    private const int LongestRaw = 10_000;

    public IEnumerable<Located> Locate(IReadOnlyList<long> ordinals)
    {
        using var scanner = open();
        var (at, next, certain) = (-1L, 0, true);
        while (next < ordinals.Count && scanner.Read())
        {
            var fault = rawAsIs ? scanner.Fault : refused(scanner);
            if (fault is not null && !rawAsIs)
            {
                continue;
            }

            certain &= fault is null;
            if (++at == ordinals[next])
            {
                next++;
                yield return certain ? new Located(at, scanner.Line, Cut(scanner.Text)) : new Located(at, 0, null);
            }
        }

        for (; next < ordinals.Count; next++)
        {
            yield return new Located(ordinals[next], 0, null);
        }
    }

    /// <summary>A record's text, not longer than is useful.</summary>
    public static string Cut(string text) => text.Length <= LongestRaw ? text : string.Concat(text.AsSpan(0, LongestRaw), "…");
}
