using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Reports;

/// <summary>Reads the periods and filters of templates and merit.yaml, and gives what is wrong with them its place.</summary>
internal sealed partial class Questions(Workspace workspace, DateOnly today)
{
    public Period Period(string text, Place at) => Placed(at, () => PeriodParser.Parse(text, today, workspace.WeekStart));

    /// <summary>One filter, or several with a semicolon between them, all of which must hold.</summary>
    public static IReadOnlyList<Filter> Filters(string text, Place at) =>
        Placed(at, () => FilterForm().Matches(text).Where(m => m.Value.Trim().Length > 0).Select(m => FilterParser.Parse(m.Value)).ToList());

    private static T Placed<T>(Place at, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (MeritException error)
        {
            throw new MeritException([.. error.Diagnostics.Select(d => d with { At = d.At ?? at })], error);
        }
    }

    // A semicolon inside quotes belongs to a value.
    [GeneratedRegex("""([^;'"]|'[^']*'?|"[^"]*"?)+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FilterForm();
}
