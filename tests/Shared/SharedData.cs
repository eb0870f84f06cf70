namespace Merit.Tests;

/// <summary>Real data sets, which the repository does not hold: beside it in <c>shared/data</c>, or where MERIT_SHARED_DATA says.</summary>
internal static class SharedData
{
    /// <summary>The path of a data set's file; skips the test, with the reason, where it is not there.</summary>
    public static string Require(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("MERIT_SHARED_DATA") is { Length: > 0 } set ? set : Repository.PathTo("..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine([folder, .. parts]));
        Xunit.Assert.SkipUnless(Path.Exists(path), $"There is no {path}; MERIT_SHARED_DATA names the folder of the real data sets.");
        return path;
    }
}
