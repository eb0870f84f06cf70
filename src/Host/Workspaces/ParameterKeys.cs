using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;
using Merit.Metrics.Language;

namespace Merit.Host.Workspaces;

/// <summary><c>parameters</c>: values for what scripts declare as parameters. Whether there is such a one, and of which type, is known once the scripts have run.</summary>
internal sealed class ParameterKeys : Shape<IReadOnlyList<ParameterSetting>>
{
    public static Key<IReadOnlyList<ParameterSetting>> Key { get; } = new(
        "parameters", new ParameterKeys(), "Values for the parameters that scripts declare, such as half_life: 14; 'merit run --param half_life=14' sets one for a run.");

    public override string Expected => "a mapping of parameters to values";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out IReadOnlyList<ParameterSetting> value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            Wrong(node, findings);
            return false;
        }

        var settings = new List<ParameterSetting>();
        foreach (var entry in mapping.Entries)
        {
            if (Values.Literal.TryRead(entry.Value, findings, out var text))
            {
                settings.Add(new ParameterSetting(entry.Key, text, entry.At) { Shown = entry.Value is ScalarNode scalar ? scalar.Written : text });
            }
        }

        value = settings;
        return settings.Count == mapping.Entries.Count;
    }

    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = Values.Literal.Schema() };
}
