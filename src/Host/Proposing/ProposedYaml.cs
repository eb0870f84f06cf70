using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Merit.Host.Proposing;

/// <summary>A merit.yaml that says of every column what it is taken for, and how sure that is.</summary>
internal static partial class ProposedYaml
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text.</summary>
    /// <param name="name">The workspace's name.</param>
    /// <param name="files">What the files are taken for, each with its path as merit.yaml is to write it.</param>
    public static string Write(string name, IReadOnlyList<(string Path, FileProposal Proposal)> files)
    {
        var chinese = files.SelectMany(f => f.Proposal.Matches.Select(m => m.From.Header).Concat(f.Proposal.Left)).Any(h => Han().IsMatch(h));
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $"""
            # Proposed by looking at the files' columns. The percentages say how sure each guess is: look at the low ones first.
            name: {Quoted(name)}
            currency: {(chinese ? "CNY" : "USD")}             # a guess
            timezone: {(chinese ? "Asia/Shanghai" : "UTC")}   # a guess
            locale: {(chinese ? "zh-CN" : "en")}
            sources:

            """);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var (path, proposal) in files)
        {
            Source(yaml, path, proposal, Fresh(proposal.Table ?? Name(proposal.File), taken));
        }

        return yaml.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>How sure, as people read it.</summary>
    public static string Percent(double sure) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(sure * 100)} %");

    private static void Source(StringBuilder yaml, string path, FileProposal proposal, string name)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"  {name}:\n    connector: files\n    path: {Quoted(path)}\n");
        if (proposal.Table is not { } table)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"    into: {name}   # no table of the data model was recognised: a table of your own, with all columns of the file\n");
            return;
        }

        yaml.Append(CultureInfo.InvariantCulture, $"    into: {table}   # {Percent(proposal.Sure)} sure\n    columns:\n");
        foreach (var match in proposal.Matches)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      {(match.IsUsed ? "" : "# ")}{match.Column}: {Quoted(match.From.Header)}   # {Percent(match.Sure)}{(match.IsUsed ? "" : ", not used")}\n");
        }

        if (proposal.Left.Count > 0)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"      # taken for nothing: {string.Join(", ", proposal.Left.Select(Quoted))}\n");
        }
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);

    private static string Fresh(string name, HashSet<string> taken)
    {
        var fresh = name;
        for (var i = 2; !taken.Add(fresh); i++)
        {
            fresh = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        }

        return fresh;
    }

    private static string Name(string file)
    {
        var name = Sign().Replace(Path.GetFileNameWithoutExtension(file).ToLowerInvariant(), "_").Trim('_');
        return name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? name : $"table_{name}".TrimEnd('_');
    }

    [GeneratedRegex("[^a-z0-9_]+", RegexOptions.None, 1000)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}", RegexOptions.None, 1000)]
    private static partial Regex Han();
}
