namespace Merit.Diagnostics.Rules;

/// <content>Questions about other days, and by attribution model.</content>
public static partial class RequestRules
{
    /// <summary>A filter on days for a measure that reads other days.</summary>
    public static readonly DiagnosticRule TimeFilter = new(
        "MRT2230", Severity.Error,
        "'{0}' reads other days than the answer's own ({1}); a filter by '{2}' would leave those out.",
        "Say the days with the period instead, such as 2025-03 or 2025-03-01..2025-04-01.");

    /// <summary>One model asked for, and all of them.</summary>
    public static readonly DiagnosticRule ModelTwice = new(
        "MRT2231", Severity.Error,
        "The model '{0}' is asked for, and a group for every model.",
        "Leave out one of the two, or filter the groups: model in (first, linear).");

    /// <summary>A filter that compares models by size.</summary>
    public static readonly DiagnosticRule BadModelFilter = new(
        "MRT2232", Severity.Error,
        "Models cannot be compared by {0}.",
        "Write model = linear, model != linear, or model in (first, linear).");

    /// <summary>Groups by model of figures that know no model.</summary>
    public static readonly DiagnosticRule NothingByModel = new(
        "MRT2233", Severity.Error,
        "Nothing that is asked for follows an attribution model: {0}.",
        "Ask for an attributed metric too, such as attributed_revenue, or leave out 'model'.");
}
