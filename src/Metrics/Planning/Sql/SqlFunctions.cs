using Merit.Metrics.Language;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning.Sql;

/// <summary>What the planner means, said in the engine's functions: local days, exact sums, text tests.</summary>
internal sealed class SqlFunctions(string zone, DayOfWeek weekStart)
{
    private const string Utc = "UTC";

    public static SqlExpr ToNumber(SqlExpr value) => new SqlCast(value, SqlType.Number);

    /// <summary>A text that tells the content of rows, in any order: how many there are, and two sums of what each comes to.</summary>
    public static SqlExpr ContentOf(IReadOnlyList<SqlExpr> columns)
    {
        var row = new SqlCall("hash", columns);
        return new SqlCall("concat_ws", [new SqlConstant(" "), new SqlAggregate("count", []), new SqlAggregate("sum", [row]), new SqlAggregate("bit_xor", [row])]);
    }

    public static SqlExpr Coalesce(IReadOnlyList<SqlExpr> values) => values.Count == 1 ? values[0] : new SqlCall("coalesce", values);

    public static SqlExpr ContainsText(SqlExpr value, SqlExpr part) => new SqlCall("contains", [Lower(value), Lower(part)]);

    /// <summary>Whether a text contains, starts or ends with another, without regard to case.</summary>
    public static SqlExpr TextTest(TextTest test, SqlExpr value, SqlExpr part) => test switch
    {
        Language.TextTest.Contains => ContainsText(value, part),
        Language.TextTest.StartsWith => new SqlCall("starts_with", [Lower(value), Lower(part)]),
        _ => new SqlCall("ends_with", [Lower(value), Lower(part)]),
    };

    /// <summary>A function of values of one row that the engine has.</summary>
    public static SqlExpr Call(RowFunction function, IReadOnlyList<SqlExpr> arguments) => new SqlCall(
        function switch
        {
            RowFunction.Abs => "abs",
            RowFunction.Round => "round",
            RowFunction.Floor => "floor",
            RowFunction.Ceiling => "ceil",
            RowFunction.Lower => "lower",
            RowFunction.Upper => "upper",
            RowFunction.Trim => "trim",
            RowFunction.Length => "length",
            RowFunction.Least => "least",
            RowFunction.Greatest => "greatest",
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Written elsewhere."),
        },
        arguments);

    /// <summary>A power; missing where it is no number or too large for one.</summary>
    public static SqlExpr Power(SqlExpr value, SqlExpr exponent)
    {
        var power = new SqlCall("pow", [ToNumber(value), ToNumber(exponent)]);
        return new SqlCase([(new SqlCall("isfinite", [power]), power)], new SqlConstant(null));
    }

    /// <summary>A part of a day, or of a time as the clocks show it.</summary>
    public static SqlExpr Part(DatePart part, SqlExpr local) => new SqlCall(
        part switch
        {
            DatePart.Year => "year",
            DatePart.Quarter => "quarter",
            DatePart.Month => "month",
            DatePart.Weekday => "isodow",
            DatePart.Day => "day",
            DatePart.Hour => "hour",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Written elsewhere."),
        },
        [local]);

    /// <summary>The number of the week that starts on a day: how many sevens of days its fourth day lies after New Year.</summary>
    public static SqlExpr NumberOfWeek(SqlExpr start)
    {
        var day = new SqlCall("dayofyear", [new SqlBinary(SqlOperator.Add, start, new SqlDays(3))]);
        var sevens = new SqlCall("ceil", [new SqlBinary(SqlOperator.Divide, day, new SqlConstant(7L))]);
        return new SqlCast(sevens, SqlType.Integer);
    }

    /// <summary>The value of a group that comes first or last in time; of two at the same time the larger.</summary>
    public static SqlExpr AtEnd(SqlExpr value, SqlExpr time, bool last, SqlExpr? filter)
    {
        SqlExpr known = new SqlIsNull(value, Negated: true);
        return new SqlAggregate("first", [value], Filter: filter is null ? known : new SqlBinary(SqlOperator.And, known, filter))
        {
            OrderBy = [(time, last), (value, true)],
        };
    }

