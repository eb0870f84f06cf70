using System.CommandLine;

namespace Merit.Host.Commands;

/// <summary><c>merit load</c></summary>
internal sealed class LoadCommand : Verb
{
    private readonly Option<bool> _full = new("--full") { Description = "Read every source from its beginning, also those that otherwise give only what changed." };

    public LoadCommand(Surroundings around)
        : base("load", "Reads the sources, attributes conversions, and publishes a version of the warehouse.", around) => Options.Add(_full);

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var result = await Around.Stages.LoadAsync(workspace with { ReadsAnew = parsed.GetValue(_full) }, catalog, Output, stop);
        LoadReport.Write(result, workspace.Locale is "zh-CN", Output);
        return Done();
    }
}
