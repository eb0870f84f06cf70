using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;

namespace Merit.Samples.Tests.Library;

/// <summary>What the planner makes of every metric of the standard library, in all and by each dimension it reaches: read and accepted, one file for each of the library's.</summary>
public sealed class PlannedSqlTests
{
    private static readonly string[] Dimensions =
        ["campaign", "campaign_name", "type", "format", "mode", "channel", "campaign_owner", "lead_owner", "deal_owner", "day", "week", "month", "quarter", "year"];

    private static readonly HashSet<string> Grouping =
        ["SELECT grouping(\"§\") = 1 AS \"is total\",", "\"§\",", "GROUP BY GROUPING SETS ((\"§\"), ())", "GROUP BY \"part\", \"is total\", \"§\""];

    private static readonly DateOnly Today = new(2026, 1, 15);

    private static readonly Lazy<Definitions> Library = new(() => Scripts.Define(Scripts.Library));

    // A set of scorecards declares no metric.
    public static TheoryData<string> Files => [.. Scripts.Library.Select(s => Path.GetFileNameWithoutExtension(s.Path)).Where(f => f is not "scorecard-sets")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Statements_are_the_reviewed_ones(string file)
    {
        var metrics = Library.Value.Metrics.Where(m => Path.GetFileNameWithoutExtension(m.At.File) == file).ToList();
        Assert.NotEmpty(metrics);

        Baseline.Same(string.Join("\n", metrics.Select(Of)), "tests", "Samples", "Library", "Baselines", $"{file}.sql");
    }

    private static string Of(MetricDefinition metric)
    {
        var whole = Sql(metric.Id, null) ?? throw new InvalidOperationException($"{metric.Id} cannot be asked.");
        var known = whole.Split('\n').ToHashSet(StringComparer.Ordinal);
        var by = Dimensions.Select(d => (Dimension: d, Sql: Sql(metric.Id, d))).ToLookup(p => p.Sql is null);
        var groups = by[false].GroupBy(p => Added(Pattern(p.Sql ?? "", p.Dimension), known), p => p.Dimension, StringComparer.Ordinal);
        return $"-- {metric.Id}\n{whole}"
            + string.Concat(groups.Select(g => $"-- {metric.Id} by {string.Join(", ", g)}\n{g.Key}\n"))
            + (by[true].Any() ? $"-- {metric.Id}: no path to {string.Join(", ", by[true].Select(p => p.Dimension))}\n" : "");
    }

    // The lines that group are the same everywhere, so they are only counted.
    private static string Added(string sql, HashSet<string> known)
    {
        var added = sql.Split('\n').Where(line => !known.Contains(line)).ToLookup(line => Grouping.Contains(line.Trim()));
        return string.Join("\n", added[false].Select(line => "+ " + line.TrimStart()).Prepend($"+ {added[true].Count()} lines of grouping"));
    }

    // Dimensions that are read alike are shown once, with a sign in the place of their name.
    private static string Pattern(string sql, string dimension) =>
        sql.Replace($"\"{dimension}\"", "\"§\"", StringComparison.Ordinal).Replace($"'{dimension}'", "'§'", StringComparison.Ordinal)
            .Replace($"\"{dimension} of the period\"", "\"§ of the period\"", StringComparison.Ordinal).Replace($"\"{dimension} ", "\"§ ", StringComparison.Ordinal)
            .Replace($" {dimension}\"", " §\"", StringComparison.Ordinal);

    private static string? Sql(string metric, string? dimension)
    {
        try
        {
            return new Planner(Scripts.Schema, Library.Value, new PlannerSettings("Asia/Shanghai", DayOfWeek.Monday, Today, "linear")).Plan(new Request
            {
                Metrics = [metric],
                By = dimension is null ? [] : [dimension],
                Period = PeriodParser.Parse("2025", Today, DayOfWeek.Monday),
                Total = dimension is not null,
            }).Sql;
        }
        catch (MeritException refused) when (dimension is not null && refused.Diagnostics.All(d => d.Code is "MRT2206" or "MRT2208" or "MRT2234"))
        {
            return null;
        }
    }
}
