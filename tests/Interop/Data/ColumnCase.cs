using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace Merit.Interop.Tests.Data;

/// <summary>A value as SQL writes it and as .NET reads it; how a row is appended, where the appender knows the type.</summary>
internal sealed record ColumnCase(string Type, string Literal, object Value, Func<IDuckDBAppenderRow, IDuckDBAppenderRow>? Append = null)
{
    private const string LongText = "repeat('Überlänge ', 20000)";

    public static IReadOnlyDictionary<string, ColumnCase> All { get; } = new ColumnCase[]
    {
        new("BOOLEAN", "true", true, row => row.AppendValue((bool?)true)),
        new("BOOLEAN", "false", false, row => row.AppendValue((bool?)false)),
        new("TINYINT", "-128", sbyte.MinValue, row => row.AppendValue((sbyte?)sbyte.MinValue)),
        new("TINYINT", "127", sbyte.MaxValue, row => row.AppendValue((sbyte?)sbyte.MaxValue)),
        new("SMALLINT", "-32768", short.MinValue, row => row.AppendValue((short?)short.MinValue)),
        new("INTEGER", "-2147483648", int.MinValue, row => row.AppendValue((int?)int.MinValue)),
        new("INTEGER", "2147483647", int.MaxValue, row => row.AppendValue((int?)int.MaxValue)),
        new("BIGINT", "-9223372036854775808", long.MinValue, row => row.AppendValue((long?)long.MinValue)),
        new("BIGINT", "9223372036854775807", long.MaxValue, row => row.AppendValue((long?)long.MaxValue)),
        new("UTINYINT", "255", byte.MaxValue, row => row.AppendValue((byte?)byte.MaxValue)),
        new("USMALLINT", "65535", ushort.MaxValue, row => row.AppendValue((ushort?)ushort.MaxValue)),
        new("UINTEGER", "4294967295", uint.MaxValue, row => row.AppendValue((uint?)uint.MaxValue)),
        new("UBIGINT", "18446744073709551615", ulong.MaxValue, row => row.AppendValue((ulong?)ulong.MaxValue)),
        Huge("HUGEINT", "170141183460469231731687303715884105727"),
        Huge("HUGEINT", "-170141183460469231731687303715884105728"),
        Huge("HUGEINT", "-18446744073709551617"),
        Huge("UHUGEINT", "340282366920938463463374607431768211455"),
        new("FLOAT", "'3.4028235e38'", float.MaxValue, row => row.AppendValue((float?)float.MaxValue)),
        new("FLOAT", "'-0.1'", -0.1f, row => row.AppendValue((float?)-0.1f)),
        new("DOUBLE", "'1.7976931348623157e308'", double.MaxValue, row => row.AppendValue((double?)double.MaxValue)),
        new("DOUBLE", "'5e-324'", double.Epsilon, row => row.AppendValue((double?)double.Epsilon)),
        new("DOUBLE", "'nan'", double.NaN, row => row.AppendValue((double?)double.NaN)),
        new("DOUBLE", "'-infinity'", double.NegativeInfinity, row => row.AppendValue((double?)double.NegativeInfinity)),
        Decimal("DECIMAL(4,1)", "-999.9"),
        Decimal("DECIMAL(9,2)", "1234567.89"),
        Decimal("DECIMAL(18,6)", "-123456789012.345678"),
        Decimal("DECIMAL(28,10)", "123456789012345678.0123456789"),
        Decimal("DECIMAL(38,0)", "79228162514264337593543950335"),
        Decimal("DECIMAL(18,3)", "0.000"),
        Text("'plain'", "plain"),
        Text("''", ""),
        Text("'twelve bytes'", "twelve bytes"),
        Text("'thirteen byte'", "thirteen byte"),
        Text("'naïve 漢字 🦆'", "naïve 漢字 🦆"),
        Text("'''; drop table t; --'", "'; drop table t; --"),
        Text(LongText, string.Concat(Enumerable.Repeat("Überlänge ", 20000))),
        Blob("'\\x00\\x01\\xFE\\xFF'::BLOB", [0, 1, 254, 255]),
        Blob("''::BLOB", []),
        Blob("repeat('z', 100000)::BLOB", Enumerable.Repeat((byte)'z', 100_000).ToArray()),
        Date("1992-02-29"),
        Date("0001-01-01"),
        Date("9999-12-31"),
        Date("1969-12-31"),
        new("TIME", "'00:00:00'", TimeOnly.MinValue, row => row.AppendValue((TimeOnly?)TimeOnly.MinValue)),
        new("TIME", "'23:59:59.999999'", new TimeOnly(863_999_999_990), row => row.AppendValue((TimeOnly?)new TimeOnly(863_999_999_990))),
        Moment("TIMESTAMP", "2024-02-29 12:34:56.123456"),
        Moment("TIMESTAMP", "0001-01-01 00:00:00"),
        Moment("TIMESTAMP", "1969-12-31 23:59:59.999999"),
        Moment("TIMESTAMP_S", "2024-02-29 12:34:56"),
        Moment("TIMESTAMP_S", "1955-11-05 06:00:01"),
        Moment("TIMESTAMP_MS", "2024-02-29 12:34:56.123"),
        Moment("TIMESTAMP_MS", "1955-11-05 06:00:01.001"),
        Moment("TIMESTAMP_NS", "2024-02-29 12:34:56.1234567"),
        Moment("TIMESTAMP_NS", "1955-11-05 06:00:01.0000001"),
        new("TIMESTAMPTZ", "'2024-02-29 12:34:56.123456+02'", new DateTime(2024, 2, 29, 10, 34, 56, DateTimeKind.Unspecified).AddTicks(1_234_560), row => row.AppendValue((DateTimeOffset?)new DateTimeOffset(2024, 2, 29, 12, 34, 56, TimeSpan.FromHours(2)).AddTicks(1_234_560))),
        new("TIMETZ", "'12:34:56.123456+02'", new DateTimeOffset(1, 1, 2, 12, 34, 56, TimeSpan.FromHours(2)).AddTicks(1_234_560), row => row.AppendValue((DateTimeOffset?)new DateTimeOffset(1, 1, 2, 12, 34, 56, TimeSpan.FromHours(2)).AddTicks(1_234_560))),
        Interval("3 days 04:05:06.000007", new TimeSpan(3, 4, 5, 6).Add(TimeSpan.FromTicks(70))),
        Interval("-3 days -04:05:06.000007", -new TimeSpan(3, 4, 5, 6).Add(TimeSpan.FromTicks(70))),
        Guid("00000000-0000-0000-0000-000000000000"),
        Guid("4ac7a9e9-607c-4c8a-84f3-843f0191e3fd"),
        Guid("ffffffff-ffff-ffff-ffff-ffffffffffff"),
        new("ENUM('new', 'won', 'lost')", "'won'", "won", row => row.AppendValue("won")),
        new("INTEGER[]", "[1, 2, 3]", new List<int> { 1, 2, 3 }, row => row.AppendValue([1, 2, 3])),
        new("INTEGER[]", "[]", new List<int>(), row => row.AppendValue(Array.Empty<int>())),
        new("VARCHAR[]", "['a', '', 'a longer text with 漢字']", new List<string> { "a", "", "a longer text with 漢字" }, row => row.AppendValue(["a", "", "a longer text with 漢字"])),
        new("INTEGER[][]", "[[1], [], [2, 3]]", new List<List<int>> { new() { 1 }, new(), new() { 2, 3 } }, row => row.AppendValue<List<int>>([[1], [], [2, 3]])),
        new("DECIMAL(9,2)[]", "[1.50, -2.25]", new List<decimal> { 1.50m, -2.25m }, row => row.AppendValue([1.50m, -2.25m])),
        new("INTEGER[3]", "[7, 8, 9]", new List<int> { 7, 8, 9 }, row => row.AppendValue([7, 8, 9])),
        new("STRUCT(a INTEGER, b VARCHAR)", "{'a': 1, 'b': 'x'}", new Dictionary<string, object?>(StringComparer.Ordinal) { ["a"] = 1, ["b"] = "x" }),
        new("MAP(VARCHAR, INTEGER)", "map {'k': 1, 'l': 2}", new Dictionary<string, int>(StringComparer.Ordinal) { ["k"] = 1, ["l"] = 2 }),
        new("STRUCT(l INTEGER[])", "{'l': [1, 2]}", new Dictionary<string, object?>(StringComparer.Ordinal) { ["l"] = new List<int> { 1, 2 } }),
        new("BIT", "'10110'", "10110"),
        new("BIGNUM", "'-1234567890123456789012345678901234567890123'", BigInteger.Parse("-1234567890123456789012345678901234567890123", CultureInfo.InvariantCulture)),
    }.ToDictionary(each => $"{each.Type} {(each.Literal.Length > 50 ? each.Literal[..50] : each.Literal)}", StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. All.Keys];

