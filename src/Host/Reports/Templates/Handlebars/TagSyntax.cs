namespace Merit.Host.Reports.Templates.Handlebars;

/// <summary>A value inside a tag.</summary>
internal abstract record Value(int Start);

/// <summary>A text, number or flag written out.</summary>
internal sealed record LiteralValue(int Start, string Text) : Value(Start);

/// <summary>A name that stands for a value.</summary>
internal sealed record PathValue(int Start, string Path) : Value(Start);

/// <summary>A tag in parentheses, whose answer is the value.</summary>
internal sealed record CallValue(int Start, Call Call) : Value(Start);

/// <summary>A name and its arguments.</summary>
/// <param name="Start">Where the name starts.</param>
/// <param name="Name">The name.</param>
/// <param name="Unnamed">Values without a name.</param>
/// <param name="Named">Values with one.</param>
internal sealed record Call(int Start, string Name, IReadOnlyList<Value> Unnamed, IReadOnlyList<(string Name, Value Value)> Named)
{
    public bool IsBare => Unnamed.Count == 0 && Named.Count == 0;

    public string? Literal(string name) => Named.FirstOrDefault(n => string.Equals(n.Name, name, StringComparison.Ordinal)).Value is LiteralValue literal ? literal.Text : null;
}

/// <summary>A tag's text could not be read.</summary>
internal sealed class TagSyntaxException(int offset, string message) : Exception(message)
{
    public int Offset { get; } = offset;
}
