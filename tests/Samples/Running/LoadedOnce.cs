using System.Collections.Concurrent;

namespace Merit.Samples.Tests.Running;

/// <summary>Workspaces that are loaded once in a run of tests, of which each test gets a copy: to load takes longer than what is tested.</summary>
internal static class LoadedOnce
{
    private static readonly ConcurrentDictionary<string, Lazy<TemporaryWorkspace>> Loaded = new(StringComparer.Ordinal);

    static LoadedOnce() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var workspace in Loaded.Values.Where(w => w.IsValueCreated))
        {
            workspace.Value.Dispose();
        }
    };

    /// <summary>A copy of a workspace after <c>merit load</c>.</summary>
    /// <param name="name">Its name among the others.</param>
    /// <param name="make">Makes it, unloaded.</param>
    public static TemporaryWorkspace Copy(string name, Func<TemporaryWorkspace> make)
    {
        var from = Loaded.GetOrAdd(name, _ => new Lazy<TemporaryWorkspace>(() =>
        {
            var workspace = make();
            MeritProcess.Run(workspace.Folder, "load").Fine();
            return workspace;
        })).Value.Folder;
        var copy = new TemporaryWorkspace();
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = copy.PathOf(Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to) ?? copy.Folder);
            File.Copy(file, to);
        }

        return copy;
    }
}
