using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Plugins;
using Merit.Plugins.Attribution;
using Merit.Plugins.Connectors;
using Merit.Plugins.Scoring;

namespace Merit.Host.Plugins;

/// <summary>Takes what one plugin offers.</summary>
internal sealed partial class PluginRegistry(string version, string origin, Place at) : IRegistry
{
    private readonly List<PluginEntry> _entries = [];
    private readonly List<Diagnostic> _diagnostics = [];

    public IReadOnlyList<PluginEntry> Entries => _entries;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    public void Connector<TOptions>(string id, Func<TOptions, IConnector> create)
        where TOptions : class, new() => Add(PluginKind.Connector, id, create);

    public void Rule<TOptions>(string id, Func<TOptions, IRuleModel> create)
        where TOptions : class, new() => Add(PluginKind.Rule, id, create);

    public void Learning<TOptions>(string id, Func<TOptions, ILearningModel> create)
        where TOptions : class, new() => Add(PluginKind.Learning, id, create);

    public void Scoring<TOptions>(string id, Func<TOptions, IScoringModel> create)
        where TOptions : class, new() => Add(PluginKind.Scoring, id, create);

    private void Add<TOptions, T>(PluginKind kind, string id, Func<TOptions, T> create)
        where TOptions : class, new()
        where T : class
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(create);
        if (!Id().IsMatch(id))
        {
            _diagnostics.Add(PluginRules.InvalidId.At(at, at.File, id));
            return;
        }

        _entries.Add(new PluginEntry(kind, id, version, origin, typeof(TOptions), options => create((TOptions)options)) { File = at.File });
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Id();
}
