using System.Runtime.CompilerServices;

namespace Merit.Host.Tests.Warehouse.RealData;

/// <summary>Real data that stands beside the repository where there is some; it is not part of it.</summary>
internal static class SharedData
{
    /// <summary>A folder of it; skips the test where it is not there.</summary>
    public static string Folder(string name, [CallerFilePath] string here = "")
    {
        var root = Environment.GetEnvironmentVariable("MERIT_SHARED_DATA") ?? Beside(here);
        var folder = root is null ? null : Path.Combine(root, name);
        Assert.SkipUnless(folder is not null && Directory.Exists(folder), $"The real data '{name}' is not on this machine; MERIT_SHARED_DATA may name its folder.");
        return folder ?? "";
    }

    private static string? Beside(string here)
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, "shared", "data")))
            {
                return Path.Combine(folder, "shared", "data");
            }
        }

        return null;
    }
}
