namespace Merit.Host.Tests;

/// <summary>A file of the repository that is made from code; <c>MERIT_UPDATE_BASELINES=1</c> rewrites it.</summary>
internal static class Baseline
{
    private static readonly string Root = FindRoot();

    public static string InRepository(string file) => Path.Combine(Root, file);

    public static void Matches(string file, string text)
    {
        var path = InRepository(file);
        if (Environment.GetEnvironmentVariable("MERIT_UPDATE_BASELINES") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Root);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{file} is missing; run the tests with MERIT_UPDATE_BASELINES=1.");
        Assert.True(
            File.ReadAllText(path).ReplaceLineEndings("\n") == text,
            $"{file} is not what the code makes now; run the tests with MERIT_UPDATE_BASELINES=1 and review the difference.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Merit.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
