namespace Merit.Host.Warehouse.Staging;

/// <summary>Where a record ends.</summary>
/// <param name="Length">Its bytes, without the line break.</param>
/// <param name="Break">The bytes of the line break; 0 at the end of the file.</param>
/// <param name="Lines">How many lines it takes.</param>
/// <param name="Fields">How many fields it has.</param>
/// <param name="EndsEmpty">Whether its last field is empty.</param>
/// <param name="Fault">Why it is no record, or null.</param>
internal readonly record struct Cut(int Length, int Break, int Lines, int Fields, bool EndsEmpty, string? Fault);

/// <summary>A file read through a window that grows to hold one record. A byte-order mark is passed over.</summary>
internal sealed class LineBuffer : IDisposable
{
    private const int Window = 1 << 18;

    private readonly FileStream _file;
    private readonly int _longest;
    private byte[] _bytes = new byte[Window];
    private int _start;
    private int _end;
    private bool _exhausted;
    private (int Start, int Length) _taken;

    public LineBuffer(string path, int longest)
    {
        _longest = longest;
        _file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0, Share = FileShare.ReadWrite });
        Fill();
        if (_bytes.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _start = 3;
        }
    }

    /// <summary>Tries to find a record's end in what is there; null when it is not there yet.</summary>
    /// <param name="bytes">From the record's beginning.</param>
    /// <param name="last">Nothing comes after.</param>
    public delegate Cut? Cutter(ReadOnlySpan<byte> bytes, bool last);

    /// <summary>Whether everything is taken.</summary>
    public bool AtEnd => _start == _end && (_exhausted || !Fill());

    /// <summary>What was taken last.</summary>
    public ReadOnlySpan<byte> Taken => _bytes.AsSpan(_taken.Start, _taken.Length);

    /// <summary>Finds the end of what begins here.</summary>
    public Cut Cut(Cutter cutter)
    {
        while (true)
        {
            var window = _bytes.AsSpan(_start, _end - _start);
            if (cutter(window, _exhausted) is { } cut)
            {
                return cut;
            }

            if (_exhausted || window.Length >= _longest || !Fill())
            {
                return cutter(window, last: true) ?? throw new InvalidOperationException("A record has no end although the file has.");
            }
        }
    }

    /// <summary>Takes bytes and passes over the line break behind them.</summary>
    public void Take(int length, int lineBreak)
    {
        _taken = (_start, length);
        _start += length + lineBreak;
    }

    public void Dispose() => _file.Dispose();

    private bool Fill()
    {
        if (_start > 0)
        {
            _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
            (_start, _end, _taken) = (0, _end - _start, default);
        }

        if (_end == _bytes.Length)
        {
            Array.Resize(ref _bytes, _bytes.Length * 2);
        }

        var read = _file.Read(_bytes, _end, _bytes.Length - _end);
        _exhausted = read == 0;
        _end += read;
        return read > 0;
    }
}