    /// <summary>A quotient of one row: missing where the divisor is zero.</summary>
    public static SqlExpr Quotient(SqlExpr left, SqlExpr right) =>
        new SqlBinary(SqlOperator.Divide, ToNumber(left), new SqlCall("nullif", [right, new SqlConstant(0L)]));

    /// <summary>A time that is kept in UTC, as the clocks of the workspace's zone show it.</summary>
    public SqlExpr LocalTime(SqlExpr utc) => IsUtc ? utc : Zoned(zone, Zoned(Utc, utc));

    /// <summary>A wall-clock time of the workspace's zone, in UTC. Of a constant the engine makes a constant.</summary>
    public SqlExpr ToUtc(SqlExpr local) => IsUtc ? local : Zoned(Utc, Zoned(zone, local));

    public SqlExpr LocalDay(SqlExpr utc) => new SqlCast(LocalTime(utc), SqlType.Date);

    /// <summary>The local day of a time that lies between two days: the clocks are then known without looking at each row.</summary>
    public SqlExpr LocalDay(SqlExpr utc, DateOnly? from, DateOnly? to) =>
        !IsUtc && from is { } first && to is { } end && ZoneShifts.Between(zone, first, end) is { } shifts ? new SqlCast(Shifted(utc, shifts), SqlType.Date) : LocalDay(utc);

    /// <summary>Midnight at the start of a day of the workspace's zone, in UTC.</summary>
    public SqlExpr StartOf(DateOnly day) => ToUtc(new SqlConstant(day.ToDateTime(TimeOnly.MinValue)));

    public SqlExpr GroupStart(TimeGrain grain, SqlExpr day) => grain switch
    {
        TimeGrain.Day => day,
        TimeGrain.Week => WeekStart(day),
        _ => new SqlCast(new SqlCall("date_trunc", [new SqlConstant(TimeWord(grain)), day]), SqlType.Date),
    };

    /// <summary>How many groups of days lie between the groups of two days.</summary>
    public SqlExpr GroupsBetween(TimeGrain grain, SqlExpr day, SqlExpr later) => grain == TimeGrain.Week
        ? new SqlBinary(SqlOperator.DivideWhole, WholeDays(WeekStart(day), WeekStart(later)), new SqlConstant(7L))
        : new SqlCall("date_diff", [new SqlConstant(grain == TimeGrain.Day ? "day" : TimeWord(grain)), day, later]);

    /// <summary>What lies between two times, with fractions.</summary>
    public static SqlExpr Elapsed(SqlExpr from, SqlExpr to, ElapsedUnit unit)
    {
        var microseconds = unit switch { ElapsedUnit.Days => 86_400_000_000L, ElapsedUnit.Hours => 3_600_000_000L, _ => 60_000_000L };
        return new SqlBinary(SqlOperator.Divide, new SqlCall("date_diff", [new SqlConstant("microsecond"), from, to]), new SqlConstant(microseconds));
    }

    public static SqlExpr WholeDays(SqlExpr from, SqlExpr to) => new SqlCall("date_diff", [new SqlConstant("day"), from, to]);

    /// <summary>Every day from the first to the last, one row each; where they are not known, one row without a day.</summary>
    public static SqlExpr EachDay(SqlExpr known, SqlExpr first, SqlExpr last)
    {
        var days = Series(first, last);
        var none = new SqlCall("list_value", [new SqlCast(new SqlConstant(null), SqlType.Timestamp)]);
        return new SqlCast(new SqlCall("unnest", [new SqlCase([(known, days)], none)]), SqlType.Date);
    }

    /// <summary>Every day from the first to the last, one row each; none where one of them is missing.</summary>
    public static SqlExpr EachDay(SqlExpr first, SqlExpr last) => new SqlCast(new SqlCall("unnest", [Series(first, last)]), SqlType.Date);

