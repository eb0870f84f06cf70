using System.Globalization;
using System.Text;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Host.Testing;

/// <summary>Results of tests as a person reads them.</summary>
internal static class TestText
{
    /// <summary>One result: a line where it passed, everything that tells why where it did not.</summary>
    public static string Of(TestOutcome result, bool verbose)
    {
        if (result.Passed)
        {
            return string.Create(CultureInfo.InvariantCulture, $"passed  {result.Test.Name} ({result.Took.TotalMilliseconds:0} ms)") + (verbose ? Indented(result.Sql) : "");
        }

        var text = new StringBuilder(Headline(result));
        if (result.Differences.All(d => d.Mistake is null))
        {
            if (result.Test.Expectations.Count > 0)
            {
                text.Append("\n    given     ").Append(Given(result.Test)).Append("\n    asked     ").Append(Asked(result.Test));
            }

            foreach (var difference in result.Differences)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n    expected  {difference.What} = {difference.Expected}   {difference.At}\n    found     {difference.Found}");
            }
        }

        return text.Append(verbose ? Indented(result.Sql) : "").ToString();
    }

    /// <summary>What came of all of them.</summary>
    public static string Summary(IReadOnlyList<TestOutcome> results, TimeSpan took)
    {
        var failed = results.Count(r => !r.Passed);
        return string.Create(CultureInfo.InvariantCulture, $"{results.Count} {(results.Count == 1 ? "test" : "tests")}: {results.Count - failed} passed, {failed} failed, in {took.TotalSeconds:0.0} s.");
    }

    /// <summary>Why a test failed, in the words of every other finding.</summary>
    public static string Headline(TestOutcome result) => string.Join('\n', result.Differences.All(d => d.Mistake is null)
        ? [TestRules.Failed.At(result.Differences[0].At, result.Test.Name, Told(result.Differences)).ToString()]
        : result.Differences.Select(d => d.Mistake).OfType<Diagnostics.Diagnostic>().Select(m => $"{m} (In the test '{result.Test.Name}'.)"));

    private static string Told(IReadOnlyList<Difference> differences)
    {
        var first = $"{differences[0].What} is {differences[0].Found}, not {differences[0].Expected}";
        return differences.Count == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first}, and {differences.Count - 1} more");
    }

    private static string Given(TestDefinition test)
    {
        var rows = test.Rows.GroupBy(r => r.Table, StringComparer.Ordinal).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key}: {g.Count()} {(g.Count() == 1 ? "row" : "rows")}"));
        var all = rows.Concat(test.EmptyTables.Select(t => $"{t}: no row")).ToList();
        return all.Count == 0 ? "nothing" : string.Join(", ", all);
    }

    private static string Asked(TestDefinition test) => string.Concat(
        string.Join(", ", test.Expectations.Select(e => e.Metric).Distinct(StringComparer.Ordinal)),
        test.By.Count == 0 ? "" : $" by {string.Join(", ", test.By)}",
        $", period {test.Period}",
        test.Where.Count == 0 ? "" : $", where {string.Join(" and ", test.Where)}",
        test.Model is null ? "" : $", model {test.Model}");

    private static string Indented(string sql) => sql.Length == 0 ? "" : "\n    " + sql.ReplaceLineEndings("\n    ");
}
