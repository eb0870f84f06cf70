using System.Text;

namespace Merit.Host.Warehouse.Staging;

/// <summary>
/// Cuts a UTF-8 file into records as the engine does (RFC 4180, blanks around a quoted field allowed), and knows what the engine does not tell: the line each
/// record begins in. A record whose quotes do not add up is one line long, so that one stray quote costs one line and not the rest of the file.
/// </summary>
/// <remarks>Lines are counted as an editor counts them: from 1, ended by LF, CR LF or CR. Empty lines are passed over unless the file has a single column.</remarks>
internal sealed class CsvScanner(string path, CsvDialect dialect, int skip, int expected = 0, int window = LineBuffer.Window) : IDisposable
{
    /// <summary>Longer records are refused, by the engine and here.</summary>
    public const int LongestRecord = 1 << 21;

    private const byte Space = (byte)' ';

    private readonly LineBuffer _buffer = new(path, LongestRecord, window);
    private readonly CsvFieldCutter _cutter = new(dialect);
    private long _nextLine = 1;
    private bool _begun;

    /// <summary>The line the record begins in.</summary>
    public long Line { get; private set; }

    /// <summary>The line after the record.</summary>
    public long NextLine => _nextLine;

    /// <summary>Numbers of fields, less than expected, that are no fault.</summary>
    public IReadOnlySet<int> Padded { get; init; } = new HashSet<int>();

    /// <summary>How many fields it has.</summary>
    public int Fields { get; private set; }

    /// <summary>How many fields at its end are empty.</summary>
    public int EmptyAtEnd => _cutter.EmptyAtEnd(Record);

    /// <summary>What is wrong with it, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>The record without its line break; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Record => _buffer.Taken;

    /// <summary>The record as text.</summary>
    public string Text => Encoding.UTF8.GetString(Record);

    /// <summary>The record's fields.</summary>
    public IReadOnlyList<string> Values => _cutter.Values(Record);

    /// <summary>Goes to the next record; false at the end.</summary>
    public bool Read()
    {
        Begin();
        while (true)
        {
            if (!TakeRecord())
            {
                return false;
            }

            if (expected == 1 || Record.IndexOfAnyExcept(Space, (byte)'\t') >= 0)
            {
                return true;
            }
        }
    }

    public void Dispose() => _buffer.Dispose();

    private void Begin()
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        for (var i = 0; i < skip && TakeLine(); i++)
        {
        }
    }

    private bool TakeRecord()
    {
        if (_buffer.AtEnd)
        {
            return false;
        }

        var cut = _buffer.Cut(_cutter.Record);
        var wrongWidth = expected > 0 && cut.Fields != expected && !(cut.Fields == expected + 1 && cut.EndsEmpty) && !Padded.Contains(cut.Fields);
        if (cut.Fault is not null || (wrongWidth && cut.Lines > 1) || cut.Length >= LongestRecord)
        {
            // Begin again one line further down.
            Fault = cut.Fault ?? (wrongWidth ? Width(cut.Fields) : $"longer than {LongestRecord} bytes");
            TakeLine();
            return true;
        }

        Line = _nextLine;
        Fields = cut.Fields;
        Fault = wrongWidth ? Width(cut.Fields) : null;
        _buffer.Take(cut.Length, cut.Break);
        _nextLine += cut.Lines;
        return true;
    }

    private string Width(int fields) => $"{fields} {(fields == 1 ? "field" : "fields")} where the header has {expected}";

    private bool TakeLine()
    {
        if (_buffer.AtEnd)
        {
            return false;
        }

        Line = _nextLine;
        Fields = 0;
        var cut = _buffer.Cut(CsvFieldCutter.Line);
        _buffer.Take(cut.Length, cut.Break);
        _nextLine += cut.Break > 0 ? 1 : 0;
        return true;
    }
}
