using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merit.Host.Workspaces;
using Merit.Host.Workspaces.Variables;

namespace Merit.Host.Workers;

/// <summary>Identifies what answers are made of, by names, sizes and times of files: the published version, merit.yaml, scripts, templates and plugins.</summary>
internal static class WorkspaceStamp
{
    // Each with the files in it that matter.
    private static readonly (string Folder, string Files, SearchOption Depth)[] Folders =
    [
        (Path.Combine(".merit", "warehouse"), "v*.duckdb", SearchOption.TopDirectoryOnly),
        ("metrics", "*.csx", SearchOption.TopDirectoryOnly),
        ("models", "*.csx", SearchOption.TopDirectoryOnly),
        ("reports", "*", SearchOption.AllDirectories),
        ("plugins", "*.dll", SearchOption.AllDirectories),
    ];

    public static string Of(string directory)
    {
        var text = new StringBuilder();
        foreach (var file in new[] { WorkspaceLoader.FileName, DotEnv.FileName }.Select(f => new FileInfo(Path.Combine(directory, f))).Concat(Folders.SelectMany(f => Files(directory, f))))
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