    private static SqlCall Series(SqlExpr first, SqlExpr last) => new("generate_series", [first, last, new SqlDays(1)]);

    /// <summary>A day so far before another. A day that a month does not have becomes its last one.</summary>
    public static SqlExpr DayBefore(SqlExpr day, TimeStep step) => new SqlCast(new SqlBinary(SqlOperator.Subtract, day, Interval(step)), SqlType.Date);

    /// <summary>A day so far after another.</summary>
    public static SqlExpr DayAfter(SqlExpr day, TimeStep step) => new SqlCast(new SqlBinary(SqlOperator.Add, day, Interval(step)), SqlType.Date);

    public static SqlExpr Earliest(IReadOnlyList<SqlExpr> days) => days.Count == 1 ? days[0] : new SqlCall("least", days);

    public static SqlExpr Latest(IReadOnlyList<SqlExpr> days) => days.Count == 1 ? days[0] : new SqlCall("greatest", days);

    public static SqlExpr IsFirstOfMonth(SqlExpr day) => new SqlBinary(SqlOperator.Equal, new SqlCall("day", [day]), new SqlConstant(1L));

    public static SqlExpr Earlier(SqlExpr left, SqlExpr right) => new SqlCall("least", [left, right]);

    public static SqlExpr Later(SqlExpr left, SqlExpr right) => new SqlCall("greatest", [left, right]);

    /// <summary>Whether a row is the total of a query grouped with a total.</summary>
    public static SqlExpr IsTotal(SqlExpr firstGroupColumn) =>
        new SqlBinary(SqlOperator.Equal, new SqlCall("grouping", [firstGroupColumn]), new SqlConstant(1L));

    private static SqlExpr Interval(TimeStep step) => step.Grain switch
    {
        TimeGrain.Month => new SqlMonths(step.Count),
        TimeGrain.Week => new SqlDays(7 * step.Count),
        _ => new SqlDays(step.Count),
    };

    private bool IsUtc => zone is "UTC" or "Etc/UTC" or "Z";

    private static SqlExpr Zoned(string to, SqlExpr time) => new SqlCall("timezone", [new SqlConstant(to), time]);

    private static SqlExpr Shifted(SqlExpr utc, IReadOnlyList<(DateTime? Until, TimeSpan Shift)> shifts) => shifts is [var only]
        ? Shifted(utc, only.Shift)
        : new SqlCase(
            [.. shifts.Where(s => s.Until is not null).Select(s => ((SqlExpr)new SqlBinary(SqlOperator.Less, utc, new SqlConstant(s.Until)), Shifted(utc, s.Shift)))],
            Shifted(utc, shifts[^1].Shift));

    private static SqlExpr Shifted(SqlExpr utc, TimeSpan shift)
    {
        var (word, count) = shift.Minutes == 0 ? ("to_hours", shift.Ticks / TimeSpan.TicksPerHour) : ("to_minutes", shift.Ticks / TimeSpan.TicksPerMinute);
        return shift == TimeSpan.Zero ? utc : new SqlBinary(SqlOperator.Add, utc, new SqlCall(word, [new SqlConstant(count)]));
    }

    private static SqlExpr Lower(SqlExpr value) => new SqlCall("lower", [value]);

    // The engine's weeks start on Monday; any other week is a Monday week of shifted days.
    private SqlExpr WeekStart(SqlExpr day)
    {
        var shift = ((int)weekStart + 6) % 7;
        var monday = new SqlConstant("week");
        return shift == 0
            ? new SqlCast(new SqlCall("date_trunc", [monday, day]), SqlType.Date)
            : new SqlCast(
                new SqlBinary(
                    SqlOperator.Add,
                    new SqlCall("date_trunc", [monday, new SqlBinary(SqlOperator.Subtract, day, new SqlDays(shift))]),
                    new SqlDays(shift)),
                SqlType.Date);
    }

    private static string TimeWord(TimeGrain grain) => grain switch { TimeGrain.Month => "month", TimeGrain.Quarter => "quarter", _ => "year" };
}
