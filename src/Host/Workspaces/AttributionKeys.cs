using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces.Keys;
using Merit.Plugins;

namespace Merit.Host.Workspaces;

/// <summary>The keys of <c>attribution</c>, and what holds where it is absent.</summary>
internal sealed class AttributionKeys
{
    private const string UsualDefault = "u-shaped";

    private static readonly IReadOnlyList<string> UsualModels = ["first", "last", "linear", UsualDefault, "time-decay"];

    private static readonly Key<string> Default = new("default", Values.Text, "The model attributed metrics use unless asked otherwise; u-shaped unless given.");

    private static readonly Key<IReadOnlyList<Named<double>>> CampaignWeights = new(
        "campaign_weights", new MapShape<double>(Values.Number.Where("a number above zero", "a number above zero, such as 1.5", w => w > 0)),
        "By how much a campaign's touchpoints count more or less than others, by campaign id, such as { expo: 2 }; of no effect on participation.");

    private static readonly Key<string> Journeys = new("journeys", Values.OneOf("contact", "account"), "Whose touchpoints a journey holds: the contact's (unless given), or all of the account's contacts'.");

    private static readonly Key<IReadOnlyList<Named<ConversionKind>>> Conversions = new(
        "conversions", new MapShape<ConversionKind>(ConversionKeys.Shape, ConversionKeys.Name),
        "What else than a sale journeys lead to, by names of your own, such as { mql: { of: leads, at: mql_at } }.");

    private static readonly Key<IReadOnlyList<CalibratedModel>> Calibrate = new(
        "calibrate", new ListShape<CalibratedModel>(new PlacedText<CalibratedModel>((name, at) => new CalibratedModel(name, at)), oneWillDo: true),
        "The models that are also given as experiments correct them, by the name of each with -calibrated after it, such as u-shaped-calibrated.");

    private readonly PluginCatalog _catalog;

    private readonly Key<IReadOnlyList<ModelSettings>> _models;

    public AttributionKeys(PluginCatalog catalog)
    {
        _catalog = catalog;
        _models = new("models", new ListShape<ModelSettings>(ModelKeys.Attribution(catalog)), "The models to run: ids, or variants such as { id: decay-14, model: time-decay, half_life: 14 }.");
        Shape = new ObjectShape<AttributionSettings>(new KeySet([Default, _models, Calibrate, Journeys, .. JourneyKeys.All, CampaignWeights, Conversions]), Make);
    }

    public ObjectShape<AttributionSettings> Shape { get; }

    /// <summary>The settings of a workspace that says nothing of attribution.</summary>
    public AttributionSettings Usual()
    {
        IReadOnlyList<ModelSettings> models =
        [
            .. UsualModels.Select(_catalog.Model).OfType<PluginEntry>()
                .Select(e => new ModelSettings(e.Id, e.Id, Activator.CreateInstance(e.Options) ?? new NoOptions(), new Diagnostics.Place(WorkspaceLoader.FileName))),
        ];
        return new AttributionSettings { Models = models, Default = UsualAmong(models) };
    }

    private static string UsualAmong(IReadOnlyList<ModelSettings> models) =>
        (models.FirstOrDefault(m => m.Name is UsualDefault) ?? models.FirstOrDefault())?.Name ?? UsualDefault;

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private AttributionSettings Make(KeyValues values, Findings findings)
    {
        var usual = Usual();
        // Models that could not be read have been spoken of; in their place the usual ones let everything else be checked.
        var whole = values.Has(_models) || values.Mapping.Find(_models.Name) is null;
        var models = values.Get(_models, usual.Models);
        foreach (var twin in models.GroupBy(m => m.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            findings.Add(WorkspaceRules.SameModelTwice, twin.At, twin.Name);
        }

        List<CalibratedModel> calibrated = [.. values.Get(Calibrate, []).DistinctBy(c => c.Of, StringComparer.Ordinal)];
        foreach (var stranger in calibrated.Where(c => whole && models.All(m => !Same(m.Name, c.Of))))
        {
            findings.Add(AttributionRules.CalibratedNotRun, stranger.At, stranger.Of, Suggestion.For(stranger.Of, models.Select(m => m.Name)));
        }

        foreach (var taken in calibrated.Where(c => models.Any(m => Same(m.Name, c.Name))))
        {
            findings.Add(WorkspaceRules.SameModelTwice, taken.At, taken.Name);
        }

        calibrated.RemoveAll(c => models.All(m => !Same(m.Name, c.Of)));
        List<string> names = [.. models.Select(m => m.Name), .. calibrated.Select(c => c.Name)];
        var chosen = values.Get(Default, UsualAmong(models));
        if (!names.Contains(chosen, StringComparer.Ordinal))
        {
            if (whole && values.Has(Default))
            {
                findings.Add(WorkspaceRules.DefaultNotRun, values.At(Default), values.Written(Default), Suggestion.For(values.Written(Default), names));
            }

            chosen = UsualAmong(models);
        }

        return new AttributionSettings
        {
            Models = models,
            Calibrated = calibrated,
            Conversions = [.. values.Get(Conversions, []).Select(c => c.Value with { Name = c.Name, At = c.At })],
            Default = chosen,
            Journeys = JourneyKeys.Read(values).ApplyTo(usual.Journeys),
            ByAccount = values.Get(Journeys, "contact") is "account",
            CampaignWeights = values.Get(CampaignWeights, []).ToDictionary(w => w.Name, w => w.Value, StringComparer.Ordinal),
        };
    }
}
