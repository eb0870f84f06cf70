namespace Merit.Plugins;

/// <summary>A plugin's entry point, named by <see cref="MeritPluginAttribute"/>. It has a public constructor without parameters.</summary>
/// <remarks>Register must not do work: no file, network or process access. An exception thrown here makes the plugin unusable and is shown as a diagnostic.</remarks>
public interface IPlugin
{
    /// <summary>Names what this assembly offers.</summary>
    void Register(IRegistry add);
}
