using System.Numerics;

namespace DuckDB.NET.Native;

/// <summary>duckdb_hugeint: a signed integer of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBHugeInt
{
    public DuckDBHugeInt(ulong lower, long upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <exception cref="ArgumentOutOfRangeException">The value needs more than 128 bits.</exception>
    public DuckDBHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value does not fit a HUGEINT (−2^127 to 2^127−1).");
        }

        Lower = (ulong)(value & ulong.MaxValue);
        Upper = (long)(value >> 64);
    }

    public static BigInteger HugeIntMinValue => Int128.MinValue;

    public static BigInteger HugeIntMaxValue => Int128.MaxValue;

    public ulong Lower { get; }

    public long Upper { get; }

    public Int128 ToInt128() => new((ulong)Upper, Lower);

    public BigInteger ToBigInteger() => ToInt128();
}
