using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <content>The words for units: how figures are written, and what lengths of time are counted in.</content>
public static partial class Define
{
    /// <summary>A number.</summary>
    public static Unit Number => Unit.Number;

    /// <summary>Money in the workspace's currency.</summary>
    public static Unit Money => Unit.Money;

    /// <summary>A fraction, written as a percentage.</summary>
    public static Unit Percent => Unit.Percent;

    /// <summary>0 to 100.</summary>
    public static Unit Score => Unit.Score;

    /// <summary>Days: how a figure is written, or a length of time.</summary>
    public static DaysUnit Days { get; } = new();

    /// <summary>Weeks, as a length of time: seven days each.</summary>
    public static TimeUnit Weeks { get; } = new(TimeGrain.Week);

    /// <summary>Calendar months, as a length of time.</summary>
    public static TimeUnit Months { get; } = new(TimeGrain.Month);

    /// <summary>Calendar quarters, as a length of time: three months each.</summary>
    public static TimeUnit Quarters { get; } = new(TimeGrain.Quarter);

    /// <summary>Calendar years, as a length of time.</summary>
    public static TimeUnit Years { get; } = new(TimeGrain.Year);
}
