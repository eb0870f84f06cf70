using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
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
    /// <summary>The assembly's file, for messages.</summary>
    public string File { get; init; } = "";

    /// <summary>The kind as a reader knows it.</summary>
    public string KindName => Kind switch
    {
        PluginKind.Connector => "connector",
        PluginKind.Scoring => "scoring model",
        _ => "attribution model",
    };
}

/// <summary>All plugins that could be loaded, by kind and id.</summary>
internal sealed class PluginCatalog(IReadOnlyList<PluginEntry> entries)
{
    public IReadOnlyList<PluginEntry> Entries { get; } = entries;

    public PluginEntry? Connector(string id) => Find(id, PluginKind.Connector);

    public PluginEntry? Model(string id) => Find(id, PluginKind.Rule) ?? Find(id, PluginKind.Learning);

    public PluginEntry? Scoring(string id) => Find(id, PluginKind.Scoring);

    public static IConnector MakeConnector(PluginEntry entry, object options, Place? at = null) => Make<IConnector>(entry, options, at);

    public static IRuleModel MakeRule(PluginEntry entry, object options, Place? at = null) => Make<IRuleModel>(entry, options, at);

    public static ILearningModel MakeLearning(PluginEntry entry, object options, Place? at = null) => Make<ILearningModel>(entry, options, at);

    public static IScoringModel MakeScoring(PluginEntry entry, object options, Place? at = null) => Make<IScoringModel>(entry, options, at);

    // A plugin's own code runs here for the first time with the user's options: whatever it throws is about them.
    private static T Make<T>(PluginEntry entry, object options, Place? at)
        where T : class
    {
        try
        {
            return entry.Create(options) as T ?? throw new InvalidOperationException("The plugin gave nothing.");
        }
        catch (Exception e) when (e is not MeritException)
        {
            throw new MeritException(PluginRules.CreateFailed.At(at ?? new Place(entry.File), entry.KindName, entry.Id, entry.Origin, Message(e)), e);
        }
    }

    // The parameter's name, which .NET appends, means nothing to the author of merit.yaml.
    private static string Message(Exception e) =>
        e is ArgumentException { ParamName: { } name } ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message;

    private PluginEntry? Find(string id, PluginKind kind) =>
        Entries.FirstOrDefault(e => e.Kind == kind && string.Equals(e.Id, id, StringComparison.Ordinal));
}
