using Merit.Host.Tests.Pipeline;

namespace Merit.Host.Tests.Measures;

public sealed class LibraryKeptTests : SmallWorkspace
{
    private const string Own = "Metric(\"running\", Count(campaigns));\n";

    [Theory]
    [InlineData("check")]
    [InlineData("run")]
    [InlineData("test")]
    public async Task A_file_in_place_of_Merit_s_own_that_lacks_metrics_is_told_once_by_every_verb(string verb)
    {
        _folder.Write("metrics/acquisition.csx", Own);
        _folder.Write("metrics/campaigns.csx", Own.Replace("running", "planned", StringComparison.Ordinal));

        Assert.Equal(1, await Merit(verb, "--project", _folder.Path));

        Assert.Collection(
            Errors(),
            e => Assert.StartsWith("metrics/acquisition.csx(1,1): error MRT2112: This file takes the place of Merit's own of the same name, and lacks what that declares: new_leads, ", e, StringComparison.Ordinal),
            e => Assert.StartsWith("metrics/campaigns.csx(1,1): error MRT2112: This file takes the place of Merit's own of the same name, and lacks what that declares: campaigns, ", e, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "out")));
    }

    [Fact]
    public async Task What_else_is_wrong_is_told_beside_it()
    {
        _folder.Write("metrics/campaigns.csx", Own + "Metric(\"of_it\", metrics.campaigns / metrics.cots);\n");

        Assert.Equal(1, await Merit("check", "--project", _folder.Path));

        Assert.Equal(["metrics/campaigns.csx(1,1): error MRT2112", "metrics/campaigns.csx(2,45): error MRT2007"], Errors().Select(e => e[..(e.IndexOf("MRT", StringComparison.Ordinal) + 7)]));
    }

    [Fact]
    public async Task One_that_declares_the_same_metrics_otherwise_is_sound()
    {
        var library = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "metrics", "campaigns.csx"), TestContext.Current.CancellationToken);
        var otherwise = library.Replace("Count(campaigns)", "Count(campaigns).Where(campaigns.campaign_id != \"test\")", StringComparison.Ordinal);
        Assert.NotEqual(library, otherwise);
        _folder.Write("metrics/campaigns.csx", otherwise);

        Assert.Equal(0, await Merit("check", "--project", _folder.Path));
    }

    private IReadOnlyList<string> Errors() => [.. Notes.Split('\n').Where(n => n.Contains(": error ", StringComparison.Ordinal))];
}
