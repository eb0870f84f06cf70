using System.Text;

namespace Merit.Host.Warehouse.Staging;

/// <summary>Finds where fields and records end.</summary>
internal sealed class CsvFieldCutter(CsvDialect dialect)
{
    private const string Unclosed = "a quote is never closed";
    private const string AfterQuote = "something follows a closing quote";

    private readonly byte[] _delimiter = dialect.DelimiterBytes;
    private readonly int _quote = dialect.QuoteByte ?? -1;

    /// <summary>Finds the end of a line, whatever is in it.</summary>
    public static Cut? Line(ReadOnlySpan<byte> bytes, bool last)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0
            ? last ? new Cut(bytes.Length, 0, 1, 0, EndsEmpty: false, null) : null
            : Break(bytes, end, last) is { } lineBreak ? new Cut(end, lineBreak, 1, 0, EndsEmpty: false, null) : null;
    }

    /// <summary>Finds the end of a record.</summary>
    public Cut? Record(ReadOnlySpan<byte> bytes, bool last)
    {
        var (at, lines, fields) = (0, 1, 0);
        while (true)
        {
            var start = at;
            var end = Field(bytes, ref at, ref lines, last, out var fault);
            if (fault is not null)
            {
                return new Cut(0, 0, 1, 0, EndsEmpty: false, fault);
            }

            if (!end)
            {
                return null;
            }

            fields++;
            if (at == bytes.Length)
            {
                return last ? new Cut(at, 0, lines, fields, at == start, null) : null;
            }

            if (bytes[at] is (byte)'\r' or (byte)'\n')
            {
                return Break(bytes, at, last) is { } lineBreak ? new Cut(at, lineBreak, lines, fields, at == start, null) : null;
            }

            at += _delimiter.Length;
        }
    }

    /// <summary>How many fields at the end of a record are empty.</summary>
    public int EmptyAtEnd(ReadOnlySpan<byte> record)
    {
        var empty = 0;
        while (record.EndsWith(_delimiter))
        {
            record = record[..^_delimiter.Length];
            empty++;
        }

        return empty;
    }

    /// <summary>The fields of a whole record, without their quotes.</summary>
    public IReadOnlyList<string> Values(ReadOnlySpan<byte> record)
    {
        List<string> values = [];
        var (at, lines) = (0, 1);
        while (true)
        {
            var start = at;
            Field(record, ref at, ref lines, last: true, out _);
            values.Add(Unquoted(Encoding.UTF8.GetString(record[start..at])));
            if (at >= record.Length)
            {
                return values;
            }

            at += _delimiter.Length;
        }
    }

    private string Unquoted(string field)
    {
        var inner = field.Trim();
        return dialect.Quote.Length == 1 && inner.Length > 1 && inner[0] == dialect.Quote[0]
            ? inner[1..^1].Replace(dialect.Quote + dialect.Quote, dialect.Quote, StringComparison.Ordinal)
            : field;
    }

    // Goes from a field's first byte to the delimiter, line break or end behind it; false when more bytes are needed.
    private bool Field(ReadOnlySpan<byte> bytes, ref int at, ref int lines, bool last, out string? fault)
    {
        fault = null;
        var first = at + SpacesAt(bytes[at..]);
        if (first >= bytes.Length || bytes[first] != _quote)
        {
            return Plain(bytes, ref at, last);
        }

        at = first + 1;
        while (true)
        {
            var quote = bytes[at..].IndexOf((byte)_quote);
            if (quote < 0 || (at + quote + 1 == bytes.Length && !last))
            {
                fault = last ? Unclosed : null;
                return false;
            }

            lines += LineBreaks(bytes.Slice(at, quote));
            at += quote + 1;
            if (at < bytes.Length && bytes[at] == _quote)
            {
                at++;
                continue;
            }

            at += SpacesAt(bytes[at..]);
            if (at == bytes.Length)
            {
                return last;
            }

            if (bytes[at] is (byte)'\r' or (byte)'\n' || bytes[at..].StartsWith(_delimiter))
            {
                return true;
            }

            fault = last || bytes.Length - at >= _delimiter.Length ? AfterQuote : null;
            return false;
        }
    }

    private bool Plain(ReadOnlySpan<byte> bytes, ref int at, bool last)
    {
        while (true)
        {
            var end = bytes[at..].IndexOfAny(_delimiter[0], (byte)'\r', (byte)'\n');
            if (end < 0)
            {
                at = bytes.Length;
                return last;
            }

            at += end;
            if (bytes[at] != _delimiter[0] || bytes[at..].StartsWith(_delimiter))
            {
                return true;
            }

            if (!last && bytes.Length - at < _delimiter.Length)
            {
                return false;
            }

            at++;
        }
    }

    private int SpacesAt(ReadOnlySpan<byte> bytes)
    {
        var other = _delimiter[0] == ' ' ? 0 : bytes.IndexOfAnyExcept((byte)' ');
        return other < 0 ? bytes.Length : other;
    }

    private static int LineBreaks(ReadOnlySpan<byte> bytes) =>
        bytes.Count((byte)'\n') + bytes.Count((byte)'\r') - bytes.Count("\r\n"u8);

    // A CR at the end of the window may have its LF behind it.
    private static int? Break(ReadOnlySpan<byte> bytes, int at, bool last) =>
        bytes[at] == '\n' ? 1
        : at + 1 < bytes.Length ? (bytes[at + 1] == '\n' ? 2 : 1)
        : last ? 1 : null;
}
