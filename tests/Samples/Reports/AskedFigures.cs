using System.Globalization;
using System.Text.Json.Nodes;
using Merit.Host.Reports;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Samples.Tests.Serving;

namespace Merit.Samples.Tests.Reports;

/// <summary>What the interface for programs answers to the questions of a report: each figure with its metric and its groups, against which files are held.</summary>
internal sealed class AskedFigures
{
    private static readonly Voice Voice = new(Words.For("en"), SameFigures.Format);

    private readonly List<AskedFigure> _all = [];
    private readonly Dictionary<string, List<string>> _byLabel = new(StringComparer.Ordinal);
    private JsonNode _runs = new JsonObject();

    private readonly IReadOnlyList<TemplateTag> _tags;

    private AskedFigures(string report) => _tags = TemplateTag.Of(report);

    /// <summary>What ratios are made of, as templates name it.</summary>
    public IReadOnlyDictionary<string, (string Over, string Under)> Ratios => _tags.Where(t => t.Name is "insights").SelectMany(t => (t["parts"] ?? "").Split(';'))
        .Select(p => p.Split(['=', '/'], StringSplitOptions.TrimEntries)).Where(p => p.Length == 3).ToDictionary(p => p[0], p => (Over: p[1], Under: p[2]), StringComparer.Ordinal);

    /// <summary>The ids of metrics by their labels.</summary>
    public IReadOnlyDictionary<string, List<string>> ByLabel => _byLabel;

    /// <summary>The metrics that a table's title says it is about; none where it says none.</summary>
    public IReadOnlyList<string> Titled(string name) =>
        _tags.FirstOrDefault(t => t["title"] is { } title && name == Slug.Of(title, 60)) is { } tag ? tag.Ids
        : [.. _byLabel.OrderByDescending(l => l.Key.Length).FirstOrDefault(l => $"{name}-".StartsWith(Slug.Of(l.Key, 60) + "-by-", StringComparison.Ordinal) || name.StartsWith($"what-moved-{Slug.Of(l.Key, 60)}-by-", StringComparison.Ordinal)).Value ?? []];

