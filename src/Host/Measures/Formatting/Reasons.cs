using Merit.Metrics.Results;

namespace Merit.Host.Measures.Formatting;

/// <summary>Why a figure has no value, as sentences.</summary>
internal static class Reasons
{
    public static string Of(NoValue reason, bool chinese) => (reason, chinese) switch
    {
        (NoValue.None, _) => "",
        (NoValue.NotLoaded, false) => "No source loads the table it needs.",
        (NoValue.NotLoaded, true) => "没有数据源加载所需的表。",
        (NoValue.ColumnNotLoaded, false) => "No source loads a column it needs.",
        (NoValue.ColumnNotLoaded, true) => "没有数据源加载所需的列。",
        (NoValue.NotCovered, false) => "The sources have no data for this period.",
        (NoValue.NotCovered, true) => "数据源没有这一时期的数据。",
        (NoValue.DivisionByZero, false) => "It would divide by zero.",
        (NoValue.DivisionByZero, true) => "分母为零。",
        (NoValue.NoRows, false) => "There are no rows to average.",
        (NoValue.NoRows, true) => "没有可供平均的记录。",
        (NoValue.NotSet, false) => "No target or benchmark is set.",
        (NoValue.NotSet, true) => "未设定目标或基准。",
        (NoValue.NotMeaningful, false) => "It means nothing for several at once.",
        (NoValue.NotMeaningful, true) => "对多个对象合计没有意义。",
        (NoValue.NotPermitted, false) => "You may see some rows only, and which of these they are cannot be told.",
        (NoValue.NotPermitted, true) => "您只能查看部分记录，而这里无法分辨哪些属于您。",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words."),
    };
}
