using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Library;

/// <summary>The standard library carries its own tests, in a file for each of its own, which only tests read.</summary>
public sealed class TestedLibraryTests : IDisposable
{
    private readonly TemporaryWorkspace _workspace = new();

    public TestedLibraryTests() =>
        _workspace.Write("merit.yaml", "name: Library\ncurrency: CNY\ntimezone: Asia/Shanghai\nattribution: { default: linear, models: [linear] }\n");

    [Fact]
    public void Every_metric_but_the_score_has_a_test()
    {
        var library = Scripts.Define([.. Scripts.Library, .. Scripts.Tests]);
        var tested = library.Tests.SelectMany(t => t.Expectations).Select(e => e.Metric).ToHashSet(StringComparer.Ordinal);

        // Scores come of scorecards, which have tests of their own.
        Assert.Equal(["score"], library.Metrics.Select(m => m.Id).Where(id => !tested.Contains(id)));
    }

    [Fact]
    public void They_pass()
    {
        var outcome = MeritProcess.Run(_workspace.Folder, "test", "--built-in").Fine();
        Assert.Contains(" 0 failed", outcome.Output + outcome.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("\n0 tests", outcome.Output + outcome.Notes, StringComparison.Ordinal);
    }

    public void Dispose() => _workspace.Dispose();
}
