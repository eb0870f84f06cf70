using FsCheck;
using FsCheck.Fluent;
using Merit.Host.Reports;

namespace Merit.Host.Tests.Reports;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Cost & leads, by channel", "cost-leads-by-channel")]
    [InlineData("  ../../etc/passwd ", "etc-passwd")]
    [InlineData("关键指标", "关键指标")]
    [InlineData("CON", "con")]
    [InlineData("***", "")]
    public void Letters_and_digits_are_kept(string text, string expected) => Assert.Equal(expected, Slug.Of(text, 60));

    [Fact]
    public void A_value_that_is_its_own_name_keeps_it_and_every_other_is_marked()
    {
        Assert.Equal("google-ads", Slug.Unique("google-ads", 60));
        Assert.Equal("张伟", Slug.Unique("张伟", 60));
        Assert.Matches("^email-[0-9a-f]{6}$", Slug.Unique("Email", 60));
        Assert.Matches("^[0-9a-f]{6}$", Slug.Unique("***", 60));
    }

    [Fact]
    public void Two_values_never_share_a_name_and_a_name_is_always_safe() => Prop.ForAll<string, string>((one, two) =>
    {
        (one, two) = (one ?? "", two ?? "");
        var name = Slug.Unique(one, 20);
        Assert.DoesNotContain(name, c => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '.' || char.IsControl(c));
        Assert.True(one == two || !string.Equals(name, Slug.Unique(two, 20), StringComparison.OrdinalIgnoreCase));
    }).QuickCheckThrowOnFailure();
}
