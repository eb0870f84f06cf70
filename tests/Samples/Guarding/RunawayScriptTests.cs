using System.Diagnostics;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guarding;

/// <summary>C# that would hang, fill or break the process, in a process of its own: each ends by itself, with exit code 1 and a line.</summary>
public sealed class RunawayScriptTests : IDisposable
{
    private const string Yaml = """
        name: Runaway
        currency: CNY
        timezone: Asia/Shanghai
        sources:
          leads:
            connector: files
            path: leads.csv
            into: leads
            columns: { lead_id: id, source: source, created_at: day }
        """;

    private static readonly IReadOnlyDictionary<string, string> Scripts = Seconds("2");
    private static readonly IReadOnlyDictionary<string, string> Models = Seconds("1");

    /// <summary>For what ends in another way than by its time, which must not run out before it on a busy machine.</summary>
    private static readonly IReadOnlyDictionary<string, string> Ample = Seconds("60");

    private readonly TemporaryWorkspace workspace = new TemporaryWorkspace().Write("merit.yaml", Yaml).Write("leads.csv", "id,source,day\n1,web,2025-03-01\n2,expo,2025-03-02\n");

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

        Ends(finding.EndsWith("MRT2011", StringComparison.Ordinal) ? Scripts : Ample, finding, "check");
    }

    [Theory]
    [InlineData("{ while (s.Length > 0) { } return true; }", "metrics/runaway.csx(2): error MRT2040: The function 'f' was still running after 2 seconds; it was called with (\"web\").")]
    [InlineData("Enumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 400).Max(Enumerable.Sum) > s.Length", "metrics/runaway.csx(2): error MRT2041: The function 'f' was still running after 2 seconds.")]
    [InlineData("Enumerable.Range(0, int.MaxValue).SelectMany(a => Enumerable.Range(0, int.MaxValue)).Any(b => b < 0)", "metrics/runaway.csx(2): error MRT2040: The function 'f' was still running after 2 seconds; it was called with (\"web\").")]
    [InlineData("{ int F(int n) => F(n + 1); return F(1) > 0; }", "metrics/runaway.csx(2): error MRT2040: The function 'f' called itself without end; it was called with (\"web\").")]
    [InlineData("new long[1_300_000_000].Length > s.Length", "metrics/runaway.csx(2): error MRT2040: The function 'f' asked for more memory than it may have; it was called with (\"web\").")]
    [InlineData("s == \"expo\" ? throw new InvalidOperationException(\"no expo\") : true", "metrics/runaway.csx(2): error MRT2040: The function 'f' stopped with InvalidOperationException: no expo; it was called with (\"expo\").")]
    public void So_is_a_function(string body, string finding)
    {
        workspace.Write("metrics/runaway.csx", $"var f = Function(\"f\", (string s) =>\n    {body});\nMetric(\"n\", Count(leads).Where(f(leads.source)));");
        MeritProcess.Run(workspace.Folder, Scripts, "load").Fine();

        Ends(ByTime(finding) ? Scripts : Ample, finding, "query", "--metrics", "n");
    }

    [Theory]
    [InlineData("{ while (rows.Count > 0) { } return rows.Select(r => new Made(r)); }", "models/runaway.csx(2): error MRT2042: The model 'm' was still running after 6 seconds.")]
    [InlineData("rows.Select(r => new Made(r)).Where(m => Enumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 400).Max(Enumerable.Sum) > 0)", "models/runaway.csx(2): error MRT2042: The model 'm' was still running after 6 seconds.")]
    [InlineData("rows.Where(r => Enumerable.Range(0, int.MaxValue).SelectMany(a => Enumerable.Range(0, int.MaxValue)).Any(b => b < 0)).Select(r => new Made(r))", "models/runaway.csx(2): error MRT2042: The model 'm' was still running after 6 seconds.")]
    [InlineData("{ int F(int n) => F(n + 1); return rows.Select(r => new Made(r + F(1))); }", "models/runaway.csx(2): error MRT2042: The model 'm' called itself without end.")]
    [InlineData("rows.Select(r => new Made(r + new long[1_300_000_000].Length))", "models/runaway.csx(2): error MRT2042: The model 'm' asked for more memory than it may have.")]
    [InlineData("rows.Select(r => r == \"expo\" ? throw new InvalidOperationException(\"no expo\") : new Made(r))", "models/runaway.csx(2): error MRT2042: The model 'm' stopped with InvalidOperationException: no expo.")]
    public void So_is_a_model(string body, string finding)
    {
        workspace.Write("models/runaway.csx", $"Model(\"m\", Rows(leads.source), rows =>\n    {body});\nrecord Made(string source);");

        // A model may run six times as long.
        Ends(ByTime(finding) ? Models : Ample, finding, "load");
        Assert.Contains("MRT1303", MeritProcess.Run(workspace.Folder, "query", "--metrics", "new_leads").Notes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_models_that_does_not_end_is_ended_and_can_be_mended_in_an_editor()
    {
        workspace.Write("models/runaway.csx", "\nwhile (true) { }");

        Ends(Scripts, "models/runaway.csx(2): error MRT2011", "check");
        Assert.True(Directory.Exists(workspace.PathOf(".merit/editor/models/runaway")));
    }

    private static bool ByTime(string finding) => finding.Contains("still running", StringComparison.Ordinal);

    private static IReadOnlyDictionary<string, string> Seconds(string limit) => new Dictionary<string, string>(StringComparer.Ordinal) { ["MERIT_SCRIPT_SECONDS"] = limit };

    private void Ends(IReadOnlyDictionary<string, string> limit, string finding, params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        var outcome = MeritProcess.Run(workspace.Folder, limit, arguments);

        Assert.True(outcome.Notes.Contains(finding, StringComparison.Ordinal), outcome.Notes);
        Assert.Equal(1, outcome.ExitCode);
        Assert.DoesNotContain("   at ", outcome.Notes, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), $"It took {watch.Elapsed}.");
    }
}
