using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>A single value, read from its text.</summary>
/// <param name="what">What it is, as in "is not …": <c>a currency code</c>.</param>
/// <param name="example">What to write instead, without a full stop.</param>
/// <param name="parse">Reads it; null where it is not one.</param>
/// <param name="schema">Makes its JSON schema.</param>
/// <param name="known">The values there are, where they can be listed, for suggestions.</param>
internal sealed class ScalarShape<T>(string what, string example, Func<string, object?> parse, Func<JsonObject> schema, Func<IReadOnlyList<string>>? known = null) : Shape<T>
    where T : notnull
{
    public override string Expected => what;

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (node is not ScalarNode scalar || scalar.IsNull)
        {
            Wrong(node, findings);
            return false;
        }

        if (scalar.Broken)
        {
            return false;
        }

        if (parse(scalar.Value) is T parsed)
        {
            value = parsed;
            return true;
        }

        var nearest = known is null ? null : Diagnostics.Nearest.To(scalar.Written, known());
        findings.Add(WorkspaceRules.BadValue, scalar.At, scalar.Path, scalar.Written, what, nearest is null ? $"{example}." : $"{example}: did you mean '{nearest}'?");
        return false;
    }

    public override JsonObject Schema() => schema();

    /// <summary>The same value under a further condition.</summary>
    public ScalarShape<T> Where(string narrower, string instead, Func<T, bool> holds) =>
        new(narrower, instead, text => parse(text) is T value && holds(value) ? value : null, schema, known);
}
