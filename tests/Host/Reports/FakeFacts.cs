namespace Merit.Host.Tests.Reports;

/// <summary>A campaign of the fake.</summary>
internal sealed record FakeCampaign(string Id, string Name, string Type, string Channel, DateOnly Start, DateOnly? End, double? Budget);

/// <summary>An amount of something on a day.</summary>
internal sealed record FakeFact(string Measure, DateOnly Day, string? Campaign, double Amount)
{
    /// <summary>The lead's source.</summary>
    public string? Source { get; init; }

    /// <summary>The channel where it is not the campaign's.</summary>
    public string? Channel { get; init; }
}

/// <summary>The facts behind <see cref="FakeMeasures"/>.</summary>
internal sealed class FakeFacts
{
    public const string Nasty = "<script>alert(1)</script> | *x*";

    public List<FakeCampaign> Campaigns { get; } = [];

    public List<FakeFact> Facts { get; } = [];

    public Dictionary<(string Metric, string Campaign), double> Targets { get; } = [];

    public Dictionary<string, double> Benchmarks { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, double> Scores { get; } = new(StringComparer.Ordinal);

    /// <summary>Measures no source loads.</summary>
    public HashSet<string> NotLoaded { get; } = new(StringComparer.Ordinal);

    public double? Cycle { get; set; } = 45;

    /// <summary>A year of a small company: good, middling and bad campaigns, one with a name that tries to be more than a name.</summary>
    public static FakeFacts Company()
    {
        var facts = new FakeFacts();
        facts.Campaign("webinar", "Webinars", "lead-gen", "webinar", 1, 10_000, leads: 500, mqls: 100, customers: 2, revenue: 24_000, budget: 12_000);
        facts.Campaign("expo", "Spring expo", "revenue", "expo", 2, 50_000, leads: 120, mqls: 60, customers: 20, revenue: 400_000, budget: 50_000);
        facts.Campaign("google-ads", "Search ads", "lead-gen", "google-ads", 1, 50_000, leads: 200, mqls: 30, customers: 15, revenue: 300_000, budget: 52_000);
        facts.Campaign("email", "Newsletter", "lead-gen", "email", 1, 10_000, leads: 300, mqls: 66, customers: 10, revenue: 80_000, budget: null);
        facts.Campaign("social", Nasty, "lead-gen", "social", 3, 30_000, leads: 510, mqls: 20, customers: 3, revenue: 9_000, budget: 25_000);
        facts.Campaign("trade-show", "Autumn trade show", "revenue", "trade-show", 11, 80_000, leads: 15, mqls: 4, customers: 1, revenue: 20_000, budget: 90_000);
        facts.Campaign("brand", "Machines that tell you first", "brand", "brand", 3, 48_500, leads: 0, mqls: 0, customers: 0, revenue: 0, budget: 50_000);
        foreach (var (metric, campaign, value) in new[]
        {
            ("new_leads", "webinar", 500d), ("cpl", "webinar", 24), ("new_leads", "google-ads", 250), ("roi", "expo", 5), ("revenue", "expo", 380_000), ("roi", "google-ads", 6),
        })
        {
            facts.Targets[(metric, campaign)] = value;
        }

        foreach (var (metric, value) in new[] { ("cpl", 30d), ("cac", 3_125), ("lead_to_mql", .18) })
        {
            facts.Benchmarks[metric] = value;
        }

        foreach (var (campaign, score) in new[] { ("webinar", 85.5), ("google-ads", 41.2), ("email", 77.0), ("social", 22.4), ("expo", 88.5), ("brand", 81.0) })
        {
            facts.Scores[campaign] = score;
        }

        facts.Facts.AddRange(
        [
            new("engagements", new(2025, 4, 1), "brand", 5_200), new("impressions", new(2025, 4, 1), "brand", 260_000), new("clicks", new(2025, 4, 1), "brand", 3_900), new("mentions", new(2025, 4, 1), "brand", 2_100), new("market mentions", new(2025, 4, 1), null, 16_000),
            new("site_visits", new(2025, 5, 1), "brand", 31_000), new("new_followers", new(2025, 5, 1), "brand", 3_050),
            new("revenue_unattributed", new(2025, 6, 1), null, 42_000), new("revenue_other", new(2025, 6, 1), null, 8_000), new("leads", new(2025, 6, 3), null, 40) { Source = "Unknown" },
            new("credit:first", new(2025, 6, 1), "expo", 350_000), new("credit:first", new(2025, 6, 1), "google-ads", 400_000), new("credit:first", new(2025, 6, 1), null, 42_000) { Channel = "(unattributed)" },
            new("credit:u-shaped", new(2025, 6, 1), "expo", 420_000), new("credit:u-shaped", new(2025, 6, 1), "google-ads", 330_000), new("credit:u-shaped", new(2025, 6, 1), null, 42_000) { Channel = "(unattributed)" },
        ]);
        return facts;
    }

    /// <summary>Leads without campaigns, money or anything else, as a CRM export may be.</summary>
    public static FakeFacts LeadsOnly()
    {
        var facts = new FakeFacts { Cycle = null };
        foreach (var measure in new[] { "cost", "revenue", "customers", "budget", "campaigns", "engagements", "impressions", "clicks", "mentions", "site_visits", "new_followers", "revenue_unattributed", "revenue_other" })
        {
            facts.NotLoaded.Add(measure);
        }

        facts.Facts.AddRange(
        [
            new("leads", new(2025, 1, 5), null, 600) { Source = "organic" }, new("leads", new(2025, 2, 5), null, 400) { Source = "Unknown" },
            new("won", new(2025, 1, 5), null, 60) { Source = "organic" }, new("won", new(2025, 2, 5), null, 70) { Source = "Unknown" },
        ]);
        return facts;
    }

    private void Campaign(string id, string name, string type, string channel, int month, double cost, double leads, double mqls, double customers, double revenue, double? budget)
    {
        var start = new DateOnly(2025, month, 10);
        var months = Math.Min(6, 13 - month);
        Campaigns.Add(new FakeCampaign(id, name, type, channel, start, start.AddMonths(months), budget));
        Facts.Add(new FakeFact("campaigns", start, id, 1));
        if (budget is { } amount)
        {
            Facts.Add(new FakeFact("budget", start, id, amount));
        }

        // The first months carry more than the last.
        var weights = Enumerable.Range(0, months).Select(m => (double)(months - m)).ToList();
        for (var m = 0; m < months; m++)
        {
            var day = start.AddMonths(m);
            var share = weights[m] / weights.Sum();
            foreach (var (measure, total) in new[] { ("cost", cost), ("leads", leads), ("mqls", mqls), ("sqls", mqls / 2), ("won", customers), ("customers", customers), ("revenue", revenue) })
            {
                Facts.Add(new FakeFact(measure, day, id, total * share) { Source = channel });
            }
        }
    }
}
