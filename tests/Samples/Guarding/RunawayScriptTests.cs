using System.Diagnostics;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guarding;

/// <summary>Scripts that would hang, fill or break the process, in a process of their own: each ends by itself, with exit code 1 and a line.</summary>
public sealed class RunawayScriptTests : IDisposable
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal) { ["MERIT_SCRIPT_SECONDS"] = "1" };

    private readonly TemporaryWorkspace workspace = new TemporaryWorkspace().Write("merit.yaml", "name: Runaway\ncurrency: CNY\ntimezone: Asia/Shanghai\n");

    public void Dispose() => workspace.Dispose();

    [Theory]
    [InlineData("\nwhile (true) { }", "metrics/runaway.csx(2): error MRT2011")]
    [InlineData("\nvar n = Enumerable.Range(0, int.MaxValue).SelectMany(a => Enumerable.Range(0, int.MaxValue)).Count(b => b < 0);", "metrics/runaway.csx(2): error MRT2011")]
    [InlineData("\n\nEnumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 400).Max(Enumerable.Sum);", "metrics/runaway.csx(3): error MRT2011")]
    [InlineData("int F(int n) => F(n + 1);\n\nF(1);", "metrics/runaway.csx(1): error MRT2012")]
    [InlineData("\nvar all = new long[1_300_000_000];\nall[7] = 7;", "metrics/runaway.csx(2): error MRT2013")]
    [InlineData("\n\nvar all = Enumerable.Repeat(1L, 1_300_000_000).ToList();", "metrics/runaway.csx(3): error MRT2013")]
    [InlineData("var all = new List<byte[]>();\nwhile (true) all.Add(new byte[1_000_000]);", "metrics/runaway.csx(2): error MRT2013")]
    [InlineData("void Fail() =>\n    throw new InvalidOperationException(\"no such region\");\nFail();", "metrics/runaway.csx(2): error MRT2010")]
    public void A_script_that_does_not_end_well_is_ended(string script, string finding)
    {
        workspace.Write("metrics/runaway.csx", script);
        var watch = Stopwatch.StartNew();
        var outcome = MeritProcess.Run(workspace.Folder, Short, "check");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(finding, outcome.Notes, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Notes, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It took {watch.Elapsed}.");
    }
}
