namespace Merit.Host.Workspaces.Keys;

/// <summary>A key of a mapping.</summary>
/// <param name="name">The key, snake_case.</param>
/// <param name="description">What it means, for editors and messages; a sentence.</param>
internal abstract class Key(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    public bool Required { get; init; }

    public abstract Shape Shape { get; }
}

/// <summary>A key whose value is of a type.</summary>
internal sealed class Key<T>(string name, Shape<T> shape, string description) : Key(name, description)
    where T : notnull
{
    public override Shape Shape { get; } = shape;
}

/// <summary>A key whose type is only known at run time: an option of a plugin.</summary>
internal sealed class OptionKey(string name, Shape shape, string description) : Key(name, description)
{
    public override Shape Shape { get; } = shape;
}
