namespace Merit.Diagnostics;

/// <summary>Ends a command with findings a user can act on. Anything else that escapes is a defect of Merit.</summary>
public sealed class MeritException : Exception
{
    /// <summary>Ends with several findings.</summary>
    public MeritException(IReadOnlyList<Diagnostic> diagnostics, Exception? cause = null)
        : base(string.Join(Environment.NewLine, diagnostics), cause) => Diagnostics = diagnostics;

    /// <summary>Ends with one finding.</summary>
    public MeritException(Diagnostic diagnostic, Exception? cause = null)
        : this([diagnostic], cause)
    {
    }

    /// <summary>The findings, in the order they should be read.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
