using System.Data.Common;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Merit.Connectors.Databases.Reading;

namespace Merit.Connectors.Databases.AdoNet;

/// <summary>An ADO.NET provider that lies in a folder with all it needs, in a context of its own. It is code like a plugin's, and trusted like it.</summary>
internal sealed class ProviderFile : AssemblyLoadContext
{
    private static readonly Dictionary<string, ProviderFile> Loaded = new(StringComparer.Ordinal);

    private readonly AssemblyDependencyResolver _resolver;
    private readonly string _folder;

    private ProviderFile(string path)
        : base(Path.GetFileNameWithoutExtension(path)) => (_resolver, _folder) = (new AssemblyDependencyResolver(path), Path.GetDirectoryName(path) ?? "");

    /// <summary>The factory of a provider.</summary>
    public static DbProviderFactory Factory(AdoNetOptions options, string directory)
    {
        var path = Path.GetFullPath(options.Provider, directory);
        if (!File.Exists(path))
        {
            throw new WrongSettingException("provider", $"There is no file {options.Provider}.", "Put the provider's assembly there, with all it needs beside it.");
        }

        try
        {
            var found = Of(path).LoadFromAssemblyPath(path).GetExportedTypes().Where(t => !t.IsAbstract && typeof(DbProviderFactory).IsAssignableFrom(t)).ToList();
            var type = options.Factory is { } named ? found.Find(t => t.FullName == named) : found is [var only] ? only : null;
            return type is not null && Instance(type) is { } factory ? factory
                : found.Count == 0 ? throw new WrongSettingException("provider", $"{options.Provider} holds no ADO.NET provider.", "Name the assembly that holds its DbProviderFactory.")
                : throw new WrongSettingException("factory", $"{options.Provider} has {(options.Factory is null ? "several factories" : $"no factory {options.Factory}")}.", $"Name one of: {string.Join(", ", found.Select(t => t.FullName))}.");
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or FileNotFoundException or TypeLoadException or ReflectionTypeLoadException)
        {
            throw new WrongSettingException("provider", $"{options.Provider} cannot be loaded: {e.Message.TrimEnd('.')}.", "It must be built for .NET, and what it needs must lie beside it.");
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName) => Beside(_resolver.ResolveAssemblyToPath(assemblyName), $"{assemblyName.Name}.dll") is { } path ? LoadFromAssemblyPath(path) : null;

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var native = Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        string[] names = [unmanagedDllName, $"{unmanagedDllName}.dll", $"{unmanagedDllName}.so", $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib"];
        return names.Select(n => Beside(_resolver.ResolveUnmanagedDllToPath(n), n, Path.Combine(native, n))).FirstOrDefault(p => p is not null) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }

    private static ProviderFile Of(string path)
    {
        lock (Loaded)
        {
            return Loaded.TryGetValue(path, out var known) ? known : Loaded[path] = new ProviderFile(path);
        }
    }

    private static DbProviderFactory? Instance(Type type) =>
        type.GetField("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory
        ?? type.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as DbProviderFactory
        ?? (type.GetConstructor(Type.EmptyTypes) is null ? null : Activator.CreateInstance(type) as DbProviderFactory);

    private string? Beside(string? resolved, params string[] names) => resolved ?? names.Select(n => Path.Combine(_folder, n)).FirstOrDefault(File.Exists);
}
