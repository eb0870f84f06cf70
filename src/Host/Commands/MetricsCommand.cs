using System.CommandLine;

namespace Merit.Host.Commands;

/// <summary><c>merit metrics</c></summary>
internal sealed class MetricsCommand : Verb
{
    private readonly ListOptions _list = new();

    public MetricsCommand(Surroundings around)
        : base("metrics", "Lists the metrics the workspace has: Merit's own and yours.", around) => _list.AddTo(this);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var chinese = workspace.Locale is "zh-CN";
        var rows = Around.Stages.Metrics(workspace)
            .OrderBy(m => m.Column.Id, StringComparer.Ordinal)
            .Select(m => (IReadOnlyList<object?>)
            [
                m.Column.Id,
                chinese ? m.Column.LabelZh : m.Column.Label,
                $"{m.Column.Unit}".ToLowerInvariant(),
                m.Formula,
                chinese ? m.Column.DescriptionZh : m.Column.Description,
            ]);
        _list.Write(parsed, Around, new Listing(["id", "label", "unit", "formula", "description"], [.. rows]) { Prose = true });
        return Task.FromResult(Done());
    }
}
