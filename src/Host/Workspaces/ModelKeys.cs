using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>A model of a plugin: its id alone, or with a name and options of its own.</summary>
internal sealed partial class ModelKeys : Shape<ModelSettings>
{
    private static readonly Key<string> Model = new("model", Values.Text, "The model; 'merit plugins' lists them.") { Required = true };

    private readonly IReadOnlyList<PluginEntry> _known;
    private readonly DiagnosticRule _unknown;
    private readonly Key<string> _id;
    private readonly IReadOnlyList<Key> _journeys;

    private ModelKeys(IEnumerable<PluginEntry> known, DiagnosticRule unknown, string example, string named, IReadOnlyList<Key> journeys)
    {
        (_known, _unknown, _journeys) = ([.. known], unknown, journeys);
        _id = new Key<string>("id", Values.Matching(NameForm(), "a name of small letters, digits and hyphens", $"a name such as {example}"), named);
    }

    public override string Expected => "the id of a model, or a mapping";

    /// <summary>A model that shares out credit.</summary>
    public static ModelKeys Attribution(PluginCatalog catalog) => new(
        catalog.Entries.Where(e => e.Kind is PluginKind.Rule or PluginKind.Learning), WorkspaceRules.UnknownModel,
        "decay-14", "The name it has in queries; the model's own unless given.", JourneyKeys.All);

    /// <summary>A model that joins the components of a scorecard.</summary>
    public static ModelKeys Scoring(PluginCatalog catalog) => new(
        catalog.Entries.Where(e => e.Kind is PluginKind.Scoring), WorkspaceRules.UnknownScoringModel,
        "by-peers", "The name scorecards use it by, as in .Using(\"by-peers\"); the model's own unless given.", []);

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out ModelSettings value)
    {
        value = null;
        if (node is SequenceNode or ScalarNode { IsNull: true })
        {
            Wrong(node, findings);
            return false;
        }

        var mapping = node as MappingNode ?? new MappingNode(node.At, node.Path, [new Entry(Model.Name, node.At, node)]);
        var named = mapping.Find(Model.Name) as ScalarNode;
        var entry = named is { Broken: false } ? _known.FirstOrDefault(e => string.Equals(e.Id, named.Value, StringComparison.Ordinal)) : null;
        if (entry is null && named is { Broken: false, IsNull: false })
        {
            findings.Add(_unknown, named.At, named.Written, Suggestion.For(named.Written, _known.Select(e => e.Id)));
        }

        var binder = entry is null ? null : new OptionsBinder(entry.Options);
        var values = new KeySet([Model, _id, .. _journeys, .. binder?.Keys ?? []]).Read(mapping, findings, open: entry is null);
        if (entry is null || binder is null)
        {
            return false;
        }

        value = new ModelSettings(values.Get(_id, entry.Id), entry.Id, binder.Bind(values, findings), node.At) { Journeys = JourneyKeys.Read(values) };
        return true;
    }

    public override JsonObject Schema()
    {
        var choices = new JsonArray(Values.Enumeration(_known.Select(e => e.Id)));
        foreach (var entry in _known)
        {
            var whole = new KeySet([Model, _id, .. _journeys, .. new OptionsBinder(entry.Options).Keys]).Schema();
            whole["properties"]?.AsObject()["model"] = new JsonObject { ["const"] = entry.Id, ["description"] = Model.Description };
            choices.Add((JsonNode)whole);
        }

        return new JsonObject { ["anyOf"] = choices };
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
