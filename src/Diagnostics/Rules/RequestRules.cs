namespace Merit.Diagnostics.Rules;

/// <summary>Questions: metrics, dimensions, periods, filters.</summary>
public static partial class RequestRules
{
    /// <summary>A period nobody can read.</summary>
    public static readonly DiagnosticRule BadPeriod = new(
        "MRT2201", Severity.Error,
        "'{0}' is not a period{1}.",
        "Write 2025, 2025-Q1, 2025-03, 2025-W10, 2025-03-01, 2025-03-01..2025-04-01 (the last day not included), last-30d, last-4w, this-month, last-month, "
            + "this-quarter, last-quarter, this-year, last-year, month-to-date, year-to-date, today, yesterday or all.");

    /// <summary>A filter nobody can read.</summary>
    public static readonly DiagnosticRule BadFilter = new(
        "MRT2202", Severity.Error,
        "The filter '{0}' cannot be read at character {1}: {2}.",
        "Write it as: channel = email, channel != email, channel in (email, 'paid search'), score >= 80, campaign_name contains expo; (none) stands for no value.");

    /// <summary>A metric nobody declared.</summary>
    public static readonly DiagnosticRule UnknownMetric = new(
        "MRT2203", Severity.Error,
        "There is no metric '{0}'.",
        "{1}");

    /// <summary>A dimension nobody knows.</summary>
    public static readonly DiagnosticRule UnknownDimension = new(
        "MRT2204", Severity.Error,
        "There is no dimension '{0}'.",
        "{1}");

    /// <summary>A bare column that several tables have.</summary>
    public static readonly DiagnosticRule AmbiguousDimension = new(
        "MRT2205", Severity.Error,
        "'{0}' could be {1}.",
        "Name one of them, with its table.");

    /// <summary>A dimension a fact cannot reach.</summary>
    public static readonly DiagnosticRule NoPath = new(
        "MRT2206", Severity.Error,
        "'{0}' cannot be shown or filtered by '{1}': no path leads from {2} to {3}{4}.",
        "Leave '{0}' or '{1}' out; {2} can be grouped by its own columns{5}.");

    /// <summary>A filter's value of the wrong type.</summary>
    public static readonly DiagnosticRule BadFilterValue = new(
        "MRT2207", Severity.Error,
        "'{0}' cannot be compared with '{1}': it is {2}.",
        "{3}");

    /// <summary>A period for rows that have no date.</summary>
    public static readonly DiagnosticRule NoTime = new(
        "MRT2208", Severity.Error,
        "'{0}' cannot be asked by time: the rows of {1} have no declared date.",
        "Name one with .On(...) in the metric, add .AllTime(), or ask for the period 'all' without time dimensions.");

    /// <summary>A comparison with what came before everything.</summary>
    public static readonly DiagnosticRule NothingBefore = new(
        "MRT2209", Severity.Error,
        "The period '{0}' has nothing to be compared with.",
        "Name a period with a beginning and an end, such as last-month or 2025-Q1.");

    /// <summary>A sort column that is not in the answer.</summary>
    public static readonly DiagnosticRule BadSort = new(
        "MRT2210", Severity.Error,
        "The answer cannot be sorted by '{0}', which it does not hold.",
        "Sort by one of: {1}; a leading '-' turns the order.");

    /// <summary>A limit below one.</summary>
    public static readonly DiagnosticRule BadLimit = new(
        "MRT2211", Severity.Error,
        "The limit {0} leaves no row.",
        "Ask for at least one row, or leave the limit out.");

    /// <summary>An attribution model that was not run.</summary>
    public static readonly DiagnosticRule UnknownModel = new(
        "MRT2212", Severity.Error,
        "There are no credits by the attribution model '{0}'.",
        "{1}");

    /// <summary>A question without a metric.</summary>
    public static readonly DiagnosticRule NoMetric = new(
        "MRT2213", Severity.Error,
        "No metric is asked for.",
        "Name at least one metric.");

    /// <summary>The same metric or dimension twice.</summary>
    public static readonly DiagnosticRule AskedTwice = new(
        "MRT2214", Severity.Error,
        "'{0}' is asked for twice.",
        "Name it once.");

    /// <summary>A segment of a table that a fact does not look up.</summary>
    public static readonly DiagnosticRule SegmentOutOfReach = new(
        "MRT2230", Severity.Error,
        "'{0}' asks whether {1}, but no path leads from {2} to {3}{4}.",
        "Use a segment of {2}, or of a table that {2} has a key of.");

    /// <summary>A segment nobody declared.</summary>
    public static readonly DiagnosticRule UnknownSegment = new(
        "MRT2231", Severity.Error,
        "There is no segment '{0}'.",
        "{1}");

    /// <summary>A segment asked in a way that segments cannot be asked.</summary>
    public static readonly DiagnosticRule BadSegmentFilter = new(
        "MRT2232", Severity.Error,
        "A filter by segment names one segment.",
        "Write segment = enterprise or segment != enterprise; give the filter again for another one, and both must hold.");

    /// <summary>A grouping by segments.</summary>
    public static readonly DiagnosticRule SegmentGrouping = new(
        "MRT2233", Severity.Error,
        "'segment' cannot be grouped by: a row may be in several segments, or in none.",
        "Filter by it (segment = enterprise), or declare a dimension that gives every row one value: Dimension(\"tier\", If(…, \"enterprise\", \"other\")).");

    /// <summary>A level by something that its series do not have.</summary>
    public static readonly DiagnosticRule LevelOutsideSeries = new(
        "MRT2234", Severity.Error,
        "'{0}' is a level and cannot be shown or filtered by '{1}': {2} {3}, and '{1}' is not the same throughout a series.",
        "Leave '{0}' or '{1}' out, or use Max or Average.");

    /// <summary>A level in a table without a key.</summary>
    public static readonly DiagnosticRule LevelWithoutSeries = new(
        "MRT2235", Severity.Error,
        "'{0}' takes a value of {1} at one time, but nothing tells the series of {2} apart.",
        "Name under 'key' in merit.yaml the columns that identify its rows, the day among them.");

    /// <summary>A level in rows without a date.</summary>
    public static readonly DiagnosticRule LevelWithoutTime = new(
        "MRT2236", Severity.Error,
        "'{0}' takes a value of {1} at one time, but the rows of {2} have no declared date.",
        "Name one with .On(...).");
}
