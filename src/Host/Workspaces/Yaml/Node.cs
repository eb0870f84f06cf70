using Merit.Diagnostics;

namespace Merit.Host.Workspaces.Yaml;

/// <summary>A piece of a YAML file that knows its place.</summary>
/// <param name="At">Where it starts.</param>
/// <param name="Path">The keys that lead to it, joined by dots; empty for the whole file.</param>
internal abstract record Node(Place At, string Path)
{
    /// <summary>What it is, as a user would say.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value.</summary>
internal sealed record ScalarNode(Place At, string Path) : Node(At, Path)
{
    /// <summary>The value, variables replaced.</summary>
    public required string Value { get; init; }

    /// <summary>The value as it stands in the file: the only form that may be shown, since variables may hold secrets.</summary>
    public required string Written { get; init; }

    /// <summary>Whether it is written without quotes.</summary>
    public bool Plain { get; init; }

    /// <summary>Something was wrong with it and has been said.</summary>
    public bool Broken { get; init; }

    /// <summary>Nothing written, or <c>~</c> or <c>null</c>.</summary>
    public bool IsNull => Plain && Written is "" or "~" or "null" or "Null" or "NULL";

    public override string Kind => IsNull ? "empty" : "a single value";
}

/// <summary>Keys and values.</summary>
internal sealed record MappingNode(Place At, string Path, IReadOnlyList<Entry> Entries) : Node(At, Path)
{
    public override string Kind => "a mapping";

    public Node? Find(string key) => Entries.FirstOrDefault(e => string.Equals(e.Key, key, StringComparison.Ordinal))?.Value;
}

/// <summary>One key and its value.</summary>
internal sealed record Entry(string Key, Place At, Node Value);

/// <summary>A list.</summary>
internal sealed record SequenceNode(Place At, string Path, IReadOnlyList<Node> Items) : Node(At, Path)
{
    public override string Kind => "a list";
}
