using System.Text;

namespace Merit.Connectors.Files;

/// <summary>
/// Finds the header under what stands above it: a title, when a report was made, of which account. The table is the width that most of the file has, and its header is the first row
/// at least as wide.
/// </summary>
internal static class HeaderSearch
{
    private const int Looked = 100;

    private static readonly string[] Delimiters = [",", ";", "\t", "|"];

    /// <summary>The rows of a sheet from its header on.</summary>
    public static IEnumerable<(long Number, object?[] Cells)> From(IEnumerable<(long Number, object?[] Cells)> rows)
    {
        using var all = rows.GetEnumerator();
        List<(long Number, object?[] Cells)> first = [];
        while (first.Count < Looked && all.MoveNext())
        {
            first.Add(all.Current);
        }

        foreach (var row in first.Skip(Above(first.ConvertAll(r => r.Cells.Count(c => c is not null))).Rows))
        {
            yield return row;
        }

        while (all.MoveNext())
        {
            yield return all.Current;
        }
    }

    /// <summary>How many lines of a file of delimited text stand above its header.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">What it is written in, unless it says so itself.</param>
    /// <param name="skip">Lines that are passed over anyway.</param>
    /// <param name="delimiter">What separates fields, where that is known.</param>
    /// <param name="quote">What surrounds fields that hold a delimiter.</param>
    public static int Above(string path, string encoding, int skip, string? delimiter, string quote)
    {
        using var reader = new StreamReader(path, Known(encoding), detectEncodingFromByteOrderMarks: true);
        List<string> lines = [];
        for (var line = 0; lines.Count < Looked && reader.ReadLine() is { } text; line++)
        {
            if (line >= skip)
            {
                lines.Add(text);
            }
        }

        return (delimiter is null ? Delimiters : [delimiter])
            .Select(d => Above(lines.ConvertAll(l => Width(l, d, quote))))
            .MaxBy(found => found.Weight).Rows;
    }

    // What is wide and comes often is the table: a few lines of two fields above it are not.
    private static (int Rows, int Weight) Above(List<int> widths)
    {
        var table = widths.Where(w => w > 1).GroupBy(w => w).OrderByDescending(g => g.Count() * g.Key).ThenByDescending(g => g.Key).FirstOrDefault();
        return table is null ? (0, 0) : (widths.FindIndex(w => w >= table.Key), table.Count() * table.Key);
    }

    // Fields that hold something.
    private static int Width(string line, string delimiter, string quote)
    {
        var (fields, filled, quoted) = (0, false, false);
        for (var i = 0; i < line.Length; i++)
        {
            if (quote.Length > 0 && line[i] == quote[0])
            {
                quoted = !quoted;
            }
            else if (!quoted && string.CompareOrdinal(line, i, delimiter, 0, delimiter.Length) == 0)
            {
                fields += filled ? 1 : 0;
                filled = false;
                i += delimiter.Length - 1;
            }
            else
            {
                filled |= !char.IsWhiteSpace(line[i]);
            }
        }

        return fields + (filled ? 1 : 0);
    }

    // A name that is none is told by whoever reads the file.
    private static Encoding Known(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
