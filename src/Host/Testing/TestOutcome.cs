using Merit.Diagnostics;
using Merit.Metrics.Language;

namespace Merit.Host.Testing;

/// <summary>What came of a test.</summary>
/// <param name="Test">The test.</param>
/// <param name="Differences">What is not as expected; empty where it passed.</param>
/// <param name="Took">How long it ran.</param>
internal sealed record TestOutcome(TestDefinition Test, IReadOnlyList<Difference> Differences, TimeSpan Took)
{
    public bool Passed => Differences.Count == 0;

    /// <summary>The statement that was asked, and its values; empty where it could not be.</summary>
    public string Sql { get; init; } = "";
}

/// <summary>Something a test did not find as expected.</summary>
/// <param name="What">Of what: <c>cpl of email</c>.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Found">What was found.</param>
/// <param name="At">Where it is expected.</param>
internal sealed record Difference(string What, string Expected, string Found, Place At)
{
    /// <summary>The mistake that kept the question from being asked, in place of a difference.</summary>
    public Diagnostic? Mistake { get; init; }
}
