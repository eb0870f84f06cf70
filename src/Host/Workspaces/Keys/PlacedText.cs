using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>A text that is judged only later, and therefore keeps its place.</summary>
internal sealed class PlacedText<T>(Func<string, Place, T> make) : Shape<T>
    where T : notnull
{
    public override string Expected => Values.Text.Expected;

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out T value)
    {
        value = Values.Text.TryRead(node, findings, out var text) ? make(text, node.At) : default;
        return value is not null;
    }

    public override JsonObject Schema() => Values.Text.Schema();
}