    public static TheoryData<string> Appendable { get; } = [.. All.Where(each => each.Value.Append is not null).Select(each => each.Key)];

    /// <summary>Those whose value can be given as a parameter: structs and maps cannot.</summary>
    public static TheoryData<string> Bindable { get; } = [.. All.Where(each => each.Value.Value is not System.Collections.IDictionary).Select(each => each.Key)];

    public string TypedLiteral => $"({Literal})::{Type}";

    /// <summary>A stream's bytes, anything else as it is.</summary>
    public static object Read(object value)
    {
        if (value is not Stream stream)
        {
            return value;
        }

        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static ColumnCase Huge(string type, string text)
    {
        var value = BigInteger.Parse(text, CultureInfo.InvariantCulture);
        return new(type, $"'{text}'", value, row => row.AppendValue((BigInteger?)value));
    }

    private static ColumnCase Decimal(string type, string text)
    {
        var value = decimal.Parse(text, CultureInfo.InvariantCulture);
        return new(type, $"'{text}'", value, row => row.AppendValue((decimal?)value));
    }

    private static ColumnCase Text(string literal, string value) => new("VARCHAR", literal, value, row => row.AppendValue(value));

    private static ColumnCase Blob(string literal, byte[] value) => new("BLOB", literal, value, row => row.AppendValue(value));

    private static ColumnCase Date(string text)
    {
        var value = DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new("DATE", $"'{text}'", value, row => row.AppendValue((DateOnly?)value));
    }

    private static ColumnCase Moment(string type, string text)
    {
        var value = DateTime.Parse(text, CultureInfo.InvariantCulture);
        return new(type, $"'{text}'", value, row => row.AppendValue((DateTime?)value));
    }

    private static ColumnCase Interval(string text, TimeSpan value) => new("INTERVAL", $"'{text}'", value, row => row.AppendValue((TimeSpan?)value));

    private static ColumnCase Guid(string text)
    {
        var value = System.Guid.Parse(text);
        return new("UUID", $"'{text}'", value, row => row.AppendValue((Guid?)value));
    }
}
