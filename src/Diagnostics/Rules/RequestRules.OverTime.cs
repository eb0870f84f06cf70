namespace Merit.Diagnostics.Rules;

/// <content>Questions about other days, and by attribution model.</content>
public static partial class RequestRules
{
    /// <summary>A filter on days for a measure that reads other days.</summary>
    public static readonly DiagnosticRule TimeFilter = new(
        "MRT2260", Severity.Error,
        "'{0}' reads other days than the answer's own ({1}); a filter by '{2}' would leave those out.",
        "Say the days with the period instead, such as 2025-03 or 2025-03-01..2025-04-01.");

    /// <summary>One model asked for, and all of them.</summary>
    public static readonly DiagnosticRule ModelTwice = new(
        "MRT2261", Severity.Error,
        "The model '{0}' is asked for, and a group for every model.",
        "Leave out one of the two, or filter the groups: model in (first, linear).");

    /// <summary>A filter that compares models by size.</summary>
    public static readonly DiagnosticRule BadModelFilter = new(
        "MRT2262", Severity.Error,
        "Models cannot be compared by {0}.",
        "Write model = linear, model != linear, or model in (first, linear).");

    /// <summary>Time since a beginning, of a metric without one.</summary>
    public static readonly DiagnosticRule NoCohort = new(
        "MRT2264", Severity.Error,
        "'{0}' has no '{1}': it does not count from a beginning.",
        "Leave one of the two out, or declare a Cohort of it.");

    /// <summary>Events that belong to no contact.</summary>
    public static readonly DiagnosticRule NoContact = new(
        "MRT2267", Severity.Error,
        "'{0}' follows contacts, and the rows of {1} have no contact_id.",
        "Load its contact into a column 'contact_id', or take the step from another table.");

    /// <summary>A filter by the time since a beginning.</summary>
    public static readonly DiagnosticRule AgeFilter = new(
        "MRT2266", Severity.Error,
        "'{0}' cannot be filtered by '{1}': the cohort's size knows no such time.",
        "Group by '{1}' instead, or declare a Cohort over fewer months.");

    /// <summary>A cohort whose rows do not lead to its members.</summary>
    public static readonly DiagnosticRule NoCohortPath = new(
        "MRT2265", Severity.Error,
        "The rows of '{0}' have no beginning: no path leads from {1} to {2}.",
        "Begin the cohort with a date that {1} reach, such as one of their contact or account.");

    /// <summary>Groups by model of figures that know no model.</summary>
    public static readonly DiagnosticRule NothingByModel = new(
        "MRT2263", Severity.Error,
        "Nothing that is asked for follows an attribution model: {0}.",
        "Ask for an attributed metric too, such as attributed_revenue, or leave out 'model'.");

    /// <summary>{0} the metric, {1} the kind, {2} a suggestion.</summary>
    public static readonly DiagnosticRule UnknownKind = new(
        "MRT2279", Severity.Error,
        "'{0}' shares out conversions of the kind '{1}', which the workspace does not declare.",
        "{2}");
}
