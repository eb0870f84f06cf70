using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>C# that would hang or fill a process, seen from a browser: the page says so, others are answered meanwhile, and so is the next.</summary>
public sealed class RunawayQuestionTests : IDisposable
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

    // Only for what would not end by itself: what does may take its time on a machine that is busy.
    private static readonly IReadOnlyDictionary<string, string> Limits = new Dictionary<string, string>(StringComparer.Ordinal) { ["MERIT_SCRIPT_SECONDS"] = "2" };
    private static readonly IReadOnlyDictionary<string, string> NoLimits = new Dictionary<string, string>(StringComparer.Ordinal);

    private readonly TemporaryWorkspace _workspace = LoadedOnce.Copy(
        nameof(RunawayQuestionTests), () => new TemporaryWorkspace().Write("merit.yaml", Yaml).Write("leads.csv", "id,source,day\n1,web,2025-03-01\n2,expo,2025-03-02\n"));

    public RunawayQuestionTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "The workers are found by what Linux says of processes.");

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("{ while (s.Length > 0) { } return true; }", "MRT2040", "was still running after 2 seconds")]
    [InlineData("Enumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 400).Max(Enumerable.Sum) > s.Length", "MRT2041", "was still running after 2 seconds")]
    [InlineData("{ int F(int n) => F(n + 1); return F(1) > 0; }", "MRT2040", "called itself without end")]
    [InlineData("new long[1_300_000_000].Length > s.Length", "MRT2040", "asked for more memory than it may have")]
    public async Task A_function(string body, string code, string words)
    {
        _workspace.Write("metrics/runaway.csx", $"var f = Function(\"f\", (string s) =>\n    {body});\nMetric(\"n\", Count(leads).Where(f(leads.source)));");
        using var site = ServedSite.Of(_workspace, words.Contains("2 seconds", StringComparison.Ordinal) ? Limits : NoLimits);

        var runaway = site.ShowAsync("explore?metrics=n");
        var other = await site.ShowAsync("explore?metrics=new_leads");
        var (status, page) = await runaway;
        var problem = (await site.AskAsync("api/query?metrics=n")).Body;
        var next = await site.AskAsync("api/query?metrics=new_leads");

        Assert.Equal(200, other.Status);
        Assert.Equal(500, status);
        Assert.Contains(code, page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("metrics/runaway.csx(2)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        Assert.Equal(code, problem["code"]?.GetValue<string>());
        Assert.Equal(2, problem["findings"]?[0]?["line"]?.GetValue<int>());
        Assert.Equal((200, 2), (next.Status, next.Body["rows"]?[0]?["new_leads"]?.GetValue<int>()));
    }

    [Theory]
    [InlineData("\nvar n = 0; while (n < 1) { }", "MRT2011")]
    [InlineData("\nEnumerable.Repeat(Enumerable.Repeat(0, int.MaxValue), 400).Max(Enumerable.Sum);", "MRT2011")]
    [InlineData("int F(int n) => F(n + 1);\nF(1);", "MRT2012")]
    [InlineData("\nvar all = new long[1_300_000_000];\nall[7] = 7;", "MRT2013")]
    [InlineData("\nMetric(\"n\", Count(laeds));", "MRT2001")]
    public async Task A_script_that_is_edited(string script, string code)
    {
        using var site = ServedSite.Of(_workspace, code == "MRT2011" ? Limits : NoLimits);
        _workspace.Write("metrics/runaway.csx", script);

        // A machine that is busy may take longer for the question than it is given; what is wrong with the script is said in the end.
        var told = await site.UntilAsync("api/query?metrics=new_leads", body => body["rows"] is null && body["code"]?.GetValue<string>() is not "MRT6003");
        Assert.Equal(code, told["code"]?.GetValue<string>());

        _workspace.Write("metrics/runaway.csx", "Metric(\"n\", Count(leads));");
        var mended = await site.UntilAsync("api/query?metrics=n", body => body["rows"] is not null);
        Assert.Equal(2, mended["rows"]?[0]?["n"]?.GetValue<int>());
    }
}
