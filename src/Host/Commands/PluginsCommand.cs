using System.CommandLine;

namespace Merit.Host.Commands;

/// <summary><c>merit plugins</c></summary>
internal sealed class PluginsCommand : Verb
{
    private readonly ListOptions _list = new();

    public PluginsCommand(Surroundings around)
        : base("plugins", "Lists the installed plugins.", around) => _list.AddTo(this);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (catalog, findings) = Around.Stages.Plugins(Project(parsed));
        var rows = catalog.Entries.OrderBy(e => e.Kind).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => (IReadOnlyList<object?>)[Kind(e.Kind), e.Id, e.Version, e.Origin]);
        _list.Write(parsed, Around, new Listing(["kind", "id", "version", "origin"], [.. rows]));
        foreach (var finding in findings)
        {
            Output.Finding(finding);
        }

        return Task.FromResult(Done());
    }

    private static string Kind(Plugins.PluginKind kind) => kind switch
    {
        Plugins.PluginKind.Connector => "connector",
        Plugins.PluginKind.Scoring => "scoring model",
        _ => "attribution model",
    };
}
