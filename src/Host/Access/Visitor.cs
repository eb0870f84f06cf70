namespace Merit.Host.Access;

/// <summary>Who asks: a user, a program with a key, or whoever sits at this machine.</summary>
internal sealed record Visitor
{
    /// <summary>Whoever sits at this machine, where nobody else is let in: sees what lies on its disk anyway.</summary>
    public static Visitor Local { get; } = new() { Name = "local", Role = Role.Admin, IsLocal = true };

    /// <summary>The user's or the key's.</summary>
    public required string Name { get; init; }

    public Role Role { get; init; }

    public bool IsLocal { get; init; }

    /// <summary>Whether it is a key rather than a user.</summary>
    public bool IsKey { get; init; }

    /// <summary>What rules on rows ask of them, such as owner.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Rules on rows for them alone.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>As records of what happened name them.</summary>
    public string Shown => IsKey ? $"key {Name}" : Name;
}
