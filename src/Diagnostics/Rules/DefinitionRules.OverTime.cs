namespace Merit.Diagnostics.Rules;

/// <content>Measures over other days and other groups.</content>
public static partial class DefinitionRules
{
    /// <summary>A window without days.</summary>
    public static readonly DiagnosticRule BadLength = new(
        "MRT2160", Severity.Error,
        "'{0}' has a window of {1}.",
        "Give it a length of one or more, such as Rolling(28, Days), and of at most 100 years.");

    /// <summary>The share of an average.</summary>
    public static readonly DiagnosticRule ShareOfRate = new(
        "MRT2161", Severity.Error,
        "'{0}' is a share of {1}, whose parts do not make up a whole: only sums and counts have shares.",
        "Take the share of a sum or a count, or divide by a metric of your own.");

    /// <summary>A spread over what cannot tell rows apart.</summary>
    public static readonly DiagnosticRule BadSpread = new(
        "MRT2166", Severity.Error,
        "'{0}' has no spread over {1}: {2}.",
        "Take the spread of a sum, a count, a mean, a median, a percentile, Min or Max over a column of the same table, such as Average(surveys.score).Spread(surveys.department).");

    /// <summary>A funnel that leads nowhere.</summary>
    public static readonly DiagnosticRule BadFunnel = new(
        "MRT2164", Severity.Error,
        "The funnel '{0}' cannot be read: {1}.",
        "Name two or more times of one table, such as Funnel(\"lead_funnel\", leads.created_at, leads.mql_at, leads.won_at); give a stage another name with Stage(\"won\", leads.won_at).");

    /// <summary>Contacts that cannot be followed.</summary>
    public static readonly DiagnosticRule BadPath = new(
        "MRT2165", Severity.Error,
        "The funnel '{0}' cannot be followed: {1}.",
        "Name two or more times of tables with a contact_id, such as Funnel(\"seen_to_sale\", within: 90.Days(), touchpoints.occurred_at, leads.created_at); give a stage another name, or a condition of its own, with Stage(\"seen\", touchpoints.occurred_at, where: …).");

    /// <summary>Models mixed without a word.</summary>
    public static readonly DiagnosticRule MixedModels = new(
        "MRT2162", Severity.Error,
        "'{0}' mixes attribution models without saying so: {1}.",
        "Say the model of each part with .Using(\"…\"), or of none.");

    /// <summary>Two models for one measure.</summary>
    public static readonly DiagnosticRule OtherModel = new(
        "MRT2163", Severity.Error,
        "'{0}' asks for '{1}' by the model '{2}', but it is always by {3}.",
        "Leave .Using out there, or use a metric that does not name its model.");
}
