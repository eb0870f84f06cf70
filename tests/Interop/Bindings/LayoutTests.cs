using System.Reflection;
using System.Runtime.InteropServices;
using DuckDB.NET.Native;
using StringUnion = DuckDB.NET.Native.DuckDBString._value_e__Union;

namespace Merit.Interop.Tests.Bindings;

/// <summary>Sizes and offsets, written out from duckdb.h for a 64-bit platform.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData(typeof(DuckDBDate), 4, "0")] // int32 days
    [InlineData(typeof(DuckDBDateOnly), 8, "0 4 5")] // int32 year, int8 month, int8 day
    [InlineData(typeof(DuckDBTime), 8, "0")] // int64 micros
    [InlineData(typeof(DuckDBTimeOnly), 8, "0 1 2 4")] // int8 hour, int8 min, int8 sec, int32 micros
    [InlineData(typeof(DuckDBTimeTzStruct), 8, "0")] // uint64 bits
    [InlineData(typeof(DuckDBTimeTz), 12, "0 8")] // duckdb_time_struct time, int32 offset
    [InlineData(typeof(DuckDBTimestampStruct), 8, "0")] // int64 micros
    [InlineData(typeof(DuckDBTimestamp), 16, "0 8")] // duckdb_date_struct date, duckdb_time_struct time
    [InlineData(typeof(DuckDBInterval), 16, "0 4 8")] // int32 months, int32 days, int64 micros
    [InlineData(typeof(DuckDBHugeInt), 16, "0 8")] // uint64 lower, int64 upper
    [InlineData(typeof(DuckDBUHugeInt), 16, "0 8")] // uint64 lower, uint64 upper
    [InlineData(typeof(DuckDBDecimal), 24, "0 1 8")] // uint8 width, uint8 scale, duckdb_hugeint value
    [InlineData(typeof(DuckDBBignum), 24, "0 8 16")] // uint8 *data, idx_t size, bool is_negative
    [InlineData(typeof(DuckDBListEntry), 16, "0 8")] // uint64 offset, uint64 length
    [InlineData(typeof(DuckDBQueryProgress), 24, "0 8 16")] // double percentage, uint64 rows_processed, uint64 total_rows_to_process
    [InlineData(typeof(DuckDBResult), 48, "0 8 16 24 32 40")] // three idx_t, duckdb_column *, char *, void *
    [InlineData(typeof(DuckDBString), 16, "0")] // a union of the two below
    [InlineData(typeof(StringUnion), 16, "0 0")]
    [InlineData(typeof(StringUnion.DuckDBStringPointer), 16, "0 4 8")] // uint32 length, char prefix[4], char *ptr
    [InlineData(typeof(StringUnion.DuckDBStringInlined), 16, "0 4")] // uint32 length, char inlined[12]
    public void A_struct_is_laid_out_as_in_C(Type type, int size, string offsets)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderBy(field => field.MetadataToken);

        Assert.Equal(size, Marshal.SizeOf(type));
        Assert.Equal(size, SizeInMemory(type));
        Assert.Equal(offsets, string.Join(' ', fields.Select(field => Marshal.OffsetOf(type, field.Name))));
    }

    [Fact]
    public void Enumerations_have_the_engines_numbers()
    {
        Assert.Equal([0, 1], Numbers<DuckDBState>());
        Assert.Equal([0, 1, 2, 3], Numbers<DuckDBResultType>());
        Assert.Equal(Enumerable.Range(0, 37), Numbers<DuckDBType>());
        Assert.Equal(Enumerable.Range(0, 43), Numbers<DuckDBErrorType>());
        Assert.Equal((17, 27, 31, 32, 33), ((int)DuckDBType.Varchar, (int)DuckDBType.Uuid, (int)DuckDBType.TimestampTz, (int)DuckDBType.UnsignedHugeInt, (int)DuckDBType.Array));
        Assert.Equal((2, 14, 18, 24, 28, 29, 39), ((int)DuckDBErrorType.Conversion, (int)DuckDBErrorType.Parser, (int)DuckDBErrorType.Constraint, (int)DuckDBErrorType.Binder, (int)DuckDBErrorType.Io, (int)DuckDBErrorType.Interrupt, (int)DuckDBErrorType.MissingExtension));
    }

    private static IEnumerable<int> Numbers<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));

    private static int SizeInMemory(Type type) =>
        (int)(typeof(System.Runtime.CompilerServices.Unsafe).GetMethod("SizeOf")?.MakeGenericMethod(type).Invoke(obj: null, parameters: null) ?? 0);
}
