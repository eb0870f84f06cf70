using System.Buffers;
using System.Text;
using DuckDB.NET.Native;

namespace Merit.Host.Warehouse.Sessions;

/// <summary>One column of a chunk of rows on its way into the engine: memory of the engine's own, filled value by value without a call for each.</summary>
internal readonly unsafe struct VectorWriter(IntPtr vector)
{
    private const int BitsOfWord = 64;

    /// <summary>Room for the values of the chunk's rows, of the engine's own width.</summary>
    public Span<T> Values<T>(int rows)
        where T : unmanaged => new(NativeMethods.Vectors.DuckDBVectorGetData(vector), rows);

    /// <summary>Says that a row has no value.</summary>
    public void Null(int row)
    {
        NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
        NativeMethods.Vectors.DuckDBVectorGetValidity(vector)[row / BitsOfWord] &= ~(1UL << (row % BitsOfWord));
    }

    /// <summary>Puts texts into the rows, from the first on.</summary>
    public void Texts(ReadOnlySpan<string?> texts)
    {
        var places = Values<EngineText>(texts.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 12);
        try
        {
            for (var row = 0; row < texts.Length; row++)
            {
                if (texts[row] is not { } value)
                {
                    Null(row);
                }
                else if (value.Length > EngineText.Room || !EngineText.TryMake(value, out places[row]))
                {
                    if (buffer.Length < Encoding.UTF8.GetMaxByteCount(value.Length))
                    {
                        ArrayPool<byte>.Shared.Return(buffer);
                        buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
                    }

                    Assign(row, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // What the encoder gives is sound UTF-8; the engine need not look again.
    private void Assign(int row, ReadOnlySpan<byte> utf8)
    {
        fixed (byte* bytes = utf8)
        {
            NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(vector, (ulong)row, bytes, utf8.Length);
        }
    }
}
