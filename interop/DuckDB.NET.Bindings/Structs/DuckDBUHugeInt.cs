using System.Numerics;

namespace DuckDB.NET.Native;

/// <summary>duckdb_uhugeint: an unsigned integer of 128 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBUHugeInt
{
    public DuckDBUHugeInt(ulong lower, ulong upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <exception cref="ArgumentOutOfRangeException">The value is negative or needs more than 128 bits.</exception>
    public DuckDBUHugeInt(BigInteger value)
    {
        if (value < HugeIntMinValue || value > HugeIntMaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value does not fit a UHUGEINT (0 to 2^128−1).");
        }

        Lower = (ulong)(value & ulong.MaxValue);
        Upper = (ulong)(value >> 64);
    }

    public static BigInteger HugeIntMinValue => BigInteger.Zero;

    public static BigInteger HugeIntMaxValue => UInt128.MaxValue;

    public ulong Lower { get; }

    public ulong Upper { get; }

    public UInt128 ToUInt128() => new(Upper, Lower);

    public BigInteger ToBigInteger() => ToUInt128();
}
