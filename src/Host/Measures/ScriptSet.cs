using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Scripting;

namespace Merit.Host.Measures;

/// <summary>The metric scripts of a workspace: Merit's own, of which a file of the same name takes the place, and the workspace's.</summary>
internal static class ScriptSet
{
    /// <summary>The folder of scripts in a workspace.</summary>
    public const string Folder = "metrics";

    // Of Merit's own metrics. Only who runs them needs them: everything else starts sooner without.
    private const string TestFolder = Folder + "/tests";

    private const string ModelFolder = "models";
    private const string BuiltIn = "built-in/";

    /// <summary>Whether something is declared in one of Merit's own scripts.</summary>
    public static bool IsBuiltIn(Place at) => at.File.StartsWith(BuiltIn, StringComparison.Ordinal);

    /// <summary>Reads them. A built-in script's path begins with <c>built-in/</c>, so that nobody looks for it in the workspace.</summary>
    /// <param name="builtIn">The folder that holds Merit's own <c>metrics</c> folder.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="builtInTests">Whether to read the tests of Merit's own metrics too; a file that takes the place of metrics takes that of their tests.</param>
    public static IReadOnlyList<Script> Of(string builtIn, Workspace workspace, bool builtInTests = false) =>
        Of(builtIn, builtInTests ? [Folder, TestFolder] : [Folder], [.. Files(Path.Combine(workspace.Directory, Folder)).Select(f => Read(f, Folder))]);

    /// <summary>Merit's own scripts and others, which take the place of those of the same name.</summary>
    public static IReadOnlyList<Script> Of(string builtIn, IReadOnlyList<Script> own) => Of(builtIn, [Folder], own);

    private static IReadOnlyList<Script> Of(string builtIn, IReadOnlyList<string> folders, IReadOnlyList<Script> own)
    {
        var names = own.Select(s => Path.GetFileName(s.Path)).ToHashSet(StringComparer.Ordinal);
        return [.. folders.SelectMany(folder => Files(Path.Combine(builtIn, folder)).Where(f => !names.Contains(Path.GetFileName(f))).Select(f => Read(f, BuiltIn + folder))), .. own];
    }

    /// <summary>The scripts of the workspace that take the place of Merit's own, each with that.</summary>
    public static IReadOnlyList<(Script Own, Script Replaced)> Replacing(string builtIn, IReadOnlyList<Script> scripts) =>
    [
        .. from script in scripts
           where !IsBuiltIn(new Place(script.Path))
           let file = Path.Combine(builtIn, Folder, Path.GetFileName(script.Path))
           where File.Exists(file)
           select (script, Read(file, BuiltIn + Folder)),
    ];

    /// <summary>The scripts of the workspace that make tables.</summary>
    public static IReadOnlyList<Script> Models(Workspace workspace) =>
        [.. Files(Path.Combine(workspace.Directory, ModelFolder)).Select(f => Read(f, ModelFolder))];

    private static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.csx").Order(StringComparer.Ordinal)] : [];

    private static Script Read(string file, string folder)
    {
        var path = $"{folder}/{Path.GetFileName(file)}";
        try
        {
            return new Script(path, File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(ScriptRules.Unreadable.At(new Place(path), e.Message), e);
        }
    }
}
