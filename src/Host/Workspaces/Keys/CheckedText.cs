using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>Text in a language of its own, kept as text but read once here, so that its findings have their place in merit.yaml.</summary>
/// <param name="parse">Reads it; throws <see cref="MeritException"/> where it is wrong.</param>
internal sealed class CheckedText(Action<string> parse) : Shape<string>
{
    public override string Expected => Values.Literal.Expected;

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out string value)
    {
        if (!Values.Literal.TryRead(node, findings, out value))
        {
            return false;
        }

        try
        {
            parse(value);
            return true;
        }
        catch (MeritException wrong)
        {
            // A message that repeats the text must not repeat what a variable held.
            findings.AddRange(node is ScalarNode { Value: var text, Written: var written } && text != written
                ? [WorkspaceRules.BadValue.At(node.At, node.Path, written, "readable", "a value that can be read.")]
                : wrong.Diagnostics.Select(d => d with { At = node.At }));
            return false;
        }
    }

    public override JsonObject Schema() => Values.Literal.Schema();
}
