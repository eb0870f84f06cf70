using Merit.Diagnostics;
using Merit.Host.Links;
using Merit.Host.Tests.Warehouse;
using Merit.Host.Warehouse.Tagging;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Links;

public sealed class LinkDeskTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task A_link_carries_its_campaigns_utm_campaign_and_touches_by_it_get_the_channel_that_was_told()
    {
        await LoadAsync("C1,Spring sale,Spring-2026,\nC2,Expo,expo-2026,trade-fair\nC3,No tag,,\nC4,Twin,twin,\nC5,Other twin,TWIN,\n");
        LinkTag[] asked =
        [
            new("https://www.example.com/a", "C1", "newsletter", "email") { Content = "top link" },
            new("https://www.example.com/a?x=1#part", "spring-2026", "google", "cpc") { Term = "kühl & gut" },
            new("https://www.example.com/?", "spring SALE", "weixin", "article"),
            new("http://www.example.com/b", "C2", "poster", "qr"),
            new("https://www.example.com/c", "C3", "poster", "qr"),
            new("https://www.example.com/c", "C4", "blog", "referral"),
        ];
        var desk = new LinkDesk(_bed.Workspace());
        var links = desk.Make(asked, TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "email https://www.example.com/a?utm_source=newsletter&utm_medium=email&utm_campaign=Spring-2026&utm_content=top%20link",
                "paid-search https://www.example.com/a?x=1&utm_source=google&utm_medium=cpc&utm_campaign=Spring-2026&utm_term=k%C3%BChl%20%26%20gut#part",
                "organic-social https://www.example.com/?utm_source=weixin&utm_medium=article&utm_campaign=Spring-2026",
                "trade-fair http://www.example.com/b?utm_source=poster&utm_medium=qr&utm_campaign=expo-2026",
                "unassigned https://www.example.com/c?utm_source=poster&utm_medium=qr&utm_campaign=c3",
                "referral https://www.example.com/c?utm_source=blog&utm_medium=referral&utm_campaign=twin",
            ],
            links.Select(l => $"{l.Channel} {l.Address}"));
        Assert.Equal(["MRT1246", "MRT1246", "MRT1245"], desk.Findings.Select(f => f.Code));

        // The other way round: what such links bring is loaded, and has the channel and the campaign that were told.
        _bed.Write("t.csv", "id,s,m,c\n" + string.Concat(links.Select((l, i) => $"{i},{string.Join(',', Queried(l.Address))}\n")));
        await _bed.LoadAsync(Campaigns(), _bed.Source("touchpoints", "t.csv", "touch_id=id", "utm_source=s", "utm_medium=m", "utm_campaign=c"));
        Assert.Equal(links.Select((l, i) => $"{i}|{l.Channel}|{(i < 4 ? l.Campaign?.Id : "∅")}"), _bed.Rows("SELECT touch_id, channel, campaign_id FROM touchpoints ORDER BY touch_id"));
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_link_is_said_at_once()
    {
        await LoadAsync("C1,Spring,spring,\n");
        var desk = new LinkDesk(_bed.Workspace());
        Assert.Empty(desk.Make([new("www.example.com", "C9", "News Letter", "")], TestContext.Current.CancellationToken));
        Assert.Equal(["MRT1240", "MRT1242", "MRT1244", "MRT1247"], desk.Findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("C9", "https://a.example/", "a", "email", "MRT1240")]
    [InlineData("C1", "www.example.com", "a", "email", "MRT1242")]
    [InlineData("C1", "ftp://a.example/", "a", "email", "MRT1242")]
    [InlineData("C1", "https://a.example/?UTM_source=x", "a", "email", "MRT1243")]
    [InlineData("C1", "https://a.example/", "News Letter", "email", "MRT1244")]
    [InlineData("C1", "https://a.example/", "a", "Email", "MRT1244")]
    [InlineData("C1", "https://a.example/", " ", "email", "MRT1247")]
    [InlineData("C1", "https://a.example/", "a", null, "MRT1247")]
    [InlineData(null, "https://a.example/", "a", "email", "MRT1247")]
    public async Task What_is_wrong_with_a_link_is_said_and_it_is_not_made(string? campaign, string url, string source, string? medium, string code)
    {
        await LoadAsync("C1,Spring,spring,\n");
        var desk = new LinkDesk(_bed.Workspace());
        Assert.Empty(desk.Make([new(url, campaign, source, medium)], TestContext.Current.CancellationToken));
        Assert.Equal(code, Assert.Single(desk.Findings).Code);
    }

    [Fact]
    public void Before_anything_is_loaded_a_link_is_made_all_the_same_and_a_rule_of_the_workspace_counts()
    {
        var desk = new LinkDesk(_bed.Workspace() with { Channels = new ChannelSettings { Rules = [new ChannelRule("qr", null, "qr", null, new Place("merit.yaml", 2))] } });
        var link = Assert.Single(desk.Make([new("https://a.example/", "Big Expo", "poster", "qr")], TestContext.Current.CancellationToken));
        Assert.Equal(("https://a.example/?utm_source=poster&utm_medium=qr&utm_campaign=big-expo", "qr", "poster-qr-big-expo"), (link.Address, link.Channel, link.FileName));
        Assert.Equal("MRT1241", Assert.Single(desk.Findings).Code);
    }

    [Fact]
    public void Links_are_asked_for_in_a_file_row_by_row()
    {
        var path = _bed.Write("links.csv", "Campaign,URL,source,medium,content\nC1,https://a.example/,a,email,\n\"C2\",\"https://a.example/?q=1,2\",b,qr,top\n");
        Assert.Equal(
            [new LinkTag("https://a.example/", "C1", "a", "email") { At = new Place("links.csv", 2) }, new LinkTag("https://a.example/?q=1,2", "C2", "b", "qr") { Content = "top", At = new Place("links.csv", 3) }],
            TagRows.Read(_bed.Workspace(), path, "links.csv"));
        var lacking = _bed.Write("lacking.csv", "campaign,url,source\nC1,https://a.example/,a\n");
        Assert.Equal("MRT1247", Assert.Throws<MeritException>(() => TagRows.Read(_bed.Workspace(), lacking, "lacking.csv")).Diagnostics[0].Code);
    }

    public void Dispose() => _bed.Dispose();

    private static IEnumerable<string> Queried(string address) => new Uri(address).Query.TrimStart('?').Split('&').Where(p => p.StartsWith("utm_", StringComparison.Ordinal)).Take(3).Select(p => Uri.UnescapeDataString(p.Split('=')[1]));

    private async Task LoadAsync(string campaigns)
    {
        _bed.Write("campaigns.csv", $"id,name,utm,channel\n{campaigns}");
        await _bed.LoadAsync(Campaigns());
    }

    private Source Campaigns() => _bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "name", "utm_campaign=utm", "channel");
}
