using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>What a length of time is counted in: <c>Days</c>, <c>Weeks</c>, <c>Months</c>, <c>Quarters</c>, <c>Years</c>.</summary>
public class TimeUnit
{
    internal TimeUnit(TimeGrain grain) => Grain = grain;

    internal TimeGrain Grain { get; }

    /// <summary><c>28 days</c>, <c>1 month</c>.</summary>
    internal string Text(int count) => $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Grain.ToString().ToLowerInvariant()}{(count == 1 ? "" : "s")}";

    /// <summary><c>28 天</c>, <c>1 个月</c>.</summary>
    internal string TextZh(int count) =>
        $"{count.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Grain switch { TimeGrain.Day => "天", TimeGrain.Week => "周", TimeGrain.Month => "个月", TimeGrain.Quarter => "个季度", _ => "年" }}";
}

/// <summary>Days: a length of time (<c>Rolling(28, Days)</c>) and what figures are written in (<c>.As(Days)</c>).</summary>
public sealed class DaysUnit : TimeUnit
{
    internal DaysUnit()
        : base(TimeGrain.Day)
    {
    }

    /// <summary>The unit of figures.</summary>
    public static implicit operator Unit(DaysUnit days) => Unit.Days;
}
