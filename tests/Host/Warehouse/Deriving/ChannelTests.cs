using Merit.Diagnostics;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Warehouse.Deriving;

public sealed class ChannelTests : IDisposable
{
    private LoadBed _bed = new();

    [Fact]
    public async Task Utm_values_are_grouped_as_Google_Analytics_groups_them()
    {
        // source, medium, campaign → channel; the rules are Google's published ones, first match wins.
        (string Source, string Medium, string Campaign, string Channel)[] cases =
        [
            ("", "", "", "direct"), ("(direct)", "(none)", "", "direct"), ("(direct)", "(not set)", "x", "direct"), ("direct", "", "", "direct"),
            ("google", "cpc", "", "paid-search"), ("GOOGLE", "CPC", "", "paid-search"), ("google", "cpm", "", "paid-search"), ("adwords", "paid_search", "", "paid-search"), ("baidu", "ppc", "", "paid-search"),
            ("facebook", "cpc", "", "paid-social"), ("facebook_ads", "paid_social", "", "paid-social"), ("m.facebook.com", "paid", "", "paid-social"), ("linkedin.com", "retargeting", "", "paid-social"),
            ("youtube", "cpv", "", "paid-video"), ("youtube.com", "", "", "organic-video"), ("x", "video", "", "organic-video"),
            ("partner", "cpm", "", "display"), ("partner", "banner", "", "display"), ("partner", "cpc", "", "paid-other"), ("partner", "paid", "", "paid-other"),
            ("amazon", "cpc", "", "paid-shopping"), ("amazon", "", "", "organic-shopping"), ("partner", "cpc", "summer-shop", "paid-shopping"), ("partner", "x", "eshop", "organic-shopping"), ("partner", "x", "workshop", "unassigned"),
            ("any", "x", "my cross-network thing", "cross-network"),
            ("facebook", "", "", "organic-social"), ("partner", "social", "", "organic-social"), ("weixin", "article", "", "organic-social"),
            ("google", "", "", "organic-search"), ("any", "organic", "", "organic-search"), ("www.google.co.uk", "x", "", "organic-search"), ("notgoogle", "x", "", "unassigned"),
            ("blog", "referral", "", "referral"), ("app", "link", "", "referral"),
            ("newsletter", "email", "", "email"), ("newsletter", "e-mail", "", "email"), ("email", "x", "", "email"),
            ("partner", "affiliate", "", "affiliates"), ("radio", "audio", "", "audio"), ("sms", "x", "", "sms"), ("x", "sms", "", "sms"),
            ("x", "web-push", "", "push"), ("firebase", "x", "", "push"), ("x", "mobile-app", "", "push"),
            ("something", "odd", "", "unassigned"), ("", "", "only-a-campaign", "unassigned"),
        ];
        _bed.Write("t.csv", "id,s,m,c\n" + string.Concat(cases.Select((c, i) => $"{i:D3},{c.Source},{c.Medium},{c.Campaign}\n")));
        await _bed.LoadAsync(Touches("t.csv"));
        Assert.Equal(cases.Select(c => $"{c}"), cases.Zip(_bed.Rows("SELECT channel FROM touchpoints ORDER BY touch_id"), (c, channel) => $"{c with { Channel = channel }}"));
    }

    [Fact]
    public async Task The_workspaces_own_rules_come_first_and_aliases_give_one_name()
    {
        _bed = new LoadBed
        {
            Channels = new ChannelSettings
            {
                Rules = [Rule("wechat", source: "weixin*"), Rule("Partner 100%_x", medium: "100%_x"), Rule("late", source: "google", campaign: "*2025")],
                Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["e-mail"] = "email", ["Paid-Search"] = "sem" },
            },
        };
        _bed.Write("t.csv", "id,s,m,c,channel\n1,WeiXin_oa,x,,\n2,a,100%_x,,\n3,a,100zzx,,\n4,google,cpc,spring2025,\n5,google,cpc,spring2026,\n6,,,,E-Mail\n7,,,, EMAIL \n8,,,,Other\n");
        await _bed.LoadAsync(_bed.Source("touchpoints", "t.csv", "touch_id=id", "utm_source=s", "utm_medium=m", "utm_campaign=c", "channel"));
        Assert.Equal(["wechat", "Partner 100%_x", "unassigned", "late", "sem", "email", "email", "Other"], _bed.Rows("SELECT channel FROM touchpoints ORDER BY touch_id"));
    }

    [Fact]
    public async Task Without_the_standard_groups_only_own_rules_count()
    {
        _bed = new LoadBed { Channels = new ChannelSettings { Ga4 = false, Rules = [Rule("search", source: "google")] } };
        _bed.Write("t.csv", "id,s,m,c\n1,google,,\n2,facebook,cpc,\n3,,,\n");
        await _bed.LoadAsync(Touches("t.csv"));
        Assert.Equal(["search", "unassigned", "unassigned"], _bed.Rows("SELECT channel FROM touchpoints ORDER BY touch_id"));
    }

    [Fact]
    public async Task A_touchpoint_takes_its_campaign_by_utm_campaign_and_its_campaigns_channel_before_its_own()
    {
        _bed.Write("campaigns.csv", "id,utm,channel\nC1,Spring,webinar\nC2,autumn,\nC3,shared,expo\nC4,SHARED,expo\n");
        _bed.Write("t.csv", "id,camp,utm,s,channel\n1,,spring,google,own\n2,, AUTUMN ,google,own\n3,,autumn,google,\n4,,shared,google,\n5,C1,autumn,,\n6,C9,x,,own\n");
        await _bed.LoadAsync(
            _bed.Source("touchpoints", "t.csv", "touch_id=id", "campaign_id=camp", "utm_campaign=utm", "utm_source=s", "channel"),
            _bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "utm_campaign=utm", "channel"));
        Assert.Equal(
            ["1|C1|webinar", "2|C2|own", "3|C2|organic-search", "4|∅|organic-search", "5|C1|webinar", "6|C9|own"], _bed.Rows("SELECT touch_id, campaign_id, channel FROM touchpoints ORDER BY 1"));
        Assert.Contains("utm-campaign-shared|1", _bed.Rows("SELECT code, count FROM merit.notes"));
    }

    [Fact]
    public async Task Touchpoints_of_two_sources_get_their_channel_when_both_are_in()
    {
        _bed.Write("campaigns.csv", "id,channel\nC1,expo\n");
        _bed.Write("a.csv", "id,s\n1,google\n2,google\n");
        _bed.Write("b.csv", "id,camp\n1,C1\n");
        await _bed.LoadAsync(_bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "channel"), _bed.Source("touchpoints", "a.csv", "touch_id=id", "utm_source=s"), _bed.Source("touchpoints", "b.csv", "touch_id=id", "campaign_id=camp"));
        Assert.Equal(["1|C1|expo", "2|∅|organic-search"], _bed.Rows("SELECT touch_id, campaign_id, channel FROM touchpoints ORDER BY 1"));
    }

    public void Dispose() => _bed.Dispose();

    private Source Touches(string file) => _bed.Source("touchpoints", file, "touch_id=id", "utm_source=s", "utm_medium=m", "utm_campaign=c");

    private static ChannelRule Rule(string channel, string? source = null, string? medium = null, string? campaign = null) => new(channel, source, medium, campaign, new Place("merit.yaml", 3));
}
