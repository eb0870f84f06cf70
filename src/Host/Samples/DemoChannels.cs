using System.Globalization;

namespace Merit.Host.Samples;

/// <summary>A channel of the demo company.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Opens">How often it is a contact's first touch.</param>
/// <param name="Follows">How often it is a later one.</param>
/// <param name="Leads">How readily a touch becomes a lead.</param>
/// <param name="Closes">How readily its leads are won.</param>
/// <param name="CostPerTouch">What a touch costs, in yuan; 0 for channels nobody pays for.</param>
/// <param name="ClicksPerImpression">Its click-through rate; 0 where no ads are shown.</param>
/// <param name="Source">utm_source of its links.</param>
/// <param name="Medium">utm_medium of its links.</param>
/// <param name="LeadSource">Where its leads come from, in the CRM's words.</param>
/// <param name="Kinds">What its touches are.</param>
internal sealed record DemoChannel(
    string Name, double Opens, double Follows, double Leads, double Closes, double CostPerTouch, double ClicksPerImpression,
    string Source, string Medium, string LeadSource, IReadOnlyList<string> Kinds)
{
    /// <summary>The twelve channels: dear ones that convert, cheap ones that do not, and three nobody pays for.</summary>
    public static IReadOnlyList<DemoChannel> All { get; } =
    [
        new("paid-search", 16, 6, .10, 1.1, 15, .031, "google", "cpc", "Website form", ["click"]),
        new("paid-social", 20, 6, .07, .5, 13, .0062, "linkedin", "paid_social", "Lead ad", ["click", "form"]),
        new("display", 12, 4, .015, .4, 6, .0018, "ad-network", "display", "Website form", ["click"]),
        new("paid-video", 9, 3, .012, .5, 11, .0024, "video-portal", "paid_video", "Website form", ["view"]),
        new("email", 2, 20, .06, 1.3, 2.5, .022, "newsletter", "email", "Reply", ["click", "click", "reply"]),
        new("webinar", 6, 10, .22, .9, 26, 0, "webinar-tool", "webinar", "Webinar platform", ["registration", "attendance"]),
        new("expo", 4, 5, .45, 1.6, 150, 0, "", "", "Badge scan", ["scan", "demo", "meeting"]),
        new("content", 6, 8, .05, .7, 7, .012, "trade-magazine", "sponsored", "Download", ["download", "visit"]),
        new("partner", 3, 3, .30, 1.8, 85, 0, "partner-portal", "affiliate", "Partner", ["referral", "call"]),
        new("organic-search", 14, 10, .05, 1.0, 0, 0, "google", "organic", "Website form", ["visit", "form"]),
        new("direct", 5, 16, .05, 1.2, 0, 0, "(direct)", "(none)", "Phone", ["visit", "call"]),
        new("referral", 3, 3, .06, 1.1, 0, 0, "forum.example.com", "referral", "Website form", ["visit"]),
    ];

    /// <summary>As many channels as asked: the twelve, then others of the kinds that are paid for, each with campaigns of its own.</summary>
    public static IReadOnlyList<DemoChannel> Of(int count)
    {
        List<DemoChannel> paid = [.. All.Where(c => c.CostPerTouch > 0)];
        return
        [
            .. All,
            .. Enumerable.Range(0, count - All.Count).Select(i => (Of: paid[i % paid.Count], Number: 2 + (i / paid.Count)))
                .Select(c => c.Of with { Name = $"{c.Of.Name}-{c.Number}", Source = c.Of.Source.Length > 0 ? $"{c.Of.Source}-{c.Number}" : "", Base = c.Of, Number = c.Number }),
        ];
    }

    /// <summary>The one of the twelve that it is like; null for these.</summary>
    public DemoChannel? Base { get; private init; }

    /// <summary>Which of its kind it is.</summary>
    public int Number { get; private init; } = 1;

    /// <summary>Whether its touches are recorded by an event tool, which knows the campaign, rather than by links.</summary>
    public bool KnowsCampaign => ClicksPerImpression == 0 && CostPerTouch > 0;
}

