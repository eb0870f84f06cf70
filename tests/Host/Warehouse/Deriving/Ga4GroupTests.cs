using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Tagging;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Warehouse.Deriving;

/// <summary>Google's table of default channel groups, rule by rule: what each takes, what it just does not, and the same table written a second time in C#.</summary>
public sealed class Ga4GroupTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Theory]
    [InlineData("direct", "(direct)/(none)", "(direct)/(not set)", "(direct)/email")]
    [InlineData("cross-network", "any/x/my cross-network one", "google/cpc/cross-network", "any/x/crossnetwork")]
    [InlineData("paid-shopping", "amazon/cpc", "partner/ppc/eshop", "amazon/social")]
    [InlineData("paid-shopping", "partner/paid-x/spring-shopping", "taobao/retargeting", "partner/cpc/workshop")]
    [InlineData("paid-search", "google/cpm", "baidu/paid_search", "notgoogle/cpc")]
    [InlineData("paid-social", "weibo/cpc", "lm.facebook.com/paid", "facebook/social")]
    [InlineData("paid-video", "youtube/cpv", "bilibili/cpc", "vimeo/x")]
    [InlineData("display", "partner/banner", "partner/interstitial", "partner/banners")]
    [InlineData("paid-other", "partner/cpa", "partner/retargeting", "partner/unpaid")]
    [InlineData("organic-shopping", "tmall/x", "partner/x/shop", "partner/x/workshop")]
    [InlineData("organic-social", "weixin/article", "partner/social media", "partner/socials")]
    [InlineData("organic-video", "youku/x", "partner/myvideo", "partner/vide")]
    [InlineData("organic-search", "www.google.co.uk/x", "partner/organic", "mail.google.com/x")]
    [InlineData("referral", "blog/referral", "blog/app", "blog/linked")]
    [InlineData("email", "newsletter/e mail", "e_mail/x", "newsletter/emails")]
    [InlineData("affiliates", "partner/affiliate", "partner/affiliates", "partner/affil")]
    [InlineData("audio", "radio/audio", "podcast/AUDIO", "radio/audios")]
    [InlineData("sms", "sms/x", "x/sms", "x/sms2")]
    [InlineData("push", "x/web-push", "firebase/x", "x/pushed")]
    [InlineData("push", "x/mobile-app", "x/notifications", "x/mobil")]
    [InlineData("ai-assistant", "x/ai-assistant", "chatgpt.com/referral", "chatgpt.com/email")]
    [InlineData("ai-assistant", "gemini.google.com/", "perplexity/", "perplexing/")]
    [InlineData("unassigned", "something/odd", "//only-a-campaign", "/")]
    public void A_group_takes_what_its_rule_says_and_not_what_is_next_to_it(string channel, string one, string another, string beside)
    {
        var channels = Of([one, another, beside]);
        Assert.Equal([channel, channel], channels.Take(2));
        Assert.NotEqual(channel, channels[2]);
    }

    [Fact]
    public void The_rules_agree_with_the_table_written_a_second_time()
    {
        string[] sources = ["", "(direct)", "google", "GOOGLE ", "bing", "m.baidu.com", "facebook", "l.facebook.com", "fb", "weixin", "t.co", "youtube", "bilibili", "amazon", "tmall", "sms", "email", "firebase", "partner", "news.ycombinator.com"];
        string[] mediums = ["", "(none)", "(not set)", "cpc", "CPC", "ppc", "cpm", "paid_social", "retargeting", "display", "banner", "organic", "social", "sm", "social network", "video", "referral", "app", "link", "email", "e-mail", "affiliate", "audio", "sms", "web-push", "mobile", "notification", "qr"];
        string[] campaigns = ["", "spring", "eshop", "workshop", "cross-network x"];
        List<(string S, string M, string C)> all = [.. from s in sources from m in mediums from c in campaigns select (s, m, c)];
        var found = TagChannels.Of(Settings(new ChannelSettings()), [.. all.Select(t => ((string?)null, (string?)t.S, (string?)t.M, (string?)t.C))]);
        Assert.Equal(all.Select(t => $"{t} {Naive(t.S, t.M, t.C)}"), all.Select((t, i) => $"{t} {found[i]}"));
    }

    [Fact]
    public void A_workspaces_sites_are_of_the_kind_it_says_and_its_rules_come_before_all()
    {
        var settings = new ChannelSettings
        {
            Sites = new Dictionary<SiteKind, IReadOnlyList<string>> { [SiteKind.Search] = ["Zhihu", "find.example.com"], [SiteKind.Assistant] = ["helpbot"] },
            Rules = [new ChannelRule("own", "google", null, null, new Place("merit.yaml", 3))],
        };
        Assert.Equal(
            ["organic-search", "paid-search", "organic-search", "ai-assistant", "own"],
            TagChannels.Of(Settings(settings), [(null, "zhihu.com", "x", null), (null, "zhihu", "cpc", null), (null, "find.example.com", "x", null), (null, "helpbot", null, null), (null, "google", "cpc", null)]));
    }

    [Fact]
    public void No_site_is_of_two_kinds()
    {
        var sites = new SourceSites(new Dictionary<SiteKind, IReadOnlyList<string>>());
        Assert.Empty(Enum.GetValues<SiteKind>().SelectMany(sites.Of).GroupBy(s => s, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    public void Dispose() => _bed.Dispose();

    private IReadOnlyList<string> Of(string[] tags) => TagChannels.Of(Settings(new ChannelSettings()), [.. tags.Select(t => t.Split('/')).Select(p => ((string?)null, (string?)p[0], (string?)p[1], p.Length > 2 ? p[2] : null))]);

    private Workspace Settings(ChannelSettings channels) => _bed.Workspace() with { Channels = channels };

    // The table as Google prints it, for the few sites of this test.
    private static string Naive(string source, string medium, string campaign)
    {
        var (s, m, c) = (source.Trim().ToLowerInvariant(), medium.Trim().ToLowerInvariant(), campaign.Trim().ToLowerInvariant());
        var paid = Regex.IsMatch(m, "^(.*cp.*|ppc|retargeting|paid.*)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var shop = s is "amazon" or "tmall" || Regex.IsMatch(c, "^(.*(([^a-df-z]|^)shop|shopping).*)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var (search, social, video) = (s is "google" or "bing" or "m.baidu.com", s is "facebook" or "l.facebook.com" or "fb" or "weixin" or "t.co" or "news.ycombinator.com", s is "youtube" or "bilibili");
        return (s == "(direct)" && (m is "(none)" or "(not set)" or "")) || s.Length + m.Length + c.Length == 0 ? "direct" : Rest();

        string Rest() => c.Contains("cross-network", StringComparison.Ordinal) ? "cross-network"
            : shop && paid ? "paid-shopping"
            : search && paid ? "paid-search"
            : social && paid ? "paid-social"
            : video && paid ? "paid-video"
            : m is "display" or "banner" or "expandable" or "interstitial" or "cpm" ? "display"
            : paid ? "paid-other"
            : shop ? "organic-shopping"
            : social || m is "social" or "social-network" or "social-media" or "sm" or "social network" or "social media" ? "organic-social"
            : video || m.Contains("video", StringComparison.Ordinal) ? "organic-video"
            : search || m is "organic" ? "organic-search"
            : m is "referral" or "app" or "link" ? "referral"
            : new[] { s, m }.Any(v => v is "email" or "e-mail" or "e_mail" or "e mail") ? "email"
            : m is "affiliate" ? "affiliates"
            : m is "audio" ? "audio"
            : s is "sms" || m is "sms" ? "sms"
            : m.EndsWith("push", StringComparison.Ordinal) || m.Contains("mobile", StringComparison.Ordinal) || m.Contains("notification", StringComparison.Ordinal) || s is "firebase" ? "push"
            : "unassigned";
    }
}
