using System.Text.RegularExpressions;
using Merit.Host.Access;
using Merit.Host.Workers.Protocol;
using Merit.Tests;

namespace Merit.Host.Tests.Workspaces;

/// <summary><c>access</c> in merit.yaml.</summary>
public sealed partial class AccessKeysTests
{
    [Fact]
    public void What_is_not_given_is_as_usual()
    {
        var access = Loading.Load(Loading.Head).Access;

        Assert.Null(access.Address);
        Assert.Null(access.OpenId);
        Assert.Equal((false, TimeSpan.FromHours(12), AccessSettings.UsualPace), (access.Always, access.Session, access.Pace));
        Assert.Empty(access.Rows);
    }

    [Fact]
    public void The_examples_of_the_documentation_are_in_order_and_reach_a_worker_and_back()
    {
        var blocks = Block().Matches(File.ReadAllText(Repository.PathTo("docs", "access.md"))).Select(m => m.Groups["text"].Value).ToList();
        var (rules, provider) = (Loading.Load(Loading.Head + blocks[0]).Access, Loading.Load(Loading.Head + blocks[1], environment: ("OPENID_SECRET", "s")).Access);

        Assert.Equal("https://merit.example.com/", rules.Address?.AbsoluteUri);
        Assert.Equal(["campaign_owner = {user.owner}"], rules.Rows[Role.Viewer]);
        Assert.Equal(("merit", "s", "Acme", "email"), (provider.OpenId?.ClientId, provider.OpenId?.ClientSecret, provider.OpenId?.Name, provider.OpenId?.Claim));
        var told = Reply.Of(rules with { OpenId = provider.OpenId }).Read<AccessSettings>();
        Assert.Equal((rules.Address, rules.Session, rules.Pace, provider.OpenId), (told.Address, told.Session, told.Pace, told.OpenId));
        Assert.Equal(rules.Rows[Role.Viewer], told.Rows[Role.Viewer]);
    }

    [Theory]
    [InlineData("  rows: { viewer: nonsense }", "MRT6037")]
    [InlineData("  rows: { viewer: [channel = email, month = 2025-01] }", "MRT6036")]
    [InlineData("  rows: { emperor: channel = email }", "MRT1003")]
    [InlineData("  address: merit.example.com", "MRT1253")]
    [InlineData("  requests: 0", "MRT1007")]
    [InlineData("  openid: { client_id: x }", "MRT1005")]
    [InlineData("  openid: { authority: here, client_id: x }", "MRT1253")]
    public void What_is_wrong_is_told_at_its_place(string yaml, string code)
    {
        var finding = Assert.Single(Loading.Findings($"{Loading.Head}access:\n{yaml}\n"));

        Assert.Contains(code, finding, StringComparison.Ordinal);
        Assert.StartsWith("merit.yaml(5", finding, StringComparison.Ordinal);
    }

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();
}
