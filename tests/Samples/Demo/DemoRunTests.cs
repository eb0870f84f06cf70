using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Host.Samples;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Demo;

/// <summary>The demo as a user makes and runs it.</summary>
public sealed class DemoRunTests
{
    [Fact]
    public void Init_and_run_give_reports_and_reject_exactly_the_faults_made()
    {
        using var workspace = new TemporaryWorkspace();
        var folder = workspace.PathOf("demo");
        MeritProcess.Run(workspace.Folder, "init", "--sample", "demo", "--touchpoints", "8000", "--seed", "7", "demo").Fine();

        // The same company again, to know its faults.
        var made = DemoGenerator.Write(workspace.PathOf("again"), new DemoOptions(8_000, 7), TestContext.Current.CancellationToken);
        var run = MeritProcess.Run(folder, "run");
        Assert.Contains("MRT1208", run.Notes, StringComparison.Ordinal);
        Assert.Equal(["brand.html", "channels.html", "lead-gen.html", "overview.html", "revenue.html"],
            Directory.EnumerateFiles(Path.Combine(folder, "out"), "*.html").Select(f => Path.GetFileName(f)).Where(f => f != "index.html").Order(StringComparer.Ordinal));
        Rejected(run.Notes, "touchpoints", made.Faults.BadTouchDates + made.Faults.RepeatedTouches);
        Rejected(run.Notes, "leads", made.Faults.BadLeadDates);
        Rejected(run.Notes, "spend", made.Faults.BadAmounts);

        var total = QueryAnswer.Ask(folder, "duplicate_leads,revenue,customers,cost,roi", period: "all");
        Assert.InRange(total["roi"] ?? 0, .5, 10);
        Assert.True(total["customers"] > 10);
    }

    [Fact]
    public void Parquet_loads_as_the_same_rows_of_csv_do()
    {
        using var workspace = new TemporaryWorkspace();
        string[] made = ["init", "--sample", "demo", "--touchpoints", "3000", "--seed", "7", "--channels", "20", "--journey-length", "5", "--buyers", "0.5"];
        MeritProcess.Run(workspace.Folder, [.. made, "--format", "parquet", "parquet"]).Fine();
        MeritProcess.Run(workspace.Folder, [.. made, "csv"]).Fine();
        Assert.All(Directory.EnumerateFiles(workspace.PathOf("parquet/data")), f => Assert.EndsWith(".parquet", f, StringComparison.Ordinal));
        var (parquet, csv) = (MeritProcess.Run(workspace.PathOf("parquet"), "load"), MeritProcess.Run(workspace.PathOf("csv"), "load"));

        string[] Lines(string notes) => [.. notes.Split('\n').Where(l => Regex.IsMatch(l, @"^\s*\w+\s+\w+\s+[\d,]+\s+[\d,]+\s+[\d,]+", RegexOptions.None, TimeSpan.FromSeconds(1))).Select(l => Regex.Replace(l, @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)))];
        Assert.True(Lines(csv.Notes).Length > 10, csv.Notes);
        Assert.Equal(Lines(csv.Notes), Lines(parquet.Notes));
        string Asked(string folder) => MeritProcess.Run(workspace.PathOf(folder), "attribute", "--models", "linear,markov", "--by", "channel", "--format", "csv").Output;
        Assert.Equal(Asked("csv"), Asked("parquet"));
    }

    // The line of the source in the table that load prints: source, table, read, loaded, rejected, filtered.
    private static void Rejected(string notes, string source, long rows)
    {
        var line = Regex.Match(notes, $@"^\s*{source}\s+\w+\s+(?<read>[\d,]+)\s+(?<loaded>[\d,]+)\s+(?<rejected>[\d,]+)\s", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        Assert.True(line.Success, notes);
        Assert.Equal(rows, long.Parse(line.Groups["rejected"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    }
}
