using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>
/// Google Analytics 4's default channel groups over UTM values (support.google.com/analytics/answer/9756891), first match wins, under names of small letters.
/// What Google's table leaves open is decided here: a visit without any value is direct; <c>affiliates</c> is an affiliate; an assistant that names itself as
/// the source, and no medium of its own, is one even where nobody wrote the medium <c>ai-assistant</c>.
/// </summary>
internal static class Ga4Channels
{
    private const string Paid = "^(.*cp.*|ppc|retargeting|paid.*)$";
    private const string Shop = "^(.*(([^a-df-z]|^)shop|shopping).*)$";

    private static readonly string[] Email = ["email", "e-mail", "e_mail", "e mail"];

    /// <summary>The rules, in order.</summary>
    /// <param name="sites">Which sources are which kind of site.</param>
    /// <param name="source">An expression for the source: small letters, empty rather than null.</param>
    /// <param name="medium">The medium, likewise.</param>
    /// <param name="campaign">The campaign, likewise.</param>
    public static IEnumerable<(string Channel, string Condition)> Rules(SourceSites sites, string source, string medium, string campaign)
    {
        var paid = Matches(medium, Paid);
        var (search, social, video) = (sites.Holds(source, SiteKind.Search), sites.Holds(source, SiteKind.Social), sites.Holds(source, SiteKind.Video));
        var shopping = $"({sites.Holds(source, SiteKind.Shopping)} OR {Matches(campaign, Shop)})";
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
            ("ai-assistant", $"({medium} = 'ai-assistant' OR {sites.Holds(source, SiteKind.Assistant)} AND {In(medium, "", "(not set)", "(none)", "none", "referral")})"),
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

    private static string Matches(string value, string pattern) => $"regexp_full_match({value}, {SqlText.Text(pattern)})";

    private static string In(string value, params string[] values) => $"{value} IN ({string.Join(", ", values.Select(SqlText.Text))})";
}
