using System.Buffers;

namespace Merit.Host.Commands.Answers;

/// <summary>RFC 4180 with raw values; no value is an empty field.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Text(Listing listing) =>
        string.Join('\n', listing.Rows.Select(r => r.Select(Cell.Raw)).Prepend(listing.Ids).Select(Line));

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(Field));

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
