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
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        var list = text.TrimStart().StartsWith('[') ? text : $"[{text}]";
        List<ModelSettings> models = [];
        var keys = ModelKeys.Attribution(catalog);
        if (YamlReader.Read($"models: {list}", option, new Substitution(none, none, findings), findings) is MappingNode { Entries: [{ Value: SequenceNode sequence }] })
        {
            foreach (var node in sequence.Items)
            {
                if (node is ScalarNode { Broken: false } named && known.FirstOrDefault(m => string.Equals(m.Name, named.Value, StringComparison.Ordinal)) is { } own)
                {
                    models.Add(own);
                }
                else if (keys.TryRead(node, findings, out var read))
                {
                    models.Add(read);
                }
            }
        }

        foreach (var twin in models.GroupBy(m => m.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            findings.Add(WorkspaceRules.SameModelTwice, twin.At, twin.Name);
        }

        return findings.Any ? throw new MeritException(findings.InOrder()) : models;
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
