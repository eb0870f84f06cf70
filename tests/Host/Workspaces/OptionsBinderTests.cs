using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Tests.Workspaces;

public sealed class OptionsBinderTests
{
    [Theory]
    [InlineData("HalfLife", "half_life")]
    [InlineData("Path", "path")]
    [InlineData("URL", "url")]
    [InlineData("BaseURLPath", "base_url_path")]
    [InlineData("Version2", "version2")]
    public void Keys_are_in_snake_case(string property, string key) => Assert.Equal(key, OptionsBinder.SnakeCase(property));

    [Fact]
    public void Every_understood_type_is_bound()
    {
        var options = (Loading.FilesOptions)Loading.Load(Loading.Head +
            """
            sources:
              a:
                connector: files
                into: spend
                columns: [date]
                path: a.csv
                header: false
                skip: 3
                nulls: [n/a, "-"]
                sheets: Leads
                weights: { a: 0.5, b: 2 }
                on_day: friday
                since: 2025-03-01
                timeout: 45s
            """).Sources[0].Options;

        Assert.False(options.Header);
        Assert.Equal(3, options.Skip);
        Assert.Equal(["n/a", "-"], options.Nulls);
        Assert.Equal(["Leads"], options.Sheets);
        Assert.Equal(0.5, options.Weights["a"]);
        Assert.Equal(DayOfWeek.Friday, options.OnDay);
        Assert.Equal(new DateOnly(2025, 3, 1), options.Since);
        Assert.Equal(TimeSpan.FromSeconds(45), options.Timeout);
    }
}
