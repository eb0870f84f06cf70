using System.Buffers;
using System.Globalization;
using System.Text;

namespace Merit.Host.Samples;

/// <summary>Writes a CSV file as fast as the disk takes it: values go straight into one buffer of bytes.</summary>
internal sealed class CsvFile : IDisposable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly FileStream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private bool inRow;

    public CsvFile(string path, params ReadOnlySpan<string> header)
    {
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        foreach (var name in header)
        {
            Text(name);
        }

        End();
        Rows = 0;
    }

    /// <summary>Rows written, without the header.</summary>
    public long Rows { get; private set; }

    public CsvFile Empty()
    {
        Separate();
        return this;
    }

    public CsvFile Text(string? value)
    {
        Separate();
        if (!string.IsNullOrEmpty(value))
        {
            Append(value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value);
        }

        return this;
    }

    /// <summary>An identifier: a letter and a number; empty for 0.</summary>
    public CsvFile Id(char prefix, long number)
    {
        Separate();
        if (number > 0)
        {
            buffer[used++] = (byte)prefix;
            Write(number, default);
        }

        return this;
    }

    public CsvFile Whole(long value)
    {
        Separate();
        Write(value, default);
        return this;
    }

    public CsvFile Amount(decimal value)
    {
        Separate();
        Write(value, "0.00");
        return this;
    }

    public CsvFile Day(DateOnly value)
    {
        Separate();
        Write(value, "yyyy-MM-dd");
        return this;
    }

    public CsvFile Moment(DateTime? value)
    {
        Separate();
        if (value is { } moment)
        {
            Write(moment, "yyyy-MM-dd HH:mm:ss");
        }

        return this;
    }

    public void End()
    {
        buffer[used++] = (byte)'\n';
        inRow = false;
        Rows++;
        if (used > buffer.Length / 2)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void Separate()
    {
        if (inRow)
        {
            buffer[used++] = (byte)',';
        }

        inRow = true;
    }

    private void Append(string value) => used += Encoding.UTF8.GetBytes(value, buffer.AsSpan(used));

    private void Write<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        if (!value.TryFormat(buffer.AsSpan(used), out var written, format, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException("A row is longer than half the buffer.");
        }

        used += written;
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
