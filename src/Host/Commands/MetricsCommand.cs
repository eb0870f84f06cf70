using System.CommandLine;
using Merit.Host.Pipeline;

namespace Merit.Host.Commands;

/// <summary><c>merit metrics</c></summary>
internal sealed class MetricsCommand : Verb
{
    private readonly ListOptions _list = new();

    public MetricsCommand(Surroundings around)
        : base("metrics", "Lists the metrics the workspace has: Merit's own and yours; as JSON, with all that is known of them.", around)
    {
        _list.AddTo(this);
        Subcommands.Add(new MetricsDiffCommand(around));
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var metrics = Around.Stages.Metrics(workspace, _list.IsJson(parsed)).OrderBy(m => m.Column.Id, StringComparer.Ordinal);
        _list.Write(parsed, Around, _list.IsJson(parsed) ? Catalogue(metrics) : Short(metrics, workspace.Locale is "zh-CN"));
        return Task.FromResult(Done());
    }

    private static Listing Short(IEnumerable<MetricListing> metrics, bool chinese) => new(
        ["id", "label", "unit", "formula", "description"],
        [
            .. metrics.Select(m => (IReadOnlyList<object?>)
            [
                m.Column.Id,
                chinese ? m.Column.LabelZh : m.Column.Label,
                $"{m.Column.Unit}".ToLowerInvariant(),
                m.Formula,
                chinese ? m.Column.DescriptionZh : m.Column.Description,
            ]),
        ]) { Prose = true };

    private static Listing Catalogue(IEnumerable<MetricListing> metrics) => new(
        [
            "id", "label", "label_zh", "description", "description_zh", "unit", "format", "lower_is_better", "formula", "facts", "dated_by", "dimensions", "requires", "parameters",
            "attributed", "owner", "tags", "deprecated", "tests", "declared_at",
        ],
        [
            .. metrics.Select(m => (IReadOnlyList<object?>)
            [
                m.Column.Id, m.Column.Label, m.Column.LabelZh, m.Column.Description, m.Column.DescriptionZh, $"{m.Column.Unit}".ToLowerInvariant(), m.Column.Format,
                m.Column.LowerIsBetter, m.Formula, m.Facts, m.DatedBy, m.Dimensions, m.Requires, m.Parameters, m.Attributed, m.Owner, m.Tags, m.Column.Deprecated, m.Tests, m.DeclaredAt,
            ]),
        ]);
}
