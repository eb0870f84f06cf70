using System.Text.RegularExpressions;
using Merit.Tests;

namespace Merit.Architecture.Tests;

/// <summary>What README and docs point at exists.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents() => new(
        Directory.GetFiles(Repository.Root, "*.md")
            .Concat(Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Repository.PathTo("samples"), "README.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_lead_somewhere(string document)
    {
        var text = File.ReadAllText(Repository.PathTo(document));
        var folder = Path.GetDirectoryName(Repository.PathTo(document)) ?? Repository.Root;
        var broken = Link().Matches(text).Select(match => match.Groups["target"].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])));

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
