namespace Merit.Diagnostics.Rules;

/// <summary>Defects of Merit itself.</summary>
public static class InternalRules
{
    /// <summary>An exception nobody expected.</summary>
    public static readonly DiagnosticRule Unexpected = new(
        "MRT9001", Severity.Error,
        "Merit failed in a way it should not: {0}.",
        "Please report it with the log in {1}.");
}