/// <summary>A campaign of the demo company.</summary>
internal sealed record DemoCampaign(
    string Id, string Name, string Type, string Format, string Mode, DemoChannel Channel, string Owner, DateOnly Start, DateOnly End, string Utm)
{
    /// <summary>About forty campaigns over two years, of the three types.</summary>
    public static IReadOnlyList<DemoCampaign> All { get; } = Make();

    /// <summary>Campaigns of some channels: those forty, and the like of them for every channel that is like one of the twelve.</summary>
    public static IReadOnlyList<DemoCampaign> Of(IReadOnlyList<DemoChannel> channels)
    {
        List<DemoCampaign> campaigns = [.. All];
        foreach (var channel in channels.Where(c => c.Base is not null))
        {
            foreach (var like in All.Where(c => ReferenceEquals(c.Channel, channel.Base)))
            {
                var number = campaigns.Count + 1;
                campaigns.Add(like with
                {
                    Id = string.Create(CultureInfo.InvariantCulture, $"cmp-{number:00}"), Name = string.Create(CultureInfo.InvariantCulture, $"{like.Name} ({channel.Number})"),
                    Channel = channel, Utm = string.Create(CultureInfo.InvariantCulture, $"c{number:00}{like.Utm[like.Utm.IndexOf('-', StringComparison.Ordinal)..]}-{channel.Number}"),
                });
            }
        }

        return campaigns;
    }

    private static List<DemoCampaign> Make()
    {
        var campaigns = new List<DemoCampaign>();
        void Add(string channel, string type, string format, string name, string owner, int fromMonth, int months)
        {
            var start = DemoCalendar.First.AddMonths(fromMonth);
            campaigns.Add(new DemoCampaign(
                $"cmp-{campaigns.Count + 1:00}", name, type, format, format is "expo" or "partner" ? "offline" : "online",
                DemoChannel.All.Single(c => string.Equals(c.Name, channel, StringComparison.Ordinal)),
                owner, start, start.AddMonths(months).AddDays(-1), $"c{campaigns.Count + 1:00}-{name.ToLowerInvariant().Replace(' ', '-')}"));
        }

        Add("paid-search", "lead-gen", "ads", "Search generic", "demand-generation", 0, 24);
        Add("paid-search", "lead-gen", "ads", "Search competitors", "demand-generation", 3, 18);
        Add("paid-search", "revenue", "ads", "Search spare parts", "e-commerce", 0, 24);
        for (var half = 0; half < 4; half++)
        {
            var label = $"{2024 + (half / 2)} H{1 + (half % 2)}";
            Add("paid-social", "lead-gen", "ads", $"Social lead ads {label}", "demand-generation", half * 6, 6);
            Add("email", "lead-gen", "newsletter", $"Newsletter {label}", "demand-generation", half * 6, 6);
            Add("display", "brand", "ads", $"Display awareness {label}", "brand-team", half * 6, 5);
            Add("paid-video", "brand", "video", $"Video stories {label}", "brand-team", (half * 6) + 1, 4);
            Add("content", "lead-gen", "content", $"White papers {label}", "content-team", half * 6, 6);
            Add("partner", "revenue", "partner", $"Partner programme {label}", "channel-sales", half * 6, 6);
        }

        for (var quarter = 0; quarter < 8; quarter++)
        {
            Add("webinar", "lead-gen", "webinar", $"Webinars {2024 + (quarter / 4)} Q{1 + (quarter % 4)}", "demand-generation", quarter * 3, 3);
        }

        foreach (var (name, month) in new[] { ("Spring expo 2024", 2), ("Autumn expo 2024", 8), ("Spring expo 2025", 14), ("Autumn expo 2025", 20) })
        {
            Add("expo", "revenue", "expo", name, "events", month, 2);
        }

        Add("email", "revenue", "newsletter", "Customer offers", "e-commerce", 6, 18);
        return campaigns;
    }
}
