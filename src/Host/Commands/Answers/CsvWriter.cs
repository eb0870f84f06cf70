using System.Buffers;

namespace Merit.Host.Commands.Answers;

/// <summary>RFC 4180 with raw values; no value is an empty field. A text that a spreadsheet would run as a formula begins with an apostrophe, as OWASP advises.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    // With those of full width, which spreadsheets read as the narrow ones.
    private static readonly SearchValues<char> Dangerous = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The rows under the columns' ids.</summary>
    /// <param name="listing">What to write.</param>
    /// <param name="exact">Whether texts stay as they are, for programs that take them as nothing but text.</param>
    public static string Text(Listing listing, bool exact = false) =>
        string.Join('\n', listing.Rows.Prepend(listing.Ids).Select(row => string.Join(',', row.Select(value => Field(value, exact)))));

    private static string Field(object? value, bool exact)
    {
        var text = Cell.Raw(value);
        // Only of texts: a figure may be negative.
        if (!exact && value is string && text.AsSpan().IndexOfAny(Dangerous) == 0)
        {
            return Quoted("'" + text);
        }

        return text.AsSpan().ContainsAny(Special) ? Quoted(text) : text;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
