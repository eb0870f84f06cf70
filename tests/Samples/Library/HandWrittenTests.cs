using System.Numerics;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Library;

/// <summary>The library's figures for the sample workspaces against SQL that a person wrote: the two know nothing of each other.</summary>
public sealed class HandWrittenTests
{
    private const int FewestMetrics = 100;

    private static readonly string Text = File.ReadAllText(Repository.PathTo("tests", "Samples", "Library", "HandWritten.sql"));

    private static readonly string Script = File.ReadAllText(Repository.PathTo("tests", "Samples", "Library", "HandWritten.csx"));

    [Fact]
    public void The_guide_s_figures_are_those_written_by_hand()
    {
        using var workspace = TemporaryWorkspace.Of("guide").Write("metrics/more.csx", Script);
        MeritProcess.Run(workspace.Folder, "load").Fine();
        Same(workspace.Folder, "guide");
    }

    [Fact]
    public void The_demo_s_figures_are_those_written_by_hand()
    {
        using var workspace = new TemporaryWorkspace();
        MeritProcess.Run(workspace.Folder, "init", "--sample", "demo", "--touchpoints", "8000", "--seed", "7", "demo").Fine();

        workspace.Write("demo/metrics/more.csx", Script);

        // Its faults are rejected, which is told.
        Assert.Equal(1, MeritProcess.Run(workspace.PathOf("demo"), "load").ExitCode);
        Same(workspace.PathOf("demo"), "demo");
    }

    private static void Same(string folder, string sample)
    {
        var parts = Text.Split("-- check ");
        var checks = parts.Skip(1).Select(Check.Of).Where(c => c.Sample is null || c.Sample == sample).ToList();
        using var engine = Open(folder, parts[0]);

        Assert.True(checks.SelectMany(c => c.Metrics).Distinct(StringComparer.Ordinal).Count() >= FewestMetrics, "Too few metrics are checked.");

        // What is asked by the same dimension is one question.
        var answers = checks.GroupBy(c => c.By ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => QueryAnswer.Ask(folder, string.Join(',', g.SelectMany(c => c.Metrics).Distinct(StringComparer.Ordinal)), g.First().By), StringComparer.Ordinal);
        Assert.Empty(checks.SelectMany(c => Differences(c, Read(engine, c), answers[c.By ?? ""])));
    }

    private static IEnumerable<string> Differences(Check check, Dictionary<string, double?[]> hand, QueryAnswer answer)
    {
        var given = answer.Rows.ToDictionary(r => check.By is { } by ? r[by]?.ToString() ?? "" : "", r => check.Metrics.Select(m => r[m]?.GetValue<double>()).ToArray(), StringComparer.Ordinal);
        foreach (var group in hand.Keys.Union(given.Keys, StringComparer.Ordinal))
        {
            var (wanted, found) = (hand.GetValueOrDefault(group), given.GetValueOrDefault(group));
            for (var i = 0; i < check.Metrics.Count; i++)
            {
                // A group that the statement by hand does not have had nothing there.
                var same = wanted is null ? found?[i] is null or 0
                    : wanted[i] is { } value ? found?[i] is { } figure && Math.Abs(value - figure) <= 1e-8 * Math.Max(1, Math.Abs(value))
                    : found?[i] is null;
                if (!same)
                {
                    yield return $"{check.Metrics[i]} of '{group}': by hand {wanted?[i]?.ToString("R") ?? "none"}, given {found?[i]?.ToString("R") ?? "none"}";
                }
            }
        }
    }

    private static DuckDBConnection Open(string folder, string setup)
    {
        var file = Directory.EnumerateFiles(Path.Combine(folder, ".merit", "warehouse"), "*.duckdb").Order(StringComparer.Ordinal).Last();
        var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        Run(engine, $"attach '{file.Replace("'", "''", StringComparison.Ordinal)}' as loaded (read_only); use loaded");
        Run(engine, setup);
        return engine;
    }

    private static Dictionary<string, double?[]> Read(DuckDBConnection engine, Check check)
    {
        using var command = engine.CreateCommand();
        command.CommandText = check.Sql;
        using var reader = command.ExecuteReader();
        var skip = check.By is null ? 0 : 1;
        Assert.Equal(check.Metrics.Count + skip, reader.FieldCount);
        var rows = new Dictionary<string, double?[]>(StringComparer.Ordinal);
        while (reader.Read())
        {
            rows.Add(
                skip == 0 || reader.IsDBNull(0) ? "" : reader.GetValue(0) is DateOnly day ? day.ToString("yyyy-MM-dd") : Convert.ToString(reader.GetValue(0)) ?? "",
                [.. Enumerable.Range(skip, check.Metrics.Count).Select(i => reader.IsDBNull(i) ? (double?)null : reader.GetValue(i) is BigInteger many ? (double)many : Convert.ToDouble(reader.GetValue(i)))]);
        }

        return rows;
    }

    private static void Run(DuckDBConnection engine, string sql)
    {
        using var command = engine.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Check(IReadOnlyList<string> Metrics, string? By, string? Sample, string Sql)
    {
        public static Check Of(string text)
        {
            var (head, sql) = (text[..text.IndexOf('\n', StringComparison.Ordinal)], text[text.IndexOf('\n', StringComparison.Ordinal)..]);
            var said = Regex.Match(head, "^(?<metrics>[a-z_, ]+?)( by (?<by>[a-z_.]+))?( of (?<sample>[a-z]+))?$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            Assert.True(said.Success, head);
            return new Check(said.Groups["metrics"].Value.Split(", "), Found(said, "by"), Found(said, "sample"), sql);
        }

        private static string? Found(Match said, string name) => said.Groups[name].Success ? said.Groups[name].Value : null;
    }
}
