using System.Globalization;
using System.Numerics;
using static DuckDB.NET.Native.NativeMethods.Value;

namespace DuckDB.NET.Native;

/// <summary>duckdb_value: one value with its type, as a parameter of a statement or of a table function.</summary>
public sealed class DuckDBValue : NativeHandle, IDuckDBValueReader
{
    public bool IsNull() => DuckDBIsNullValue(this);

    /// <summary>The value as <typeparamref name="T"/>, converted where that loses nothing of its meaning.</summary>
    /// <exception cref="InvalidCastException">The value is NULL and T cannot be, or there is no way from its type to T.</exception>
    public T GetValue<T>()
    {
        if (IsNull())
        {
            return default(T) is null
                ? default!
                : throw new InvalidCastException($"The value is NULL and cannot be read as {typeof(T)}.");
        }

        var value = Read();
        return value is T typed ? typed : (T)Convert(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));
    }

    private protected override void Destroy(ref IntPtr handle) => DuckDBDestroyValue(ref handle);

    private object Read() => DuckDBGetTypeIdOfValue(this) switch
    {
        DuckDBType.Boolean => DuckDBGetBool(this),
        DuckDBType.TinyInt => DuckDBGetInt8(this),
        DuckDBType.SmallInt => DuckDBGetInt16(this),
        DuckDBType.Integer => DuckDBGetInt32(this),
        DuckDBType.BigInt => DuckDBGetInt64(this),
        DuckDBType.UnsignedTinyInt => DuckDBGetUInt8(this),
        DuckDBType.UnsignedSmallInt => DuckDBGetUInt16(this),
        DuckDBType.UnsignedInteger => DuckDBGetUInt32(this),
        DuckDBType.UnsignedBigInt => DuckDBGetUInt64(this),
        DuckDBType.HugeInt => DuckDBGetHugeInt(this).ToBigInteger(),
        DuckDBType.UnsignedHugeInt => DuckDBGetUHugeInt(this).ToBigInteger(),
        DuckDBType.Float => DuckDBGetFloat(this),
        DuckDBType.Double => DuckDBGetDouble(this),
        DuckDBType.Decimal => decimal.Parse(Text(), NumberStyles.Number, CultureInfo.InvariantCulture),
        DuckDBType.Uuid => Guid.Parse(Text()),
        DuckDBType.Varchar or DuckDBType.Enum => Text(),
        DuckDBType.Date => (DateOnly)DuckDBDateOnly.FromDuckDBDate(DuckDBGetDate(this)),
        DuckDBType.Time => (TimeOnly)NativeMethods.DateTimeHelpers.DuckDBFromTime(DuckDBGetTime(this)),
        DuckDBType.TimeTz => TimeWithOffset(),
        DuckDBType.Interval => (TimeSpan)DuckDBGetInterval(this),
        DuckDBType.Timestamp => SinceEpoch(DuckDBGetTimestamp(this).Micros, TimeSpan.TicksPerMicrosecond, DateTimeKind.Unspecified),
        DuckDBType.TimestampTz => SinceEpoch(DuckDBGetTimestampTz(this).Micros, TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc),
        DuckDBType.TimestampS => SinceEpoch(DuckDBGetTimestampS(this).Micros, TimeSpan.TicksPerSecond, DateTimeKind.Unspecified),
        DuckDBType.TimestampMs => SinceEpoch(DuckDBGetTimestampMs(this).Micros, TimeSpan.TicksPerMillisecond, DateTimeKind.Unspecified),
        DuckDBType.TimestampNs => SinceEpoch(DuckDBGetTimestampNs(this).Micros / TimeSpan.NanosecondsPerTick, 1, DateTimeKind.Unspecified),
        var other => throw new InvalidCastException($"A value of type {other} cannot be read."),
    };

    private string Text() => DuckDBGetVarchar(this) ?? throw new InvalidCastException("The engine gave the value no text.");

    private DateTimeOffset TimeWithOffset()
    {
        var value = NativeMethods.DateTimeHelpers.DuckDBFromTimeTz(DuckDBGetTimeTz(this));

        // On the second day of the calendar, so that no offset leads before its first.
        return new DateTimeOffset(value.Time.ToDateTime().AddDays(1), TimeSpan.FromSeconds(value.Offset));
    }

    private static DateTime SinceEpoch(long count, long ticksEach, DateTimeKind kind)
    {
        var ticks = DateTime.UnixEpoch.Ticks + ((Int128)count * ticksEach);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime((long)ticks, kind)
            : throw new InvalidCastException("The timestamp is outside the range of DateTime.");
    }

    private static object Convert(object value, Type target) => (value, target) switch
    {
        (DateOnly date, _) when target == typeof(DateTime) => date.ToDateTime(TimeOnly.MinValue),
        (DateOnly date, _) when target == typeof(DuckDBDateOnly) => (DuckDBDateOnly)date,
        (TimeOnly time, _) when target == typeof(TimeSpan) => time.ToTimeSpan(),
        (TimeOnly time, _) when target == typeof(DuckDBTimeOnly) => (DuckDBTimeOnly)time,
        (TimeSpan span, _) when target == typeof(DuckDBInterval) => (DuckDBInterval)span,
        (DateTime { Kind: DateTimeKind.Utc } moment, _) when target == typeof(DateTimeOffset) => new DateTimeOffset(moment),
        (DateTime moment, _) when target == typeof(DateOnly) && moment.TimeOfDay == TimeSpan.Zero => DateOnly.FromDateTime(moment),
        (BigInteger number, _) when target == typeof(Int128) => (Int128)number,
        (BigInteger number, _) when target == typeof(UInt128) => (UInt128)number,
        (IConvertible, _) when typeof(IConvertible).IsAssignableFrom(target) && !target.IsEnum =>
            System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException($"A value of type {value.GetType()} cannot be read as {target}."),
    };
}
