using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Host.Workspaces;
using Merit.Host.Workspaces.Variables;

namespace Merit.Host.Commands;

/// <summary>Keeps what is known of a defect for its report, without the values of variables, which may be secrets.</summary>
internal sealed partial class DefectLog(Surroundings around)
{
    /// <summary>Writes the log, and gives its path.</summary>
    public string Write(string project, IReadOnlyList<string> args, Exception defect)
    {
        var name = $"{around.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}.log";
        var text = Redacted(project, $"merit {VersionCommand.Merit}\n{Said(args)}\n\n{defect}\n");
        var isWorkspace = File.Exists(Path.Combine(project, WorkspaceLoader.FileName));
        foreach (var folder in new[] { isWorkspace ? Path.Combine(project, ".merit", "logs") : null, Path.Combine(Path.GetTempPath(), "merit-logs") })
        {
            try
            {
                if (folder is not null)
                {
                    Directory.CreateDirectory(folder);
                    var path = Path.Combine(folder, name);
                    File.WriteAllText(path, text);
                    return path;
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // The next folder may do.
            }
        }

        return "(no log could be written)";
    }

    // Who is to be forgotten, or was looked up, is nobody else's business.
    private static string Said(IReadOnlyList<string> args) => args.Any(a => a is "forget" or "contact") ? $"{string.Join(' ', args.TakeWhile(a => a is not ("forget" or "contact")))} forget or contact …" : string.Join(' ', args);

    private string Redacted(string project, string text)
    {
        var yaml = ReadIfThere(Path.Combine(project, WorkspaceLoader.FileName));
        var dotEnv = DotEnv.Read(ReadIfThere(Path.Combine(project, DotEnv.FileName)), new Findings());
        var used = Reference().Matches(yaml).Select(m => m.Groups["name"].Value);
        var values = used.Select(n => around.Environment.GetValueOrDefault(n)).OfType<string>().Concat(dotEnv.Values).Where(v => v.Length > 2);
        return values.OrderByDescending(v => v.Length).Aggregate(text, (kept, value) => kept.Replace(value, "…", StringComparison.Ordinal));
    }

    private static string ReadIfThere(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : "";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();
}
