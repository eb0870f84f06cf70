using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Plugins.Scoring;

namespace Merit.Host.Scoring;

/// <summary>The scoring models scorecards may use: those merit.yaml gives options or names of their own, and every plugin's under its own id.</summary>
internal sealed class ScoringModels(ScoringSettings settings, PluginCatalog catalog)
{
    private IEnumerable<string> Names =>
        settings.Models.Select(m => m.Name).Concat(catalog.Entries.Where(e => e.Kind == PluginKind.Scoring).Select(e => e.Id)).Distinct(StringComparer.Ordinal);

    /// <summary>The model a scorecard uses; throws where there is none, or where it refuses its options.</summary>
    public IScoringModel For(ScorecardDefinition card)
    {
        var set = settings.Models.FirstOrDefault(m => string.Equals(m.Name, card.Scoring, StringComparison.Ordinal));
        var entry = catalog.Scoring(set?.Plugin ?? card.Scoring)
            ?? throw new MeritException(ScoringRules.UnknownModel.At(card.At, card.Id, card.Scoring, $"Name a scoring model: {Suggestion.For(card.Scoring, Names)}"));
        return PluginCatalog.MakeScoring(entry, set?.Options ?? Activator.CreateInstance(entry.Options) ?? new object(), set?.At);
    }

    /// <summary>Makes those merit.yaml names, whether or not a scorecard uses them, so that what they say of their options is heard.</summary>
    public IEnumerable<Func<IScoringModel>> Set() =>
        from set in settings.Models
        let entry = catalog.Scoring(set.Plugin)
        where entry is not null
        select (Func<IScoringModel>)(() => PluginCatalog.MakeScoring(entry, set.Options, set.At));
}
