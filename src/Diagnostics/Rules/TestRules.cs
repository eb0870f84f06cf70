namespace Merit.Diagnostics.Rules;

/// <summary>Tests of metrics, and of the data.</summary>
public static class TestRules
{
    /// <summary>A metric is not what its test expects.</summary>
    public static readonly DiagnosticRule Failed = new(
        "MRT2301", Severity.Error,
        "The test '{0}' failed: {1}.",
        "Correct the metric, or what the test expects of it.");

    /// <summary>A test that expects nothing.</summary>
    public static readonly DiagnosticRule ExpectsNothing = new(
        "MRT2302", Severity.Error,
        "The test '{0}' expects nothing of a metric.",
        "Add .Expect(metrics.name, value) or .ExpectNoValue(metrics.name).");

    /// <summary>A text that is no day and no time.</summary>
    public static readonly DiagnosticRule BadTime = new(
        "MRT2303", Severity.Error,
        "'{0}' cannot be the value of {1}.",
        "Write a day as \"2025-03-01\" or, where the column holds times, a time as \"2025-03-01 14:30\".");

    /// <summary>A group that does not fit what is asked by.</summary>
    public static readonly DiagnosticRule GroupCount = new(
        "MRT2304", Severity.Error,
        "The group '{0}' has {1} values, but the test asks by {2} dimensions: {3}.",
        "Name one value for each dimension of .By(…), in its order: of: \"email\", or of: (\"email\", \"2025-03\").");

    /// <summary>Two tests of one name.</summary>
    public static readonly DiagnosticRule SameName = new(
        "MRT2305", Severity.Error,
        "A test is named '{0}' already, at {1}.",
        "Give one of them another name.");

    /// <summary>A metric of the workspace's own without a test.</summary>
    public static readonly DiagnosticRule Untested = new(
        "MRT2306", Severity.Warning,
        "The metric '{0}' has no test.",
        "Add one beside it: Test(\"{0}\", t => t.Given(…).Expect(metrics.{0}, …)).");

    /// <summary>Two rows of a test with one key.</summary>
    public static readonly DiagnosticRule SameKey = new(
        "MRT2307", Severity.Error,
        "The test gives two rows of {0} with the same {1}: {2}.",
        "Give each row a key of its own, or leave the key out.");

    /// <summary>A period that depends on the day it is asked.</summary>
    public static readonly DiagnosticRule NeedsToday = new(
        "MRT2308", Severity.Error,
        "What '{0}' means depends on the day the test runs.",
        "Say what day it is with .Today(\"2025-04-10\"), or name the days.");

    /// <summary>Data are not as expected.</summary>
    public static readonly DiagnosticRule DataFailed = new(
        "MRT2309", Severity.Error,
        "The data fail the test '{0}': {1}.",
        "Correct the source, or what the test expects of it.");

    /// <summary>Data are not as expected, which is only worth a warning.</summary>
    public static readonly DiagnosticRule DataDoubtful = new(
        "MRT2310", Severity.Warning,
        "The data fail the test '{0}': {1}.",
        "Correct the source, or what the test expects of it.");

    /// <summary>An expectation of data over columns of two tables, or of none.</summary>
    public static readonly DiagnosticRule NotOneTable = new(
        "MRT2311", Severity.Error,
        "The test of data '{0}' reads columns of {1}; it looks at the rows of one table.",
        "Test each table by itself, or compare two metrics with Reconcile(…).");

    /// <summary>No test of that name.</summary>
    public static readonly DiagnosticRule UnknownTest = new(
        "MRT2312", Severity.Error,
        "No test has '{0}' in its name, and none expects a metric of that id.",
        "{1}");

    /// <summary>Scripts that declare tests of data cannot be read.</summary>
    public static readonly DiagnosticRule DataNotTested = new(
        "MRT2313", Severity.Warning,
        "The data were not tested, because the scripts hold mistakes.",
        "'merit check' names them; then load again, or run 'merit test --data'.");
}
