using Merit.Plugins.Attribution;
using Merit.Plugins.Connectors;
using Merit.Plugins.Scoring;

namespace Merit.Host.Plugins;

/// <summary>What a plugin can be.</summary>
internal enum PluginKind
{
    Connector,
    Rule,
    Learning,
    Scoring,
}

/// <summary>One thing a plugin offers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, unique per kind (rule and learning models share one space).</param>
/// <param name="Version">The plugin assembly's version.</param>
/// <param name="Origin"><c>built-in</c>, or the path of the workspace plugin relative to the workspace.</param>
/// <param name="Options">The type of its options.</param>
/// <param name="Create">Makes it from options of that type.</param>
internal sealed record PluginEntry(PluginKind Kind, string Id, string Version, string Origin, Type Options, Func<object, object> Create)
{
    public Evidence? Needs { get; init; }
}

/// <summary>All plugins that could be loaded, by kind and id.</summary>
internal sealed class PluginCatalog(IReadOnlyList<PluginEntry> entries)
{
    public IReadOnlyList<PluginEntry> Entries { get; } = entries;

    public PluginEntry? Connector(string id) => Find(id, PluginKind.Connector);

    public PluginEntry? Model(string id) => Find(id, PluginKind.Rule) ?? Find(id, PluginKind.Learning);

    public PluginEntry? Scoring(string id) => Find(id, PluginKind.Scoring);

    public static IConnector MakeConnector(PluginEntry entry, object options) => (IConnector)entry.Create(options);

    public static IRuleModel MakeRule(PluginEntry entry, object options) => (IRuleModel)entry.Create(options);

    public static ILearningModel MakeLearning(PluginEntry entry, object options) => (ILearningModel)entry.Create(options);

    public static IScoringModel MakeScoring(PluginEntry entry, object options) => (IScoringModel)entry.Create(options);

    private PluginEntry? Find(string id, PluginKind kind) =>
        Entries.FirstOrDefault(e => e.Kind == kind && string.Equals(e.Id, id, StringComparison.Ordinal));
}
