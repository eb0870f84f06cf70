namespace Merit.Diagnostics.Rules;

/// <summary>Scoring campaigns.</summary>
public static class ScoringRules
{
    /// <summary>merit.yaml names a scorecard no script declares.</summary>
    public static readonly DiagnosticRule UnknownScorecard = new(
        "MRT3001", Severity.Error,
        "Campaigns of type '{0}' are to be scored by '{1}', which no script declares.",
        "{2}");

    /// <summary>A scorecard names a scoring model no plugin offers.</summary>
    public static readonly DiagnosticRule UnknownModel = new(
        "MRT3002", Severity.Error,
        "The scorecard '{0}' is to be joined by '{1}', which no plugin offers.",
        "{2}");

    /// <summary>A scoring model failed.</summary>
    public static readonly DiagnosticRule ModelFailed = new(
        "MRT3003", Severity.Error,
        "The scoring model '{0}' failed on the scorecard '{1}': {2}",
        "Report it to the plugin's author, or choose another model with .Using(…).");

    /// <summary>A campaign type that has no scorecard.</summary>
    public static readonly DiagnosticRule NoScorecard = new(
        "MRT3004", Severity.Warning,
        "Campaigns of type '{0}' have no score: there is no scorecard of that name.",
        "Declare Scorecard(\"{0}\", version: 1), or name one for this type under 'scoring' in merit.yaml.");
}
