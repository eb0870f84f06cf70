using System.Globalization;

namespace Merit.Host.Testing;

/// <summary>Results of tests of the data as a person at the terminal reads them.</summary>
internal static class DataTestText
{
    public static string Of(DataTestResult result) => result.Outcome switch
    {
        DataTestOutcome.Passed => $"passed  {result.Shown(chinese: false)}",
        DataTestOutcome.NotRun => $"not run {result.Shown(chinese: false)}: {result.Detail}",
        _ => result.Finding.ToString(),
    };

    public static string Summary(IReadOnlyList<DataTestResult> results)
    {
        int Count(DataTestOutcome outcome) => results.Count(r => r.Outcome == outcome);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Count} {(results.Count == 1 ? "test" : "tests")} of data: {Count(DataTestOutcome.Passed)} passed, {Count(DataTestOutcome.Failed)} failed, {Count(DataTestOutcome.NotRun)} not run.");
    }
}
