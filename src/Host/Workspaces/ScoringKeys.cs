using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary>The keys of <c>scoring</c>.</summary>
internal sealed class ScoringKeys
{
    private static readonly Key<IReadOnlyList<Named<ScorecardChoice>>> Scorecards = new(
        "scorecards", new MapShape<ScorecardChoice>(new PlacedText<ScorecardChoice>((id, at) => new ScorecardChoice(id, at))),
        "The scorecard of a campaign type, where it is not the one of the type's own name.");

    private static readonly Key<string> Industry = new("industry", Values.Text, "Your industry, which selects benchmarks.");

    private readonly Key<IReadOnlyList<ModelSettings>> _models;

    public ScoringKeys(PluginCatalog catalog)
    {
        _models = new(
            "models", new ListShape<ModelSettings>(ModelKeys.Scoring(catalog)),
            "Options of scoring models: under a model's own id for every scorecard that uses it, or variants such as { id: by-peers, model: composite-index, normalisation: min-max }.");
        Shape = new ObjectShape<ScoringSettings>(new KeySet([Scorecards, _models, Industry]), Make);
    }

    public ObjectShape<ScoringSettings> Shape { get; }

    private ScoringSettings Make(KeyValues values, Findings findings)
    {
        var models = values.Get(_models, []);
        foreach (var twin in models.GroupBy(m => m.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            findings.Add(WorkspaceRules.SameModelTwice, twin.At, twin.Name);
        }

        return new ScoringSettings
        {
            Scorecards = values.Get(Scorecards, []).ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal),
            Models = models,
            Industry = values.Find(Industry),
        };
    }
}
