using System.CommandLine;

namespace Merit.Host.Commands;

/// <summary><c>merit run</c></summary>
internal sealed class RunCommand : Verb
{
    private readonly ParameterOption _parameters = new();
    private readonly FormatsOption _formats = new();

    public RunCommand(Surroundings around)
        : base("run", "Loads, attributes, scores, and renders the reports.", around)
    {
        _parameters.AddTo(this);
        _formats.AddTo(this);
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        workspace = _formats.Apply(parsed, _parameters.Apply(parsed, workspace));
        var result = await Around.Stages.RunAsync(
            workspace, catalog, Output, loaded => LoadReport.Write(loaded, workspace.Locale is "zh-CN", Output), stop);
        foreach (var finding in result.Findings)
        {
            Output.Finding(finding);
        }

        if (result.Reports.Count == 0)
        {
            Output.Note("No reports: merit.yaml lists none under 'reports'.");
        }

        foreach (var report in result.Reports)
        {
            Output.Data(Around.Shown(report));
        }

        return Done();
    }
}
