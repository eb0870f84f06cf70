using System.CommandLine;

namespace Merit.Host.Commands;

/// <summary><c>merit load</c></summary>
internal sealed class LoadCommand(Surroundings around) : Verb("load", "Reads the sources, attributes conversions, and publishes a version of the warehouse.", around)
{
    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var result = await Around.Stages.LoadAsync(workspace, catalog, Output, stop);
        LoadReport.Write(result, workspace.Locale is "zh-CN", Output);
        return Done();
    }
}
