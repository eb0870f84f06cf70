namespace Merit.Tests;

/// <summary>A text file that a person has read and accepted. A difference fails; with <c>MERIT_UPDATE_BASELINES=1</c> it is written instead, for review.</summary>
internal static class Baseline
{
    /// <summary>Compares text with the file of that path under the repository.</summary>
    public static void Same(string actual, params string[] path)
    {
        var file = Repository.PathTo(path);
        var text = actual.ReplaceLineEndings("\n");
        if (string.Equals(Environment.GetEnvironmentVariable("MERIT_UPDATE_BASELINES"), "1", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? throw new InvalidOperationException(file));
            File.WriteAllText(file, text);
            return;
        }

        Xunit.Assert.True(File.Exists(file), $"{file} does not exist; run with MERIT_UPDATE_BASELINES=1 and review it.");
        Xunit.Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
