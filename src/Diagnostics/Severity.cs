namespace Merit.Diagnostics;

/// <summary>How bad a finding is: an error ends the command with exit code 1, the others do not.</summary>
public enum Severity
{
    /// <summary>The command cannot give a right result; exit code 1.</summary>
    Error,

    /// <summary>The result stands, but the user should know.</summary>
    Warning,

    /// <summary>Nothing is wrong; the user should know what could not be judged.</summary>
    Note,
}
