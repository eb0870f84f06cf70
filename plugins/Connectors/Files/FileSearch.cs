using System.IO.Enumeration;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Files;

/// <summary>Finds the files a path names.</summary>
internal static class FileSearch
{
    private const StringComparison Ignoring = StringComparison.OrdinalIgnoreCase;

    /// <summary>Absolute paths, in order of name; throws where there is none.</summary>
    /// <param name="pattern">A file, a folder, or a pattern.</param>
    /// <param name="directory">Where relative ones begin.</param>
    /// <param name="isMeant">Which files of a folder are meant.</param>
    public static IReadOnlyList<string> Find(string pattern, string directory, Func<string, bool> isMeant)
    {
        var full = Path.GetFullPath(Path.Combine(directory, pattern.Replace('/', Path.DirectorySeparatorChar)));
        if (!HasWildcard(pattern))
        {
            return File.Exists(full) ? [full] : Directory.Exists(full) ? OfFolder(pattern, full, isMeant) : throw Missing(pattern, full, directory);
        }

        var root = Path.GetPathRoot(full) ?? "";
        var parts = full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        List<string> found = [.. Match(root, parts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return found.Count > 0
            ? found
            : throw new ConnectorException($"No file matches {pattern}.", $"The search begins in {directory}; * and ? stand for parts of a name, ** for any folders.");
    }

    private static List<string> OfFolder(string pattern, string folder, Func<string, bool> isMeant)
    {
        List<string> found = [.. Match(folder, new[] { "**", "*" }).Where(isMeant).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return found.Count > 0 ? found : throw new ConnectorException($"The folder {pattern} holds no file of a kind that can be read.", "Give 'format' where the files' endings do not tell it, or name the files.");
    }

    private static bool HasWildcard(string text) => text.AsSpan().ContainsAny('*', '?');

    private static IEnumerable<string> Match(string folder, ReadOnlyMemory<string> parts)
    {
        var (part, rest) = (parts.Span[0], parts[1..]);
        var last = rest.Length == 0;
        if (string.Equals(part, "**", StringComparison.Ordinal))
        {
            var here = last ? Files(folder, "*") : Match(folder, rest);
            return here.Concat(Folders(folder, "*").SelectMany(f => Match(f, parts)));
        }

        if (!HasWildcard(part))
        {
            var path = Path.Combine(folder, part);
            return last ? File.Exists(path) ? [path] : [] : Directory.Exists(path) ? Match(path, rest) : [];
        }

        return last ? Files(folder, part) : Folders(folder, part).SelectMany(f => Match(f, rest));
    }

    // Hidden files and folders (.git, .merit) are never meant by a wildcard.
    private static IEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder).Where(f => IsMeant(f, pattern));

    private static IEnumerable<string> Folders(string folder, string pattern) => Directory.EnumerateDirectories(folder).Where(f => IsMeant(f, pattern));

    private static bool IsMeant(string path, string pattern) =>
        FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(path)) && !Path.GetFileName(path).StartsWith('.');

    private static ConnectorException Missing(string pattern, string full, string directory)
    {
        var folder = Path.GetDirectoryName(full) ?? directory;
        if (!Directory.Exists(folder))
        {
            return new ConnectorException($"There is no file {pattern}: its folder {folder} does not exist.", "Correct 'path', or the variable in it.");
        }

        var name = Path.GetFileName(full);
        var near = Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f))
            .Select(f => (Name: f, Distance: Distance(name, f)))
            .Where(f => f.Distance <= Math.Max(2, name.Length / 3))
            .OrderBy(f => f.Distance).ThenBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => f.Name).FirstOrDefault();
        return new ConnectorException(
            $"There is no file {pattern}.", near is null ? $"It was looked for in {folder}." : $"Did you mean {pattern[..^Math.Min(name.Length, pattern.Length)]}{near}?");
    }

    // Edits that turn one name into the other.
    private static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a.AsSpan(i - 1, 1).Equals(b.AsSpan(j - 1, 1), Ignoring);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
