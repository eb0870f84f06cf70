namespace Merit.Bench.Run;

/// <summary>Where things are in the repository.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Merit.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("This is not inside the repository.");
    }

    /// <summary>The command a release build leaves.</summary>
    public static string Command(string root) =>
        Path.Combine(root, "src", "Host", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "merit.exe" : "merit");

    /// <summary>A copy of a workspace without what Merit itself has made in it.</summary>
    public static string Copy(string workspace)
    {
        var copy = Directory.CreateTempSubdirectory("merit-bench").FullName;
        foreach (var file in Directory.EnumerateFiles(workspace, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(workspace, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is not (".merit" or "out"))
            {
                var to = new FileInfo(Path.Combine(copy, relative));
                to.Directory?.Create();
                File.Copy(file, to.FullName);
            }
        }

        Directory.CreateDirectory(Path.Combine(copy, ".merit", "cache"));
        return copy;
    }
}
