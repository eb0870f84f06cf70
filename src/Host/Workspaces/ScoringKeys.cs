using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Workspaces;

/// <summary>The keys of <c>scoring</c>.</summary>
internal static class ScoringKeys
{
    private static readonly Key<IReadOnlyList<Named<string>>> Scorecards = new(
        "scorecards", new MapShape<string>(Values.Text), "The scorecard of a campaign type, where it is not the one of the type's own name.");

    private static readonly Key<string> Industry = new("industry", Values.Text, "Your industry, which selects benchmarks.");

    public static ObjectShape<ScoringSettings> Shape { get; } = new(new KeySet([Scorecards, Industry]), (values, _) => new ScoringSettings
    {
        Scorecards = values.Get(Scorecards, []).ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal),
        Industry = values.Find(Industry),
    });
}
