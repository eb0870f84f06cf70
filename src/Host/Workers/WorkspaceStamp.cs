using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merit.Host.Workspaces;
using Merit.Host.Workspaces.Variables;

namespace Merit.Host.Workers;

/// <summary>Identifies what answers are made of, by names, sizes and times of files: the published version, merit.yaml, scripts, templates and plugins.</summary>
internal static class WorkspaceStamp
{
    // What stands before what tells templates.
    private const char Between = '-';

    // Each with the files in it that matter.
    private static readonly (string Folder, string Files, SearchOption Depth)[] Folders =
    [
        (Path.Combine(".merit", "warehouse"), "v*.duckdb", SearchOption.TopDirectoryOnly),
        ("metrics", "*.csx", SearchOption.TopDirectoryOnly),
        ("models", "*.csx", SearchOption.TopDirectoryOnly),
        ("plugins", "*.dll", SearchOption.AllDirectories),
    ];

    // Templates are read whenever they are rendered: whoever holds the rest renders those of now.
    private static readonly (string Folder, string Files, SearchOption Depth)[] Templates = [("reports", "*", SearchOption.AllDirectories)];

    /// <summary>Identifies all of it.</summary>
    public static string Of(string directory) => Of(directory, [WorkspaceLoader.FileName, DotEnv.FileName], Folders) + Between + Of(directory, [], Templates);

    /// <summary>Whether two states differ in templates at most: whoever holds one of them can answer for the other.</summary>
    public static bool IsHeld(string state, string other) => state.Split(Between)[0] == other.Split(Between)[0];

    /// <summary>Identifies what is answered by workers of one state over the templates of another.</summary>
    public static string Of(string state, string templates) => state.Split(Between) is [var held, ..] && templates.Split(Between) is [_, var now] ? $"{held}{Between}{now}" : state;

    private static string Of(string directory, IReadOnlyList<string> files, IReadOnlyList<(string Folder, string Files, SearchOption Depth)> folders)
    {
        var text = new StringBuilder();
        foreach (var file in files.Select(f => new FileInfo(Path.Combine(directory, f))).Concat(folders.SelectMany(f => Files(directory, f))))
        {
            text.Append(CultureInfo.InvariantCulture, $"{file.FullName}|{(file.Exists ? file.Length : -1)}|{(file.Exists ? file.LastWriteTimeUtc.Ticks : 0)}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static IEnumerable<FileInfo> Files(string directory, (string Folder, string Files, SearchOption Depth) at)
    {
        var folder = new DirectoryInfo(Path.Combine(directory, at.Folder));
        try
        {
            return folder.Exists ? [.. folder.GetFiles(at.Files, at.Depth).OrderBy(f => f.FullName, StringComparer.Ordinal)] : [];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // Folders come and go while one looks; the next look sees what is left.
            return [];
        }
    }
}
