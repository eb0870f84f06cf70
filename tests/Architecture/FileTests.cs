using Merit.Tests;

namespace Merit.Architecture.Tests;

/// <summary>A file is one idea, named by a concept.</summary>
public sealed class FileTests
{
    private static readonly string[] EmptyWords = ["util", "helper", "manager", "misc", "common"];

    // Past 250 lines a file needs a reason; it stands here.
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void No_file_is_longer_than_a_page_or_two_without_a_reason()
    {
        Assert.DoesNotContain(Sources(), file => !LongFiles.ContainsKey(file) && File.ReadLines(Repository.PathTo(file)).Count() > 250);
    }

    [Fact]
    public void No_reason_is_kept_for_a_file_that_is_short() =>
        Assert.All(LongFiles.Keys, file => Assert.True(File.ReadLines(Repository.PathTo(file)).Count() > 250, file));

    [Fact]
    public void No_file_or_folder_has_a_name_that_explains_nothing() =>
        Assert.DoesNotContain(Sources().Where(file => !file.StartsWith("interop/", StringComparison.Ordinal)), file => EmptyWords.Any(word => file.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Sources() =>
        new[] { "src", "plugins", "interop", "metrics" }
            .SelectMany(folder => Directory.GetFiles(Repository.PathTo(folder), "*.cs*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".csx", StringComparison.Ordinal))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));
}
