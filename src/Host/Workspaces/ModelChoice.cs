using System.ComponentModel.DataAnnotations;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces.Variables;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>Attribution models named on the command line, as in merit.yaml: <c>first, last</c>, or <c>[first, { id: m3, model: markov, order: 3 }]</c>.</summary>
internal static class ModelChoice
{
    /// <summary>Reads the models.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="catalog">Where models come from.</param>
    /// <param name="known">Models of the workspace, which go before a plugin's own of the same name.</param>
    /// <exception cref="MeritException">A model is not known, or its options are wrong.</exception>
    public static IReadOnlyList<ModelSettings> Read(string text, string option, PluginCatalog catalog, IReadOnlyList<ModelSettings> known)
    {
        var findings = new Findings();
        List<ModelSettings> models = [];
        foreach (var node in Nodes(text, option, findings))
        {
            Read(node, ModelKeys.Attribution(catalog), known, models, findings);
        }

        return Found(models, models.Select(m => (m.Name, m.At)), findings);
    }

    /// <summary>Reads models to be computed beside, or in place of, those of a workspace; <c>linear-calibrated</c> is linear as experiments correct it, whether merit.yaml asks for that or not.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="catalog">Where models come from.</param>
    /// <param name="settings">Those of the workspace.</param>
    /// <exception cref="MeritException">A model is not known, or its options are wrong.</exception>
    public static AttributionSettings Choose(string text, string option, PluginCatalog catalog, AttributionSettings settings)
    {
        var findings = new Findings();
        var keys = ModelKeys.Attribution(catalog);
        List<ModelSettings> models = [];
        List<(CalibratedModel Model, ScalarNode Of)> calibrated = [];
        List<(string Name, Place At)> asked = [];
        foreach (var node in Nodes(text, option, findings))
        {
            var isKnown = node is ScalarNode { Broken: false } name && (catalog.Model(name.Value) is not null || settings.Models.Any(m => string.Equals(m.Name, name.Value, StringComparison.Ordinal)));
            if (!isKnown && node is ScalarNode { Broken: false } corrected && corrected.Value.EndsWith(CalibratedModel.Suffix, StringComparison.Ordinal))
            {
                var of = corrected.Value[..^CalibratedModel.Suffix.Length];
                calibrated.Add((new CalibratedModel(of, corrected.At), corrected with { Value = of, Written = of }));
                asked.Add((corrected.Value, corrected.At));
            }
            else if (Read(node, keys, settings.Models, models, findings) is { } model)
            {
                asked.Add((model.Name, model.At));
            }
        }

        // What is corrected has to be run, and is not shown unless it was asked for itself.
        foreach (var (_, of) in calibrated.Where(c => models.All(m => !string.Equals(m.Name, c.Model.Of, StringComparison.Ordinal))).DistinctBy(c => c.Model.Of, StringComparer.Ordinal).ToList())
        {
            Read(of, keys, settings.Models, models, findings);
        }

        return Found(settings with { Models = models, Calibrated = [.. calibrated.Select(c => c.Model)], Asked = [.. asked.Select(a => a.Name)] }, asked, findings);
    }

    private static IReadOnlyList<Node> Nodes(string text, string option, Findings findings)
    {
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        var list = text.TrimStart().StartsWith('[') ? text : $"[{text}]";
        return YamlReader.Read($"models: {list}", option, new Substitution(none, none, findings), findings) is MappingNode { Entries: [{ Value: SequenceNode sequence }] } ? sequence.Items : [];
    }

    private static ModelSettings? Read(Node node, ModelKeys keys, IReadOnlyList<ModelSettings> known, List<ModelSettings> models, Findings findings)
    {
        var own = node is ScalarNode { Broken: false } named ? known.FirstOrDefault(m => string.Equals(m.Name, named.Value, StringComparison.Ordinal)) : null;
        if (own is null && keys.TryRead(node, findings, out var read))
        {
            own = read;
        }

        if (own is not null)
        {
            models.Add(own);
        }

        return own;
    }

    private static T Found<T>(T found, IEnumerable<(string Name, Place At)> names, Findings findings)
    {
        foreach (var (name, at) in names.GroupBy(m => m.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            findings.Add(WorkspaceRules.SameModelTwice, at, name);
        }

        return findings.Any ? throw new MeritException(findings.InOrder()) : found;
    }

    /// <summary>Sets an option of every model that has it.</summary>
    /// <exception cref="MeritException">None has it, or it does not take the value.</exception>
    public static IReadOnlyList<ModelSettings> With(IReadOnlyList<ModelSettings> models, string property, object value, string option)
    {
        if (models.All(m => m.Options.GetType().GetProperty(property) is null))
        {
            throw new MeritException(AttributionRules.NoSuchOption.Here(option, string.Join(", ", models.Select(m => m.Name))));
        }

        return [.. models.Select(model => Set(model, property, value, option))];
    }

    // The workspace's own options stay as they are: others hold them too.
    private static ModelSettings Set(ModelSettings model, string property, object value, string option)
    {
        if (model.Options.GetType().GetProperty(property) is not { CanWrite: true } found || found.PropertyType != value.GetType())
        {
            return model;
        }

        if (found.GetCustomAttributes(inherit: true).OfType<ValidationAttribute>().FirstOrDefault(a => !a.IsValid(value)) is { } refused)
        {
            throw new MeritException(CommandRules.Usage.Here(refused.FormatErrorMessage(option), "see 'merit attribute --help'."));
        }

        var options = Activator.CreateInstance(model.Options.GetType()) ?? throw new InvalidOperationException($"{model.Options.GetType()} cannot be made.");
        foreach (var other in model.Options.GetType().GetProperties().Where(p => p is { CanRead: true, CanWrite: true }))
        {
            other.SetValue(options, other.GetValue(model.Options));
        }

        found.SetValue(options, value);
        return model with { Options = options };
    }
}
