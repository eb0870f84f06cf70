namespace Merit.Diagnostics.Rules;

/// <summary>Journeys and credit.</summary>
public static class AttributionRules
{
    /// <summary>{0} the model, {1} the plugin id.</summary>
    public static readonly DiagnosticRule UnknownModel = new(
        "MRT1401", Severity.Error,
        "No plugin offers the attribution model `{1}` that `{0}` asks for.",
        "Choose one that `merit plugins` lists, or add the plugin.");

    /// <summary>{0} the model's name.</summary>
    public static readonly DiagnosticRule NameTaken = new(
        "MRT1402", Severity.Error,
        "An attribution model cannot be called `{0}`: the credits table has a column of that name.",
        "Give the model another name.");

    /// <summary>{0} the model, {1} what it said.</summary>
    public static readonly DiagnosticRule WeighFailed = new(
        "MRT1403", Severity.Error,
        "The attribution model `{0}` failed while its weight was planned: {1}",
        "This is a defect of the plugin; get a newer version of it, or take the model out of attribution.models.");

    /// <summary>{0} the model, {1} a conversion, {2} how many.</summary>
    public static readonly DiagnosticRule UnusableWeights = new(
        "MRT1404", Severity.Error,
        "The attribution model `{0}` cannot share out conversions such as `{1}`, {2} in all: the weights of their touches sum to zero, or one is negative or no number.",
        "Change the model's options so that every journey has a positive weight somewhere.");

    /// <summary>{0} the model, {1} what, {2} what was shared out, {3} what there was.</summary>
    public static readonly DiagnosticRule NotConserved = new(
        "MRT1405", Severity.Error,
        "The attribution model `{0}` shared out {2} of {3} {1}.",
        "Take the model out of attribution.models and report this: credit must add up.");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule NotRunnable = new(
        "MRT1406", Severity.Error,
        "The attribution model `{0}` learns from all journeys, which this version of Merit cannot run yet.",
        "Take it out of attribution.models, or use a rule such as u-shaped.");

    /// <summary>{0} the model, {1} the column, {2} a suggestion.</summary>
    public static readonly DiagnosticRule UnknownUnit = new(
        "MRT1407", Severity.Error,
        "The attribution model `{0}` is to tell touches apart by `{1}`, which touchpoints do not have.",
        "Name a column of touchpoints in unit; {2}");

    /// <summary>{0} the model.</summary>
    public static readonly DiagnosticRule NotADivision = new(
        "MRT1408", Severity.Error,
        "The attribution model `{0}` gives every conversion to all that took part, so that its credits add up to more than there was: it cannot be the default.",
        "Choose another default, and ask for `{0}` where it is meant.");

    /// <summary>{0} the kind of conversion, {1} the condition, {2} why.</summary>
    public static readonly DiagnosticRule RefusedCondition = new(
        "MRT1409", Severity.Error,
        "The condition `{1}` of the conversion `{0}` cannot be used: {2}.",
        "Write a condition over the columns of its table, such as \"kind = 'form'\"; no subquery, no file function.");
}
