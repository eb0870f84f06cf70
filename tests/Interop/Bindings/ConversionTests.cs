using System.Numerics;
using DuckDB.NET.Native;

namespace Merit.Interop.Tests.Bindings;

/// <summary>What the structs compute themselves, held against the engine.</summary>
public sealed class ConversionTests
{
    [Fact]
    public void Dates_turn_into_the_engines_day_numbers_and_back()
    {
        using var connection = Engine.InMemory();

        foreach (var days in Enumerable.Range(-2_000, 4_000).Select(step => step * 1_069).Concat([-2_147_483_646, 2_147_483_646, -719_162, 2_932_896]))
        {
            var date = DuckDBDateOnly.FromDuckDBDate(new DuckDBDate { Days = days });
            Assert.Equal(days, date.ToDuckDBDate().Days);
        }

        Assert.Equal(connection.Scalar<DuckDBDateOnly>("select date '1900-03-01' - 1"), new DuckDBDateOnly(1900, 2, 28));
        Assert.Equal(connection.Scalar<DuckDBDateOnly>("select date '0001-01-01' - 1"), new DuckDBDateOnly(0, 12, 31));
    }

    [Fact]
    public void Infinite_dates_and_timestamps_stay_infinite()
    {
        Assert.True(DuckDBDateOnly.FromDuckDBDate(DuckDBDateOnly.PositiveInfinity.ToDuckDBDate()).IsPositiveInfinity);
        Assert.True(DuckDBDateOnly.FromDuckDBDate(DuckDBDateOnly.NegativeInfinity.ToDuckDBDate()).IsNegativeInfinity);
        Assert.True(DuckDBTimestamp.FromDuckDBTimestampStruct(DuckDBTimestamp.PositiveInfinity.ToDuckDBTimestampStruct()).IsPositiveInfinity);
        Assert.True(DuckDBTimestamp.FromDuckDBTimestampStruct(DuckDBTimestamp.NegativeInfinity.ToDuckDBTimestampStruct()).IsNegativeInfinity);
        Assert.Equal(int.MaxValue, DuckDBDateOnly.PositiveInfinity.ToDuckDBDate().Days);
        Assert.Equal(-long.MaxValue, DuckDBTimestamp.NegativeInfinity.ToDuckDBTimestampStruct().Micros);
    }

    [Theory]
    [InlineData(2023, 2, 29)]
    [InlineData(2024, 13, 1)]
    [InlineData(2024, 0, 1)]
    [InlineData(2024, 4, 31)]
    [InlineData(1900, 2, 29)]
    [InlineData(6_000_000, 1, 1)]
    [InlineData(int.MinValue, 1, 1)]
    public void A_day_that_is_none_is_refused_and_does_not_end_the_process(int year, byte month, byte day) =>
        Assert.Throws<InvalidOperationException>(() => new DuckDBDateOnly(year, month, day).ToDuckDBDate());

    [Fact]
    public void Timestamps_turn_into_microseconds_and_back()
    {
        var moment = new DateTime(1969, 12, 31, 23, 59, 59, DateTimeKind.Unspecified).AddTicks(9_999_990);
        var counted = DuckDBTimestamp.FromDateTime(moment).ToDuckDBTimestampStruct();

        Assert.Equal(-1, counted.Micros);
        Assert.Equal(moment, DuckDBTimestamp.FromDuckDBTimestampStruct(counted).ToDateTime());
        Assert.Throws<InvalidOperationException>(() => new DuckDBTimestamp(new(300_000, 1, 1), new(0, 0, 0)).ToDuckDBTimestampStruct());
    }

    [Fact]
    public void Times_keep_microseconds_and_drop_what_is_finer()
    {
        DuckDBTimeOnly time = new TimeOnly(23, 59, 59, 999, 999).Add(TimeSpan.FromTicks(7));

        Assert.Equal((23, 59, 59, 999_999), (time.Hour, time.Min, time.Sec, time.Microsecond));
        Assert.Equal(new TimeOnly(23, 59, 59, 999, 999), (TimeOnly)time);
        Assert.Equal(86_399_999_999, NativeMethods.DateTimeHelpers.DuckDBToTime(time).Micros);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("18446744073709551616")]
    [InlineData("-18446744073709551617")]
    [InlineData("170141183460469231731687303715884105727")]
    [InlineData("-170141183460469231731687303715884105728")]
    public void Signed_128_bit_integers_keep_their_value(string text)
    {
        var value = BigInteger.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(value, new DuckDBHugeInt(value).ToBigInteger());
        Assert.Equal((Int128)value, new DuckDBHugeInt(value).ToInt128());
    }

    [Fact]
    public void Integers_of_more_than_128_bits_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DuckDBHugeInt(DuckDBHugeInt.HugeIntMaxValue + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DuckDBHugeInt(DuckDBHugeInt.HugeIntMinValue - 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DuckDBUHugeInt(DuckDBUHugeInt.HugeIntMaxValue + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DuckDBUHugeInt(BigInteger.MinusOne));
        Assert.Equal(UInt128.MaxValue, new DuckDBUHugeInt(DuckDBUHugeInt.HugeIntMaxValue).ToUInt128());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-10)]
    [InlineData(864_000_000_010)]
    [InlineData(-864_000_000_010)]
    public void Intervals_without_months_are_time_spans(long ticks)
    {
        var span = TimeSpan.FromTicks(ticks);

        Assert.Equal(span, (TimeSpan)(DuckDBInterval)span);
    }

    [Fact]
    public void Intervals_with_months_or_out_of_range_are_not()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => (TimeSpan)new DuckDBInterval(1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => (TimeSpan)new DuckDBInterval(-1, 0, 0));
        Assert.False(new DuckDBInterval(0, int.MaxValue, 0).TryConvert(out _));
    }
}
