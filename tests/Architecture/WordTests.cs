using System.Text.RegularExpressions;
using Merit.Tests;

namespace Merit.Architecture.Tests;

/// <summary>The code keeps the house rules that a compiler does not check.</summary>
public sealed partial class WordTests
{
    [Fact]
    public void Nothing_is_left_open() => Assert.DoesNotContain(Lines(), line => LeftOpen().IsMatch(line.Text));

    [Fact]
    public void Null_is_never_waved_away() => Assert.DoesNotContain(Lines(), line => NullForgiving().IsMatch(line.Text));

    private static IEnumerable<(string Place, string Text)> Lines() =>
        new[] { "src", "plugins" }
            .SelectMany(folder => Directory.GetFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => File.ReadLines(path).Select((text, index) => ($"{Path.GetRelativePath(Repository.Root, path)}({index + 1})", text)));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeftOpen();

    // A name, a closing bracket or an index followed by ! and then something that only an expression can have after it.
    [GeneratedRegex(@"^[^""]*[\w\)\]]!([\.;,\)\[]|\s*$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NullForgiving();
}
