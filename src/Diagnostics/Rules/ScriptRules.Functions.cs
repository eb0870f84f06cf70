namespace Merit.Diagnostics.Rules;

/// <content>Functions and models at work.</content>
public static partial class ScriptRules
{
    /// <summary>A function of a script failed on a row.</summary>
    public static readonly DiagnosticRule FunctionFailed = new(
        "MRT2040", Severity.Error,
        "The function '{0}' {1}; it was called with ({2}).",
        "Correct the function at this place, so that it has an answer for every row.");

    /// <summary>A function of a script is at work where nothing can stop it.</summary>
    public static readonly DiagnosticRule FunctionNeverEnds = new(
        "MRT2041", Severity.Error,
        "The function '{0}' was still running after {1} seconds.",
        "Look for a loop that never stops; a function is called for every row and must end at once.");

    /// <summary>A model failed.</summary>
    public static readonly DiagnosticRule ModelFailed = new(
        "MRT2042", Severity.Error,
        "The model '{0}' {1}.",
        "Correct the model at this place.");

    /// <summary>A row of a model's input has no value where the model needs one.</summary>
    public static readonly DiagnosticRule MissingInput = new(
        "MRT2043", Severity.Error,
        "The model '{0}' takes {1} as a value that is always there, but a row of {2} has none.",
        "Leave such rows out with Rows(…).Where({1}.HasValue), or take them with Optional({1}).");

    /// <summary>A row of a model has no value for its key, or the same as another.</summary>
    public static readonly DiagnosticRule ModelKey = new(
        "MRT2044", Severity.Error,
        "The model '{0}' makes rows whose key ({1}) is {2}.",
        "Make one row for each key, or name another key.");

    /// <summary>A definition in a folder of scripts where it cannot be.</summary>
    public static readonly DiagnosticRule WrongFolder = new(
        "MRT2045", Severity.Error,
        "{0} cannot be declared in {2}.",
        "Put it into a file under {1}: models are made first, and metrics see their tables.");
}
