namespace Merit.Plugins;

/// <summary>The versions of this contract. A host loads plugins from <see cref="Oldest"/> to <see cref="Version"/>.</summary>
public static class Contract
{
    /// <summary>The version this assembly describes.</summary>
    public const int Version = 1;

    /// <summary>The oldest version still understood.</summary>
    public const int Oldest = 1;
}
