using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Plugins.Connectors;

namespace Merit.Host.Commands;

/// <summary><c>merit discover</c></summary>
internal sealed class DiscoverCommand : Verb
{
    private readonly Argument<string> _source = new("SOURCE") { Description = "The source's name in merit.yaml." };

    private readonly ListOptions _list = new();

    public DiscoverCommand(Surroundings around)
        : base("discover", "Lists what a source could read: streams, columns, types, keys.", around)
    {
        Arguments.Add(_source);
        _list.AddTo(this);
    }

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var name = parsed.GetRequiredValue(_source);
        var source = workspace.Sources.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal))
            ?? throw new MeritException(CommandRules.NoSuchSource.Here(name, Suggestion.For(name, workspace.Sources.Select(s => s.Name))));
        var streams = await Around.Stages.DiscoverAsync(workspace, catalog, source, stop);
        var rows = streams.SelectMany(s => s.Columns.Select(c => (IReadOnlyList<object?>)
        [
            s.Name, c.Name, $"{c.Kind}".ToLowerInvariant(), Role(s, c.Name), s.Selected ? "read" : "",
        ]));
        _list.Write(parsed, Around, new Listing(["stream", "column", "type", "role", "read"], [.. rows]));
        return Done();
    }

    private static string Role(SourceStream stream, string column) => string.Join(", ", new[]
    {
        stream.Key.Contains(column, StringComparer.OrdinalIgnoreCase) ? "key" : "",
        string.Equals(stream.Cursor, column, StringComparison.OrdinalIgnoreCase) ? "cursor" : "",
    }.Where(r => r.Length > 0));
}
