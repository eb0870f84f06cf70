using System.Reflection;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Plugins;

namespace Merit.Host.Plugins;

/// <summary>What came of loading plugins. One that is broken does not keep the others from working; its diagnostics are errors all the same.</summary>
internal sealed record LoadedPlugins(PluginCatalog Catalog, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Finds and loads plugins: <c>&lt;name&gt;/&lt;name&gt;.dll</c> and single assemblies, built-in ones first, each in a context of its own.</summary>
/// <remarks>A workspace's plugin replaces a built-in one of the same file name. Plugins load once and stay.</remarks>
internal static class PluginLoader
{
    private const string BuiltIn = "built-in";

    /// <summary>Where the plugins that ship with Merit stand.</summary>
    public static string BuiltInDirectory => Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Loads everything from both places.</summary>
    /// <param name="builtInDirectory">Usually <see cref="BuiltInDirectory"/>.</param>
    /// <param name="workspaceDirectory">The workspace's folder; its plugins stand in <c>plugins/</c>. Null for none.</param>
    public static LoadedPlugins Load(string builtInDirectory, string? workspaceDirectory)
    {
        var diagnostics = new List<Diagnostic>();
        var own = workspaceDirectory is null ? [] : Find(Path.Combine(workspaceDirectory, "plugins"), workspaceDirectory, diagnostics);
        var replaced = own.Select(c => c.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var builtIn = Find(builtInDirectory, null, diagnostics).Where(c => !replaced.Contains(c.Name));

        var entries = new List<PluginEntry>();
        foreach (var candidate in builtIn.Concat(own))
        {
            AddUnclaimed(entries, Load(candidate, diagnostics), diagnostics);
        }

        return new LoadedPlugins(new PluginCatalog(entries), diagnostics);
    }

    private static IReadOnlyList<Candidate> Find(string directory, string? workspace, List<Diagnostic> diagnostics)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        var found = Directory.EnumerateFiles(directory, "*.dll").Select(file => Candidate.At(file, workspace)).ToList();
        foreach (var folder in Directory.EnumerateDirectories(directory).Where(f => !Path.GetFileName(f).StartsWith('.')))
        {
            var candidate = Candidate.At(Path.Combine(folder, Path.GetFileName(folder) + ".dll"), workspace);
            if (File.Exists(candidate.Path))
            {
                found.Add(candidate);
            }
            else
            {
                var shown = Candidate.At(folder, workspace).Shown;
                diagnostics.Add(PluginRules.EmptyFolder.At(new Place(shown), shown, Path.GetFileName(candidate.Path)));
            }
        }

        // The file system's order differs from machine to machine; who claims an id first must not.
        return [.. found.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Path, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<PluginEntry> Load(Candidate candidate, List<Diagnostic> diagnostics)
    {
        var (shown, at) = (candidate.Shown, new Place(candidate.Shown));
        try
        {
            var file = PluginFile.Read(candidate.Path);
            if (file is null)
            {
                diagnostics.Add(PluginRules.NotAnAssembly.At(at, shown));
                return [];
            }

            if (Refuse(file, shown, at) is { } refusal)
            {
                diagnostics.Add(refusal);
                return [];
            }

            var context = new PluginContext(candidate.Path);
            var missing = file.References.Where(name => !context.CanResolve(name)).Order(StringComparer.Ordinal).ToList();
            if (missing.Count > 0)
            {
                diagnostics.Add(PluginRules.MissingDependency.At(at, shown, string.Join(", ", missing)));
                return [];
            }

            return Register(context.LoadPlugin(), candidate, at, diagnostics);
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // InvalidOperationException: the list of its dependencies beside it is broken.
            diagnostics.Add(PluginRules.Unloadable.At(at, shown, e.Message));
        }

        return [];
    }

    private static Diagnostic? Refuse(PluginFile file, string shown, Place at) => file.Contract switch
    {
        null => PluginRules.NoEntry.At(at, shown),
        < Contract.Oldest => PluginRules.TooOld.At(at, shown, file.Contract, Contract.Oldest),
        > Contract.Version => PluginRules.TooNew.At(at, shown, file.Contract, Contract.Version),
        _ => null,
    };

    private static IReadOnlyList<PluginEntry> Register(Assembly assembly, Candidate candidate, Place at, List<Diagnostic> diagnostics)
    {
        var registry = new PluginRegistry(Version(assembly), candidate.Origin, at);
        try
        {
            if (MakeEntry(assembly, candidate.Shown, at, diagnostics) is { } plugin)
            {
                plugin.Register(registry);
                diagnostics.AddRange(registry.Diagnostics);
                return registry.Entries;
            }
        }
        catch (Exception e)
        {
            // Whatever a plugin throws while it registers, only this plugin is lost.
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            diagnostics.Add(cause is FileNotFoundException { FileName: { } missing }
                ? PluginRules.MissingDependency.At(at, candidate.Shown, missing)
                : PluginRules.RegisterFailed.At(at, candidate.Shown, cause.GetType().Name, cause.Message));
        }

        return [];
    }

    private static IPlugin? MakeEntry(Assembly assembly, string shown, Place at, List<Diagnostic> diagnostics)
    {
        Type? type;
        try
        {
            type = assembly.GetCustomAttribute<MeritPluginAttribute>()?.Entry;
        }
        catch (Exception e) when (e is TypeLoadException or CustomAttributeFormatException)
        {
            type = null;
        }

        var wrong = type switch
        {
            null => "cannot be found",
            { IsAbstract: true } => "is abstract",
            _ when !typeof(IPlugin).IsAssignableFrom(type) => "does not implement IPlugin",
            _ when type.GetConstructor(Type.EmptyTypes) is null => "has no public constructor without parameters",
            _ => null,
        };
        if (type is null || wrong is not null)
        {
            diagnostics.Add(PluginRules.BadEntry.At(at, shown, type?.FullName ?? "that the attribute names", wrong));
            return null;
        }

        return (IPlugin?)Activator.CreateInstance(type);
    }

    private static void AddUnclaimed(List<PluginEntry> entries, IReadOnlyList<PluginEntry> offered, List<Diagnostic> diagnostics)
    {
        foreach (var entry in offered)
        {
            var first = entries.Find(e => e.KindName == entry.KindName && string.Equals(e.Id, entry.Id, StringComparison.Ordinal));
            if (first is null)
            {
                entries.Add(entry);
            }
            else
            {
                diagnostics.Add(PluginRules.DuplicateId.At(new Place(entry.File), entry.KindName, entry.Id, first.File, entry.File));
            }
        }
    }

    // Without the commit that the SDK appends after a plus sign.
    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? assembly.GetName().Version?.ToString()
        ?? "";

    /// <param name="Name">The file's name without extension.</param>
    /// <param name="Path">The file, absolute.</param>
    /// <param name="Shown">The file as messages name it.</param>
    /// <param name="Origin">Where it comes from, as lists name it.</param>
    private sealed record Candidate(string Name, string Path, string Shown, string Origin)
    {
        public static Candidate At(string path, string? workspace)
        {
            var absolute = System.IO.Path.GetFullPath(path);
            var shown = (workspace is null ? absolute : System.IO.Path.GetRelativePath(workspace, absolute)).Replace('\\', '/');
            return new Candidate(System.IO.Path.GetFileNameWithoutExtension(absolute), absolute, shown, workspace is null ? BuiltIn : shown);
        }
    }
}
