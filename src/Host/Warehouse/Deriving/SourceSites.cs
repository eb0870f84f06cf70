using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>What kind of site a source is, as Google Analytics 4 sorts sources; assistants are those it has told from other referrers since 2026.</summary>
internal enum SiteKind
{
    Search,
    Social,
    Video,
    Shopping,
    Assistant,
}

/// <summary>
/// The well-known sites of each kind, as Google's published list of sources has them, and those of China that it leaves out. A name without a dot is also the
/// name before a host's ending (<c>google</c> is <c>www.google.co.uk</c>); one with a dot is that host. A workspace adds others, and its word counts before this list.
/// </summary>
internal sealed class SourceSites
{
    private static readonly Dictionary<SiteKind, string> Known = new()
    {
        [SiteKind.Search] = """
            google google.adwords adwords bing yahoo baidu yandex duckduckgo ecosia sogou so.com 360.cn haosou sm.cn toutiao.com toutiao so.toutiao.com naver daum seznam
            qwant ask aol msn lycos startpage startsiden brave search.brave.com exalead excite rambler rakuten onet terra virgilio globo eniro kvasir najdi dogpile babylon
            biglobe auone conduit comcast alice avg ukr tut.by go.mail.ru centrum.cz firmy.cz search-results incredimail google-play play.google.com news.google.com
            lens.google.com search.google.com images.google.com zen.yandex.ru websearch.rakuten.co.jp search.smt.docomo.ne.jp
            """,
        [SiteKind.Social] = """
            facebook facebook_ads fb fb.me instagram ig linkedin lnkd.in twitter t.co x.com pinterest reddit tiktok snapchat threads threads.net tumblr quora whatsapp wa.me
            telegram t.me discord discord.com messenger wechat weixin mp.weixin.qq.com weibo t.cn xiaohongshu xhs xhslink.com douyin zhihu qq qzone qzone.qq.com tencent douban tieba tieba.baidu.com
            renren dianping maimai vk vk.com vkontakte.ru odnoklassniki.ru xing line line.me kakao zalo skype mastodon bluesky bsky.app medium.com blogger blogspot wordpress
            livejournal typepad weebly slideshare.net scribd flickr foursquare tripadvisor trustpilot yelp glassdoor meetup stackoverflow stackexchange superuser serverfault
            news.ycombinator.com slashdot.org digg diigo disqus flipboard getpocket.com instapaper hootsuite buffer yammer goodreads last.fm myspace nextdoor
            researchgate.net academia.edu hatena b.hatena.ne.jp ameblo.jp mixi.jp niconico nicovideo.jp plurk cyworld groups.google.com sites.google.com plus.google.com
            blog.naver.com cafe.naver.com kin.naver.com answers.yahoo.com bit.ly tinyurl.com goo.gl
            """,
        [SiteKind.Video] = """
            youtube youtu.be vimeo dailymotion twitch wistia netflix hulu disneyplus crackle curiositystream veoh utreon ted iqiyi iq.com youku bilibili b23.tv kuaishou
            v.qq.com tudou mgtv ixigua channels.weixin.qq.com
            """,
        [SiteKind.Shopping] = """
            amazon ebay etsy walmart alibaba 1688 aliexpress taobao tmall jd pinduoduo yangkeduo.com temu shein vip.com suning shopify shop.app shopzilla mercadolibre stripe
            target.com google_shopping shopping.google.com shopping.yahoo.com shopping.yahoo.co.jp shopping.naver.com igshopping youzan.com weidian.com shopee lazada
            """,
        [SiteKind.Assistant] = """
            chatgpt chat.openai.com openai gemini.google.com bard.google.com claude claude.ai perplexity copilot copilot.microsoft.com grok x.ai meta.ai deepseek
            chat.deepseek.com kimi kimi.moonshot.cn doubao yuanbao.tencent.com tongyi chat.qwen.ai qwen yiyan.baidu.com poe.com mistral chat.mistral.ai you.com
            """,
    };

    private readonly Dictionary<SiteKind, IReadOnlyList<string>> _sites;

    /// <summary>The known sites and others.</summary>
    /// <param name="own">Sites of a workspace's own; each is of that kind alone.</param>
    public SourceSites(IReadOnlyDictionary<SiteKind, IReadOnlyList<string>> own)
    {
        var claimed = own.Values.SelectMany(s => s).Select(Plain).ToHashSet(StringComparer.Ordinal);
        _sites = Known.ToDictionary(
            k => k.Key,
            k => (IReadOnlyList<string>)[.. (own.GetValueOrDefault(k.Key) ?? []).Select(Plain), .. k.Value.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Where(s => !claimed.Contains(s))]);
    }

    /// <summary>The sites of a kind.</summary>
    public IReadOnlyList<string> Of(SiteKind kind) => _sites[kind];

    /// <summary>A condition: the source is a site of a kind.</summary>
    /// <param name="source">An expression for the source, in small letters.</param>
    /// <param name="kind">The kind.</param>
    public string Holds(string source, SiteKind kind)
    {
        var (hosts, names) = (Of(kind).Where(s => s.Contains('.', StringComparison.Ordinal)), Of(kind).Where(s => !s.Contains('.', StringComparison.Ordinal)));
        return $"regexp_full_match({source}, {SqlText.Text($@"{Before}({Any(names)})(\.[a-z]{{2,4}}){{0,2}}|{Before}({Any(hosts)})")})";
    }

    // What stands before a site's name and is the site all the same: m.facebook.com, uk.search.yahoo.com. Others, such as mail.google.com, are other sites.
    private const string Before = @"((www|web|wap|m|l|lm|mobile|touch|free|lite|apps|business|old|out|amp|link|go|s|search|suche|r|id|player|music|help|ntp|[a-z]{2})\.){0,2}";

    private static string Plain(string site) => site.Trim().ToLowerInvariant();

    private static string Any(IEnumerable<string> sites) => string.Join('|', sites.Select(s => System.Text.RegularExpressions.Regex.Escape(s)));
}
