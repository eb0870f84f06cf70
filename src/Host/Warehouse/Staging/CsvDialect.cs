using System.Text;

namespace Merit.Host.Warehouse.Staging;

/// <summary>How a delimited file is cut into records and fields, with nothing left to be guessed.</summary>
/// <param name="Delimiter">What separates fields.</param>
/// <param name="Quote">What surrounds fields that hold a delimiter, a quote (doubled) or a line break; empty for nothing.</param>
internal sealed record CsvDialect(string Delimiter, string Quote)
{
    private const int Sampled = 50;

    private static readonly string[] Candidates = [",", ";", "\t", "|"];

    /// <summary>The delimiter, in the file's bytes (UTF-8).</summary>
    public byte[] DelimiterBytes { get; } = Encoding.UTF8.GetBytes(Delimiter);

    /// <summary>The quote's only byte, or null.</summary>
    public byte? QuoteByte { get; } = Quote.Length == 0 ? null : (byte)Quote[0];

    /// <summary>The dialect of a file whose delimiter nobody gave: the one by which most of the first records have as many fields as the first, and most fields.</summary>
    public static CsvDialect Find(string path, string quote, int skip)
    {
        var best = (Dialect: new CsvDialect(",", quote), Agreeing: 0, Fields: 0);
        foreach (var candidate in Candidates)
        {
            var dialect = new CsvDialect(candidate, quote);
            using var scanner = new CsvScanner(path, dialect, skip);
            var (first, agreeing) = (0, 0);
            for (var seen = 0; seen < Sampled && scanner.Read(); seen++)
            {
                first = seen == 0 ? scanner.Fields : first;
                agreeing += scanner.Fault is null && scanner.Fields == first ? 1 : 0;
            }

            if (first > 1 && (agreeing, first).CompareTo((best.Agreeing, best.Fields)) > 0)
            {
                best = (dialect, agreeing, first);
            }
        }

        return best.Dialect;
    }
}
