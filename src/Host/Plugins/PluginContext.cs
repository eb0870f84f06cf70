using System.Reflection;
using System.Runtime.Loader;
using Merit.Plugins;

namespace Merit.Host.Plugins;

/// <summary>A plugin's own world: it shares the contract and the framework with the host, and nothing else.</summary>
/// <remarks>Without this, a plugin that lacks a library would silently get the host's copy of it, in the host's version.</remarks>
internal sealed class PluginContext(string path) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(path))
{
    private static readonly Assembly ContractAssembly = typeof(IPlugin).Assembly;
    private static readonly HashSet<string> Framework = ReadFramework();

    private static bool IsSelfContained => IsBesideHost(typeof(object).Assembly.Location);

    private readonly AssemblyDependencyResolver _beside = new(path);

    /// <summary>Loads the plugin itself.</summary>
    public Assembly LoadPlugin() => LoadFromAssemblyPath(path);

    /// <summary>Whether an assembly would be found if the plugin asked for it.</summary>
    public bool CanResolve(string name) =>
        IsContract(name) || Framework.Contains(name) || _beside.ResolveAssemblyToPath(new AssemblyName(name)) is not null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name ?? "";
        if (IsContract(name))
        {
            return ContractAssembly;
        }

        if (_beside.ResolveAssemblyToPath(assemblyName) is { } file)
        {
            return LoadFromAssemblyPath(file);
        }

        // Null leaves the search to the host's context; satellite assemblies may be missing there without harm.
        return Framework.Contains(name) || !string.IsNullOrEmpty(assemblyName.CultureName)
            ? null
            : throw new FileNotFoundException($"The plugin needs {assemblyName}.", assemblyName.FullName);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _beside.ResolveUnmanagedDllToPath(unmanagedDllName) is { } file ? LoadUnmanagedDllFromPath(file) : nint.Zero;

    private static bool IsContract(string name) => string.Equals(name, ContractAssembly.GetName().Name, StringComparison.OrdinalIgnoreCase);

    private static bool IsBesideHost(string file) => file.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal);

    // What the runtime would find by itself, less what stands beside the host; published self-contained, the framework stands there too.
    private static HashSet<string> ReadFramework() =>
        ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(file => IsSelfContained || !IsBesideHost(file))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
