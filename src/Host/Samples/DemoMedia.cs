using System.Globalization;

namespace Merit.Host.Samples;

/// <summary>Writes what campaigns cost and showed, day by day, from the touches they had: campaigns, spend, delivery, engagement, targets, benchmarks.</summary>
internal sealed class DemoMedia(string folder, IReadOnlyList<DemoCampaign> all, RandomStream random, DemoTouches touches, DemoFaults faults)
{
    private readonly Dictionary<string, long> rows = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, long Rows)> Rows => rows.Select(r => (r.Key, r.Value));

    public void Write()
    {
        var costs = Spend();
        Delivery();
        Engagement();
        Campaigns(costs);
        Targets(costs);
        using var benchmarks = Open("benchmarks.csv", "metric", "campaign_type", "value", "source", "as_of");
        foreach (var (metric, type, value) in new[] { ("cpl", "lead-gen", 190m), ("lead_to_mql", "lead-gen", .3m), ("cac", "revenue", 3200m), ("roi", "revenue", 1.5m), ("roi", "lead-gen", .8m) })
        {
            benchmarks.Text(metric).Text(type).Amount(value).Text("Demo assumption").Day(DemoCalendar.First).End();
        }

        Count("benchmarks.csv", benchmarks);
    }

    private decimal[] Spend()
    {
        var costs = new decimal[all.Count];
        using var spend = Open("spend.csv", "date", "campaign_id", "category", "source", "amount");
        foreach (var campaign in all)
        {
            var number = DemoTouches.Number(campaign);
            var lump = campaign.Channel.ClicksPerImpression == 0;
            var carried = 0m;
            for (var day = campaign.Start; day <= campaign.End; day = day.AddDays(1))
            {
                var cost = (decimal)Math.Round(touches.On(number, Of(day)) * campaign.Channel.CostPerTouch * random.Factor(.25), 2);
                carried += cost;

                // Platforms bill by the day; events and partners send an invoice at the end of the month.
                if (carried == 0 || (lump && day.AddDays(1).Day != 1 && day != campaign.End))
                {
                    continue;
                }

                costs[number] += carried;
                Row(spend, day, campaign.Id, lump ? "venue" : "media", lump ? "ledger" : campaign.Channel.Source, carried);
                carried = 0;
            }

            Fixed(spend, campaign, costs, number);
        }

        for (var month = DemoCalendar.First; month <= DemoCalendar.Last; month = month.AddMonths(1))
        {
            Row(spend, month.AddDays(2), null, "tools", "ledger", 1800);
        }

        Count("spend.csv", spend);
        return costs;
    }

    private void Fixed(CsvFile spend, DemoCampaign campaign, decimal[] costs, int number)
    {
        var content = Math.Round(costs[number] * .08m, 0);
        if (content > 0)
        {
            Row(spend, campaign.Start, campaign.Id, "content", "ledger", content);
            costs[number] += content;
        }

        if (random.OneIn(6))
        {
            var credit = -Math.Round(costs[number] * .01m, 0);
            Row(spend, campaign.End, campaign.Id, "media", "ledger", credit);
            costs[number] += credit;
            faults.CreditNotes++;
        }
    }

    private void Row(CsvFile spend, DateOnly day, string? campaign, string category, string source, decimal amount)
    {
        spend.Day(day).Text(campaign).Text(category).Text(source).Amount(amount).End();
        if (random.OneIn(400))
        {
            faults.BadAmounts++;
            spend.Day(day).Text(campaign).Text(category).Text(source).Text("n/a").End();
        }
    }

    private void Delivery()
    {
        using var delivery = Open("delivery.csv", "date", "campaign_id", "impressions", "clicks", "conversions");
        foreach (var campaign in all.Where(c => c.Channel.ClicksPerImpression > 0))
        {
            for (var day = campaign.Start; day <= campaign.End; day = day.AddDays(1))
            {
                // More people click than are ever recognised.
                var seen = touches.On(DemoTouches.Number(campaign), Of(day));
                var clicks = (long)(seen * (1.3 + random.Unit()));
                var shown = (long)((clicks + random.Unit()) / campaign.Channel.ClicksPerImpression * random.Factor(.3));
                delivery.Day(day).Text(campaign.Id).Whole(Math.Max(shown, clicks)).Whole(clicks).Whole((long)(clicks * campaign.Channel.Leads)).End();
            }
        }

        Count("delivery.csv", delivery);
    }

    private void Engagement()
    {
        using var engagement = Open(
            "engagement.csv", "date", "campaign_id", "platform", "comments", "shares", "likes", "mentions", "market_mentions", "site_visits", "followers");
        var followers = 12_000L;
        foreach (var campaign in all.Where(c => string.Equals(c.Type, "brand", StringComparison.Ordinal)).OrderBy(c => c.Start).ThenBy(c => c.Id, StringComparer.Ordinal))
        {
            for (var day = campaign.Start; day <= campaign.End; day = day.AddDays(1))
            {
                var seen = touches.On(DemoTouches.Number(campaign), Of(day));
                var mood = random.Factor(.5);
                followers += (long)(mood * 9);
                engagement.Day(day).Text(campaign.Id).Text(campaign.Channel.Source)
                    .Whole((long)(seen * mood)).Whole((long)(seen * .7 * mood)).Whole((long)((seen + 4) * 9 * mood))
                    .Whole((long)(6 * mood)).Whole((long)(70 * random.Factor(.2))).Whole((long)((seen + 3) * 4 * random.Factor(.4))).Whole(followers).End();
            }
        }

        Count("engagement.csv", engagement);
    }

    private void Campaigns(decimal[] costs)
    {
        using var campaigns = Open(
            "campaigns.csv", "campaign_id", "name", "type", "format", "mode", "channel", "owner", "start_date", "end_date", "budget", "utm_campaign");
        foreach (var campaign in all)
        {
            var budget = Math.Round(costs[DemoTouches.Number(campaign)] * (decimal)(.9 + (.35 * random.Unit())) / 1000, 0) * 1000;
            campaigns.Text(campaign.Id).Text(campaign.Name).Text(campaign.Type).Text(campaign.Format).Text(campaign.Mode).Text(campaign.Channel.Name)
                .Text(campaign.Owner).Day(campaign.Start).Day(campaign.End).Amount(Math.Max(budget, 1000)).Text(campaign.Utm).End();
        }

        Count("campaigns.csv", campaigns);
    }

    private void Targets(decimal[] costs)
    {
        using var targets = Open("targets.csv", "campaign_id", "metric", "value", "period_start", "period_end");
        foreach (var campaign in all)
        {
            var cost = costs[DemoTouches.Number(campaign)];
            (string Metric, decimal Value)[] goals = campaign.Type switch
            {
                "lead-gen" => [("new_leads", Math.Ceiling(cost / 190)), ("cpl", 190)],
                "revenue" => [("revenue", Math.Ceiling(cost * 2.5m / 1000) * 1000), ("cac", 3200)],
                _ => [("engagement_rate", .004m), ("mentions", 900), ("site_visits", Math.Ceiling(cost / 2)), ("new_followers", 1200)],
            };
            foreach (var (metric, value) in goals)
            {
                targets.Text(campaign.Id).Text(metric).Text(value.ToString(CultureInfo.InvariantCulture)).Day(campaign.Start).Day(campaign.End).End();
            }
        }

        Count("targets.csv", targets);
    }

    private CsvFile Open(string name, params ReadOnlySpan<string> header) => new(Path.Combine(folder, name), header);

    private void Count(string name, CsvFile file) => rows[name] = file.Rows;

    private static int Of(DateOnly day) => day.DayNumber - DemoCalendar.First.DayNumber;
}
