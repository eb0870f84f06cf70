using System.Globalization;

namespace Merit.Diagnostics;

/// <summary>A catalog entry: everything users are ever told is declared once, in <c>Rules/</c>, with a code that never changes meaning.</summary>
/// <param name="Code"><c>MRT</c> and four digits; the first two name the stage.</param>
/// <param name="Severity">Error, warning or note.</param>
/// <param name="Message">What is wrong; <c>{0}</c>, <c>{1}</c>… take the arguments. Ends with a full stop.</param>
/// <param name="NextStep">What to do; takes the same arguments. A full sentence.</param>
public sealed record DiagnosticRule(string Code, Severity Severity, string Message, string NextStep)
{
    /// <summary>Makes the finding at a place.</summary>
    public Diagnostic At(Place? place, params object?[] args) =>
        new(this, string.Format(CultureInfo.InvariantCulture, Message, args), string.Format(CultureInfo.InvariantCulture, NextStep, args), place);

    /// <summary>Makes the finding where there is no place.</summary>
    public Diagnostic Here(params object?[] args) => At(null, args);
}
