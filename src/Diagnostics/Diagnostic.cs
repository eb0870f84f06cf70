namespace Merit.Diagnostics;

/// <summary>One finding a user sees: a stable code, what is wrong, where, and what to do next.</summary>
/// <param name="Rule">The catalog entry this finding is an instance of.</param>
/// <param name="Message">What is wrong, with the names at hand.</param>
/// <param name="NextStep">What to do about it.</param>
/// <param name="At">The place, or null where there is none (a command-line option, say).</param>
public sealed record Diagnostic(DiagnosticRule Rule, string Message, string NextStep, Place? At)
{
    /// <summary>The stable code, such as <c>MRT1003</c>.</summary>
    public string Code => Rule.Code;

    /// <summary>Whether this ends the command.</summary>
    public Severity Severity => Rule.Severity;

    /// <summary>The name nobody declares, where that is what is wrong: of something that is left out because it is wrong itself, this only follows.</summary>
    public string? Missing { get; init; }

    /// <summary><c>metrics/cost.csx(3,14): error MRT2001: message. Next step.</c></summary>
    public override string ToString()
    {
        var kind = Severity.ToString().ToLowerInvariant();
        var next = NextStep.Length == 0 ? "" : " " + NextStep;
        return At is null ? $"{kind} {Code}: {Message}{next}" : $"{At}: {kind} {Code}: {Message}{next}";
    }
}
