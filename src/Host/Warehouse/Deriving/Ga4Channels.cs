using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>
/// Google Analytics 4's default channel groups over UTM values (support.google.com/analytics/answer/9756891), first match wins, under names of small letters;
/// a visit without any value is direct. The lists of sites are the well-known ones; a workspace adds others by its own rules.
/// </summary>
internal static class Ga4Channels
{
    private const string Paid = "^(.*cp.*|ppc|retargeting|paid.*)$";
    private const string Shop = "^(.*(([^a-df-z]|^)shop|shopping).*)$";

    private static readonly string[] SearchSites =
        ["google", "bing", "yahoo", "baidu", "yandex", "duckduckgo", "ecosia", "sogou", "so.com", "360.cn", "haosou", "naver", "daum", "seznam", "qwant", "ask", "aol", "adwords", "msn", "startpage", "brave", "sm.cn", "toutiao"];

    private static readonly string[] SocialSites =
        ["facebook", "facebook_ads", "fb", "instagram", "ig", "linkedin", "lnkd.in", "twitter", "t.co", "x.com", "pinterest", "reddit", "tiktok", "snapchat", "threads", "tumblr", "quora", "whatsapp", "telegram", "discord", "messenger", "wechat", "weixin", "weibo", "xiaohongshu", "xhs", "douyin", "zhihu", "qq", "qzone", "douban", "tieba", "vk", "xing", "line", "mastodon", "bluesky"];

    private static readonly string[] VideoSites =
        ["youtube", "vimeo", "dailymotion", "twitch", "netflix", "hulu", "bilibili", "youku", "iqiyi", "kuaishou", "v.qq.com", "tudou", "disneyplus"];

    private static readonly string[] ShoppingSites =
        ["amazon", "ebay", "etsy", "walmart", "alibaba", "aliexpress", "taobao", "tmall", "jd", "jd.com", "pinduoduo", "shopify", "shopping.google.com", "mercadolibre", "rakuten", "target.com"];

    private static readonly string[] Email = ["email", "e-mail", "e_mail", "e mail"];

    /// <summary>The rules, in order.</summary>
    /// <param name="source">An expression for the source: small letters, empty rather than null.</param>
    /// <param name="medium">The medium, likewise.</param>
    /// <param name="campaign">The campaign, likewise.</param>
    public static IEnumerable<(string Channel, string Condition)> Rules(string source, string medium, string campaign)
    {
        var paid = Matches(medium, Paid);
        var (search, social, video) = (FromOneOf(source, SearchSites), FromOneOf(source, SocialSites), FromOneOf(source, VideoSites));
        var shopping = $"({FromOneOf(source, ShoppingSites)} OR {Matches(campaign, Shop)})";
        return
        [
            (ChannelRules.Direct, $"({In(source, "(direct)", "direct")} AND {In(medium, "", "(not set)", "(none)", "none")} OR {source} || {medium} || {campaign} = '')"),
            ("cross-network", $"contains({campaign}, 'cross-network')"),
            ("paid-shopping", $"{shopping} AND {paid}"),
            ("paid-search", $"{search} AND {paid}"),
            ("paid-social", $"{social} AND {paid}"),
            ("paid-video", $"{video} AND {paid}"),
            ("display", In(medium, "display", "banner", "expandable", "interstitial", "cpm")),
            ("paid-other", paid),
            ("organic-shopping", shopping),
            ("organic-social", $"({social} OR {In(medium, "social", "social-network", "social-media", "sm", "social network", "social media")})"),
            ("organic-video", $"({video} OR {Matches(medium, "^(.*video.*)$")})"),
            ("organic-search", $"({search} OR {In(medium, "organic")})"),
            ("referral", In(medium, "referral", "app", "link")),
            ("email", $"({In(source, Email)} OR {In(medium, Email)})"),
            ("affiliates", In(medium, "affiliate", "affiliates")),
            ("audio", In(medium, "audio")),
            ("sms", $"({source} = 'sms' OR {medium} = 'sms')"),
            ("push", $"(ends_with({medium}, 'push') OR contains({medium}, 'mobile') OR contains({medium}, 'notification') OR {source} = 'firebase')"),
        ];
    }

    // A site's name, alone or as a label of a host name: m.facebook.com is facebook.
    private static string FromOneOf(string source, IEnumerable<string> sites) =>
        $"regexp_matches({source}, {SqlText.Text($@"^(.*\.)?({string.Join('|', sites.Select(s => s.Replace(".", @"\.", StringComparison.Ordinal)))})(\.[a-z.]+)?$")})";

    private static string Matches(string value, string pattern) => $"regexp_full_match({value}, {SqlText.Text(pattern)})";

    private static string In(string value, params string[] values) => $"{value} IN ({string.Join(", ", values.Select(SqlText.Text))})";
}