    /// <summary>Asks them all.</summary>
    public static async Task<AskedFigures> OfAsync(string report, ServedSite site)
    {
        var asked = new AskedFigures(report);
        var (_, catalogue) = await site.AskAsync("api/metrics");
        foreach (var metric in catalogue["metrics"]?.AsArray() ?? [])
        {
            (asked._byLabel.TryGetValue($"{metric?["label"]}", out var ids) ? ids : asked._byLabel[$"{metric?["label"]}"] = []).Add($"{metric?["id"]}");
        }

        (_, asked._runs) = await site.AskAsync("api/runs");
        var asOf = DateOnly.ParseExact($"{asked._runs["as_of"]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var question in new TagQuestions(report, asOf).All())
        {
            var (status, body) = await site.AskAsync(question.Address);
            Assert.True(status == 200, $"{report}: {question.Address}: {body}");
            asked.Add(question, body);
        }

        return asked;
    }

    /// <summary>Looks every figure of the files up, and finds what no file has.</summary>
    /// <param name="report">The report.</param>
    public (int Looked, IReadOnlyList<string> Unknown, IReadOnlyList<string> Left) Compare(ReadReport report)
    {
        var (looked, unknown, met) = (0, new List<string>(), new Dictionary<string, HashSet<AskedFigure>>(StringComparer.Ordinal));
        foreach (var table in report.Files.Select(f => new FileTable(f.Key, f.Value, this)))
        {
            met[table.Name] = [];
            foreach (var cell in table.Figures())
            {
                looked++;
                if (!FileRules.Explains(cell, table, _runs, this) && !Find(cell, table, met[table.Name]))
                {
                    unknown.Add($"{table.Name}: {cell}");
                }
            }
        }

        // The figures of a question stand in one file; those of a table whose groups have no name, or of which there are none, are a sentence.
        var left = _all.Where(f => f is { IsWhole: true, Value: not null } && !IsNothing(f)).GroupBy(f => f.Question)
            .SelectMany(q => q.Except(q.Key.IsScattered ? met.Values.SelectMany(m => m) : met.Values.MaxBy(m => q.Count(m.Contains)) ?? [])).Select(f => $"{f}").Distinct(StringComparer.Ordinal).ToList();
        return (looked, unknown, left);
    }

    /// <summary>The metrics of a label.</summary>
    public IReadOnlyList<string> Called(string slug) => [.. _byLabel.Where(l => Slug.Of(l.Key, 60) == slug).SelectMany(l => l.Value)];

    /// <summary>A figure of some days, of a member or of all; zero where there is none.</summary>
    public double Of(string metric, string days, string? member) => Of(metric)
        .FirstOrDefault(f => f.Question.Named == days && (member is null ? f.Groups.Count == 0 : f.Groups is [var only] && only.Shown == member))?.Value ?? 0;

    /// <summary>The figures of a metric.</summary>
    public IEnumerable<AskedFigure> Of(string metric) => _all.Where(f => f.Metric == metric);

    private bool Find(FileFigure cell, FileTable table, HashSet<AskedFigure> met)
    {
        var candidates = (cell.Metrics.Count > 0 ? cell.Metrics.SelectMany(Of) : _all).Where(f => cell.Is(f, table)).ToList();
        var found = candidates.Where(f => f.Value == cell.Value).ToList();
        met.UnionWith(found);
        // Of what has no row nothing happened: in a table of all that could have, that is zero.
        return found.Count > 0 || (cell.Value == 0 && candidates.Count == 0);
    }

    private bool IsNothing(AskedFigure figure) => _all.Where(f => f.Question == figure.Question) is var answer
        && (answer.All(f => f.Groups.Count > 0 && f.Groups.All(g => g.Raw is null)) || (figure.Groups.Count == 0 && answer.All(f => f.Value is null or 0)) || figure.Kind is AskedKind.Targeted);

    private void Add(AskedQuestion question, JsonNode body)
    {
        foreach (var (row, isTotal) in (body["rows"]?.AsArray() ?? []).OfType<JsonNode>().Select(r => (r, false)).Concat(body["total"] is { } total ? [(total, true)] : []))
        {
            var groups = isTotal ? [] : question.By.Select(b => new AskedGroup(row[b] is { } value ? value.GetValueKind() is System.Text.Json.JsonValueKind.String ? $"{value}" : value.ToJsonString() : null, Shown(row[b], b))).ToList();
            foreach (var metric in question.Metrics)
            {
                Add(AskedKind.Value, metric, row[metric]);
                Add(AskedKind.Previous, metric, row[$"{metric}_previous"] ?? row[$"{metric}_year_ago"]);
                Add(AskedKind.Target, metric, row[$"{metric}_target"]);
                Add(AskedKind.Targeted, metric, row[$"{metric}_targeted"]);
            }

            void Add(AskedKind kind, string metric, JsonNode? value)
            {
                // Goals are asked for once more: the figures themselves are those of the other question.
                if (kind is not AskedKind.Value || question.Named != "goals" || question.By.Count > 0)
                {
                    _all.Add(new AskedFigure(metric, kind, groups, value?.GetValue<double>(), question) { IsWhole = question.IsWhole && (kind is AskedKind.Value ? question.Named != "goals" : kind is AskedKind.Target) });
                }
            }
        }
    }

    private static string Shown(JsonNode? value, string dimension) => Voice.Group(
        value is null ? null : value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String when DateOnly.TryParseExact($"{value}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            System.Text.Json.JsonValueKind.String => $"{value}",
            System.Text.Json.JsonValueKind.True => true,
            System.Text.Json.JsonValueKind.False => false,
            _ => value.GetValue<double>(),
        },
        new DimensionColumn(dimension, "", "", ColumnType.Text));
}

/// <summary>What a figure of an answer is.</summary>
internal enum AskedKind
{
    Value,
    Previous,
    Target,
    Targeted,
}

/// <summary>A group of an answer, as programs get it and as readers read it.</summary>
internal sealed record AskedGroup(string? Raw, string Shown);

/// <summary>A figure of an answer.</summary>
internal sealed record AskedFigure(string Metric, AskedKind Kind, IReadOnlyList<AskedGroup> Groups, double? Value, AskedQuestion Question)
{
    public bool IsWhole { get; init; }

    public override string ToString() => $"{Metric} {Kind} of {string.Join(" · ", Groups.Select(g => g.Shown))} = {Value?.ToString("R", CultureInfo.InvariantCulture)} ({Question.Address})";
}
