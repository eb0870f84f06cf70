using Merit.Metrics.Requests;

namespace Merit.Metrics.Results;

/// <summary>The answer to a <see cref="Request"/>.</summary>
/// <param name="Request">What was asked.</param>
/// <param name="Dimensions">The dimension columns, in the request's order.</param>
/// <param name="Metrics">The metric columns, in the request's order.</param>
/// <param name="Rows">One per group.</param>
/// <param name="Total">The total, when asked for.</param>
public sealed record Answer(
    Request Request,
    IReadOnlyList<DimensionColumn> Dimensions,
    IReadOnlyList<MetricColumn> Metrics,
    IReadOnlyList<AnswerRow> Rows,
    AnswerRow? Total);

/// <summary>A dimension of an answer.</summary>
/// <param name="Id">Its id, which is its key in JSON.</param>
/// <param name="Label">Its label in English.</param>
/// <param name="LabelZh">Its label in Chinese.</param>
/// <param name="Type">The type of its values.</param>
public sealed record DimensionColumn(string Id, string Label, string LabelZh, Schema.ColumnType Type);

/// <summary>A metric of an answer.</summary>
/// <param name="Id">Its id, which is its key in JSON.</param>
/// <param name="Label">Its label in English.</param>
/// <param name="LabelZh">Its label in Chinese.</param>
/// <param name="Unit">How it is written.</param>
/// <param name="LowerIsBetter">Whether a fall is good.</param>
public sealed record MetricColumn(string Id, string Label, string LabelZh, Unit Unit, bool LowerIsBetter)
{
    /// <summary>Whether it is a sum or count, so that a group without any rows has 0; of a rate or mean it has no value.</summary>
    public bool Additive { get; init; }

    /// <summary>Whether it counts rows by what became of them later, by the day they began: of the latest days it is too low yet.</summary>
    public bool Maturing { get; init; }

    /// <summary>Whether it follows a model that gives every conversion to all that took part: its figures add up to more than there was. Its label says so.</summary>
    public bool Participation { get; init; }

    /// <summary>What it means, in English; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it means, in Chinese; may be empty.</summary>
    public string DescriptionZh { get; init; } = "";

    /// <summary>A numeric format of its own; empty for that of its unit.</summary>
    public string Format { get; init; } = "";

    /// <summary>What to use instead, where it is on its way out; otherwise null.</summary>
    public string? Deprecated { get; init; }
}

/// <summary>How a figure is written.</summary>
public enum Unit
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Money in the workspace's currency.</summary>
    Money,

    /// <summary>A fraction, written as a percentage.</summary>
    Percent,

    /// <summary>Days.</summary>
    Days,

    /// <summary>0 to 100.</summary>
    Score,
}

/// <summary>One group of an answer, or its total.</summary>
/// <param name="Dimensions">The group's dimension values: string, long, double, decimal, bool, DateOnly, DateTime, or null for <c>(none)</c>; all null in a total.</param>
/// <param name="Figures">One per metric.</param>
public sealed record AnswerRow(IReadOnlyList<object?> Dimensions, IReadOnlyList<Figure> Figures);

/// <summary>One figure: a value, or none with the reason.</summary>
/// <param name="Value">The value, or null.</param>
/// <param name="Reason">Why there is none; <see cref="NoValue.None"/> where there is one.</param>
public sealed record Figure(double? Value, NoValue Reason)
{
    /// <summary>The value it is compared with, or null.</summary>
    public double? Compared { get; init; }

    /// <summary>Why there is nothing to compare with.</summary>
    public NoValue ComparedReason { get; init; }

    /// <summary>What is to be held against the goal it is compared with: the figure of that for which goals are set, where these are some campaigns, channels
    /// or owners only, or some of the days; otherwise the figure itself. Null where there is no goal.</summary>
    public double? Targeted { get; init; }

    /// <summary>Whether the goal is set for a part only of what the figure is about, so that the figure itself is not to be held against it.</summary>
    public bool IsPartlyTargeted => Compared is not null && Targeted is { } part && !(Value is { } all && Math.Abs(all - part) <= 1e-9 * Math.Max(1, Math.Abs(all)));

    /// <summary>The group's period is not over: the figure will still grow.</summary>
    public bool Unfinished { get; init; }
}

/// <summary>Why a figure has no value.</summary>
public enum NoValue
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>No source loads the table.</summary>
    NotLoaded,

    /// <summary>No source loads a column it needs.</summary>
    ColumnNotLoaded,

    /// <summary>The sources have not answered for this period.</summary>
    NotCovered,

    /// <summary>Its denominator is zero.</summary>
    DivisionByZero,

    /// <summary>There are no rows to average.</summary>
    NoRows,

    /// <summary>No target or benchmark is set.</summary>
    NotSet,

    /// <summary>It means nothing at this grain (a score of several campaigns, benchmarks that differ).</summary>
    NotMeaningful,

    /// <summary>Whoever asks may see some rows only, and which of these rows they are cannot be told.</summary>
    NotPermitted,
}
