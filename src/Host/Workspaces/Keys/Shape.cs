using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>What a value in merit.yaml may be. The same declaration checks the file and describes it to editors.</summary>
internal abstract class Shape
{
    /// <summary>What a user should write, as in "must be …".</summary>
    public abstract string Expected { get; }

    /// <summary>The value, or null where it is not so, which is then among the findings.</summary>
    public abstract object? Read(Node node, Findings findings);

    /// <summary>The same in JSON schema.</summary>
    public abstract JsonObject Schema();

    protected void Wrong(Node node, Findings findings) =>
        findings.Add(WorkspaceRules.WrongType, node.At, node.Path, node.Kind, Expected);
}

/// <summary>A shape whose values are of a type.</summary>
internal abstract class Shape<T> : Shape
    where T : notnull
{
    public sealed override object? Read(Node node, Findings findings) => TryRead(node, findings, out var value) ? value : null;

    public abstract bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out T value);
}
