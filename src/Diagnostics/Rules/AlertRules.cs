using static Merit.Diagnostics.Severity;

namespace Merit.Diagnostics.Rules;

/// <summary>What can go wrong with alerts.</summary>
public static class AlertRules
{
    /// <summary>A condition that is none.</summary>
    public static readonly DiagnosticRule NoCondition = new(
        "MRT4066", Error,
        "'{0}' is no condition: {1}.",
        "Write a metric, one of > >= < <= = != and a number, such as cpl > 50 or lead_to_mql < 15%; or a part of previous, year-ago or target, such as new_leads < 70% of previous.");

    /// <summary>Conditions that are held against different things.</summary>
    public static readonly DiagnosticRule ComparesTwice = new(
        "MRT4067", Error,
        "The alert '{0}' is held against {1} at once.",
        "Keep to one of previous, year-ago and target, and make another alert of the other.");

    /// <summary>An alert nobody declared.</summary>
    public static readonly DiagnosticRule NoAlert = new(
        "MRT4068", Error,
        "There is no alert '{0}'.",
        "{1}");

    /// <summary>An alert that cannot be judged.</summary>
    public static readonly DiagnosticRule NotKnown = new(
        "MRT4069", Warning,
        "Whether the alert '{0}' is to be given is not known: {1}.",
        "Its recipients were told so, once. Load what is missing; until then nothing else is said of it.");
}
