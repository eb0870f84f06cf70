using System.Globalization;

namespace Merit.Diagnostics;

/// <summary>Where something is wrong: a file (relative to the workspace), a line and a column, both counted from 1; 0 where unknown.</summary>
/// <param name="File">The file, with forward slashes.</param>
/// <param name="Line">The line, from 1; 0 when only the file is known.</param>
/// <param name="Column">The column, from 1; 0 when only the line is known.</param>
public sealed record Place(string File, int Line = 0, int Column = 0)
{
    /// <summary><c>merit.yaml(3,14)</c>, <c>data/leads.csv(120)</c> or the bare file name.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{File}({Line})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})"),
    };
}
