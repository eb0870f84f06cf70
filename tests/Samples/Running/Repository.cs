namespace Merit.Samples.Tests.Running;

/// <summary>Finds the repository and what lies beside it.</summary>
internal static class Repository
{
    /// <summary>The folder that holds Merit.slnx.</summary>
    public static string Root { get; } = Find();

    public static string Sample(string name) => Path.Combine(Root, "samples", name);

    /// <summary>A folder of data the repository does not hold; the test skips where it is not there.</summary>
    public static string Shared(string name)
    {
        string[] places = [Environment.GetEnvironmentVariable("MERIT_SHARED_DATA") ?? "", Path.Combine(Root, "..", "shared", "data"), Path.Combine(Root, "..", "..", "shared", "data")];
        var folder = places.Where(p => p.Length > 0).Select(p => Path.GetFullPath(Path.Combine(p, name))).FirstOrDefault(Directory.Exists);
        Assert.SkipUnless(folder is not null, $"The data set '{name}' is not here; set MERIT_SHARED_DATA to the folder that holds it.");
        return folder ?? "";
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Merit.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
