namespace Merit.Plugins;

/// <summary>Marks an assembly as a Merit plugin and says which contract it was written against.</summary>
/// <param name="entry">The type implementing <see cref="IPlugin"/>.</param>
/// <param name="contract">The contract version, normally <see cref="Contract.Version"/> written as a number.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class MeritPluginAttribute(Type entry, int contract) : Attribute
{
    /// <summary>The type implementing <see cref="IPlugin"/>.</summary>
    public Type Entry { get; } = entry;

    /// <summary>The contract version the plugin was written against.</summary>
    public int Contract { get; } = contract;
}
