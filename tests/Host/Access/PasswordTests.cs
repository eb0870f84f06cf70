using Merit.Diagnostics;
using Merit.Host.Access;

namespace Merit.Host.Tests.Access;

public sealed class PasswordTests
{
    private const string Good = "correct horse battery";

    [Fact]
    public void The_right_one_fits_and_no_other()
    {
        var ann = new Account { Name = "ann", Role = Role.Viewer, Added = DateTimeOffset.UnixEpoch, Hash = Password.Hash("ann", Good) };

        Assert.True(Password.Fits(ann, Good));
        Assert.False(Password.Fits(ann, Good + " "));
        Assert.False(Password.Fits(ann, ""));
        Assert.False(Password.Fits(ann, ann.Hash));
        Assert.False(Password.Fits(ann with { Hash = null }, ""));
        Assert.False(Password.Fits(null, Good));
        Assert.NotEqual(ann.Hash, Password.Hash("ann", Good));
        Assert.DoesNotContain(Good, ann.Hash, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("elevenchars")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("this is ANNA's own password")]
    public void What_is_soon_guessed_is_refused(string password) =>
        Assert.Equal("MRT6040", Assert.Single(Assert.Throws<MeritException>(() => Password.Hash("anna", password)).Diagnostics).Code);

    [Fact]
    public void What_is_too_long_is_refused() => Assert.Throws<MeritException>(() => Password.Hash("ann", string.Concat(Enumerable.Repeat("0123456789", 26))));
}
