namespace Merit.Diagnostics.Rules;

/// <summary>What scripts declare: metrics and scorecards.</summary>
public static partial class DefinitionRules
{
    /// <summary>An id with forbidden characters, or a C# keyword.</summary>
    public static readonly DiagnosticRule BadId = new(
        "MRT2101", Severity.Error,
        "'{0}' cannot be the id of a metric or a component.",
        "Start with a lower-case letter and use lower-case letters, digits and underscores; a word of C# such as 'new' cannot be an id.");

    /// <summary>The same id twice.</summary>
    public static readonly DiagnosticRule Duplicate = new(
        "MRT2102", Severity.Error,
        "'{0}' is declared twice; the first declaration is at {1}.",
        "Give one of them another id. To replace a built-in metric, put a file of the built-in file's name into metrics/.");

    /// <summary>metrics.x without a Metric("x").</summary>
    public static readonly DiagnosticRule UnknownMetric = new(
        "MRT2103", Severity.Error,
        "'{0}' refers to the metric '{1}', which no script declares.",
        "{2}");

    /// <summary>A metric made of itself.</summary>
    public static readonly DiagnosticRule Cycle = new(
        "MRT2104", Severity.Error,
        "'{0}' is made of itself: {1}.",
        "Declare one of them from columns instead.");

    /// <summary>An aggregate over columns of two tables, or of none.</summary>
    public static readonly DiagnosticRule MixedTables = new(
        "MRT2105", Severity.Error,
        "'{0}' aggregates {1}; an aggregate reads the rows of one table.",
        "Aggregate each table by itself and combine the results: Sum(a.x) / Count(b).");

    /// <summary>A condition on a column of another table.</summary>
    public static readonly DiagnosticRule ForeignCondition = new(
        "MRT2106", Severity.Error,
        "The condition reads {0}, but the rows counted are those of {1}; inside Where there is no path from {1} to {2}.",
        "Use a column of {1}, or leave the condition out and ask with a filter or a grouping by {0}.");

    /// <summary>A time column of another table.</summary>
    public static readonly DiagnosticRule ForeignTime = new(
        "MRT2107", Severity.Error,
        "The rows of {1} cannot be dated by {0}, a column of another table.",
        "Name a date or time column of {1}.");

    /// <summary>A level such as reach summed.</summary>
    public static readonly DiagnosticRule LevelSummed = new(
        "MRT2108", Severity.Error,
        "'{0}' adds up {1}, which is a level: the same people are in it every day.",
        "{2}");

    /// <summary>A model named for something that is not attributed.</summary>
    public static readonly DiagnosticRule ModelWithoutCredit = new(
        "MRT2109", Severity.Error,
        "'{0}' names the attribution model '{1}' for a measure that is not attributed.",
        "Use .Using only after Attributed(...) or on a metric made of it.");

    /// <summary>A scorecard that cannot score.</summary>
    public static readonly DiagnosticRule BadScorecard = new(
        "MRT2110", Severity.Error,
        "The scorecard '{0}' cannot score: {1}.",
        "{2}");

    /// <summary>A score made of scores.</summary>
    public static readonly DiagnosticRule ScoreInScorecard = new(
        "MRT2111", Severity.Error,
        "The component '{1}' of the scorecard '{0}' reads the scores that scorecards give.",
        "Use the metrics the score is made of.");

    /// <summary>A script in place of Merit's own that lacks metrics of it.</summary>
    public static readonly DiagnosticRule LacksMetrics = new(
        "MRT2112", Severity.Error,
        "This file takes the place of Merit's own of the same name, and lacks what that declares: {0}.",
        "Declare it here too, since reports, pages and other metrics ask for it; or give the file another name, and Merit's own stays beside it.");

    /// <summary>A percentile outside 0 to 1.</summary>
    public static readonly DiagnosticRule BadPercentile = new(
        "MRT2130", Severity.Error,
        "'{0}' asks for the percentile {1}, which is not between 0 and 1.",
        "Write it as a fraction: Percentile(value, 0.9) is the ninetieth percentile.");

    /// <summary>First or Last of what is no level.</summary>
    public static readonly DiagnosticRule NoLevel = new(
        "MRT2131", Severity.Error,
        "'{0}' takes the {1} value of {2}, which neither lasts over time nor adds up over anything else.",
        "{2} is no level: {3}");

    /// <summary>A dimension whose id means something else.</summary>
    public static readonly DiagnosticRule TakenDimension = new(
        "MRT2132", Severity.Error,
        "The dimension '{0}' cannot be told from {1} of the same name.",
        "Give the dimension another id.");

    /// <summary>A parameter or segment that no script declares.</summary>
    public static readonly DiagnosticRule UnknownName = new(
        "MRT2133", Severity.Error,
        "'{0}' uses the {1} '{2}', which no script declares.",
        "{3}");

    /// <summary>A dimension or segment over columns of two tables, or of none.</summary>
    public static readonly DiagnosticRule ReusedTables = new(
        "MRT2134", Severity.Error,
        "The {0} '{1}' reads {2}; it belongs to the rows of one table.",
        "Make it of columns of one table; the rows of others reach it by their keys.");

    /// <summary>A segment made of itself.</summary>
    public static readonly DiagnosticRule SegmentOfItself = new(
        "MRT2135", Severity.Error,
        "The segment '{0}' is made of itself.",
        "Make it of columns instead.");

    /// <summary>A setting of a parameter that no script declares.</summary>
    public static readonly DiagnosticRule NoSuchParameter = new(
        "MRT2136", Severity.Error,
        "There is no parameter '{0}' to be set.",
        "{1}");

    /// <summary>A setting of another type than the parameter's.</summary>
    public static readonly DiagnosticRule BadParameterValue = new(
        "MRT2137", Severity.Error,
        "The parameter '{0}' cannot be '{1}': it is {2}, declared at {3}.",
        "{4}");

    /// <summary>A metric that is on its way out is used.</summary>
    public static readonly DiagnosticRule Deprecated = new(
        "MRT2190", Severity.Warning,
        "The metric '{0}' is deprecated: {1}.",
        "Ask for what it names instead; '{0}' may be gone one day.");

    /// <summary>A number format nobody can write with.</summary>
    public static readonly DiagnosticRule BadFormat = new(
        "MRT2191", Severity.Error,
        "The figures of '{0}' cannot be written as '{1}'.",
        "Write it as in a spreadsheet: \"0.00\", \"#,##0\", \"0.0%\", \"0 'km'\".");
}
