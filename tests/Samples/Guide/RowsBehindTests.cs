using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Host.Explaining;
using Merit.Host.Measures;
using Merit.Host.Pipeline;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guide;

/// <summary>The rows <c>merit explain</c> shows are those its value is made of: whoever adds them up by hand gets it.</summary>
public sealed partial class RowsBehindTests : IDisposable
{
    private const double Exactly = 1e-6;

    private readonly TemporaryWorkspace _workspace = TemporaryWorkspace.Of("guide");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Every_metric_of_one_aggregate_can_be_had_from_the_rows_behind_it()
    {
        MeritProcess.Run(_workspace.Folder, "load").Fine();
        var stages = new Stages(AppContext.BaseDirectory, TimeProvider.System);
        var workspace = WorkspaceLoader.Load(_workspace.Folder, stages.Plugins(_workspace.Folder).Catalog, new Dictionary<string, string>(StringComparer.Ordinal));
        using var session = PublishedVersions.Of(workspace).OpenLatest();
        var (rowSource, schema) = (new SessionRows(session), SchemaReader.Read(session));
        var definitions = new MetricScripts(AppContext.BaseDirectory, TimeProvider.System).Load(workspace, schema);
        var measures = new WarehouseMeasures(rowSource, schema, definitions, workspace, new DateOnly(2026, 1, 15));
        var explainer = new Explainer(workspace, definitions, measures.Plan);
        var questions = new[] { "2025", "2025-Q2", "all" }.Select(p => stages.Period(p, workspace));
        var (compared, words) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (period, id) in questions.SelectMany(p => definitions.Metrics.Select(m => (p, m.Id))))
        {
            var explanation = explainer.Explain(new ExplainRequest(new Request { Metrics = [id], Period = period }, 1_000_000, EnginePlan: false), rowSource);
            if (explanation is not { Answer: { } answer, Rows: [var rows] } || !OneAggregate().IsMatch(explanation.Made.Formula))
            {
                continue;
            }

            Assert.Equal(rows.Count, rows.Shown.Count);
            var word = explanation.Made.Formula.Split(' ', '(')[0];
            if (ByHand(word, rows) is { } expected && answer.Rows[0].Figures[0].Value is { } value)
            {
                Assert.True(Math.Abs(expected - value) <= Exactly * Math.Max(1, Math.Abs(value)), $"{id}, {period.Name}: {value}, but by its rows {expected}.");
                compared++;
                words.Add(word);
            }
        }

        Assert.True(compared > 100, $"Only {compared} were compared.");
        Assert.Superset(new HashSet<string>(["sum", "count", "distinct", "average", "median", "attributed"], StringComparer.Ordinal), words);
    }

    [GeneratedRegex("^(attributed [a-z ]+|[a-z]+\\([^÷×−+]*\\)[^÷×−+]*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OneAggregate();

    private static double? ByHand(string word, RowsFound rows)
    {
        var at = rows.Behind.Value is { } column ? rows.Behind.Columns.ToList().IndexOf(column) : -1;
        var values = at < 0 ? [] : rows.Shown.Select(r => r[at]).ToList();
        return word switch
        {
            "count" => rows.Shown.Count,
            "distinct" => values.Distinct().Count(),
            "sum" or "attributed" => Numbers(values).Sum(),
            "average" => Numbers(values) is { Count: > 0 } some ? some.Average() : null,
            "median" => Numbers(values) is { Count: > 0 } some ? Median(some) : null,
            "min" => Numbers(values) is { Count: > 0 } some ? some[0] : null,
            "max" => Numbers(values) is { Count: > 0 } some ? some[^1] : null,
            _ => null,
        };
    }

    private static List<double> Numbers(IEnumerable<object?> values) => [.. values.Select(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)).Order()];

    private static double Median(List<double> ordered) => (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
}
