using System.Globalization;

namespace Merit.Host.Samples;

/// <summary>Writes touchpoints, and remembers how many each campaign had on each day, which is what its spend and delivery follow.</summary>
internal sealed class DemoTouches(CsvFile file, IReadOnlyList<DemoCampaign> campaigns, RandomStream random, DemoFaults faults)
{
    private static readonly string[] Header =
        ["touch_id", "contact_id", "occurred_at", "campaign_id", "kind", "utm_source", "utm_medium", "utm_campaign"];

    private readonly long[,] perDay = new long[campaigns.Count, DemoCalendar.Days];
    private readonly Dictionary<string, List<DemoCampaign>> ofChannel =
        campaigns.GroupBy(c => c.Channel.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);

    private readonly List<DemoCampaign> running = [];

    // A number that no campaign has.
    private readonly string unknownCampaign = string.Create(CultureInfo.InvariantCulture, $"cmp-{Math.Max(99, campaigns.Count + 1)}");

    public static CsvFile Open(string folder) => new(Path.Combine(folder, "touchpoints.csv"), Header);

    public long Written => file.Rows;

    public long On(int campaign, int day) => perDay[campaign, day];

    /// <summary>The campaign of a channel that reaches somebody on a day, or null where none runs.</summary>
    public DemoCampaign? Running(DemoChannel channel, DateOnly day)
    {
        running.Clear();
        if (ofChannel.TryGetValue(channel.Name, out var all))
        {
            foreach (var campaign in all)
            {
                if (campaign.Start <= day && day <= campaign.End)
                {
                    running.Add(campaign);
                }
            }
        }

        return running.Count == 0 ? null : random.Pick(running);
    }

    public void Write(long contact, DateTime at, DemoChannel channel, DemoCampaign? campaign)
    {
        var id = file.Rows + 1;
        if (id > 1 && random.OneIn(2500))
        {
            id--;
            faults.RepeatedTouches++;
        }
        else if (random.OneIn(1500))
        {
            contact = 0;
            faults.TouchesOfNobody++;
        }

        file.Id('t', id).Id('c', contact);
        if (random.OneIn(1000))
        {
            file.Text(string.Create(CultureInfo.InvariantCulture, $"{at.Year}-02-30 {at:HH:mm:ss}"));
            faults.BadTouchDates++;
        }
        else
        {
            file.Moment(at);
        }

        WriteCampaign(channel, campaign);
        file.End();
        if (campaign is not null)
        {
            perDay[Number(campaign), DateOnly.FromDateTime(at).DayNumber - DemoCalendar.First.DayNumber]++;
        }
    }

    /// <summary>A campaign's place in the list.</summary>
    public static int Number(DemoCampaign campaign) => int.Parse(campaign.Id.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture) - 1;

    private void WriteCampaign(DemoChannel channel, DemoCampaign? campaign)
    {
        if (campaign is null)
        {
            file.Empty().Text(random.Pick(channel.Kinds)).Text(channel.Source).Text(channel.Medium).Empty();
        }
        else if (channel.KnowsCampaign)
        {
            var unknown = random.OneIn(800);
            faults.UnknownCampaigns += unknown ? 1 : 0;
            file.Text(unknown ? unknownCampaign : campaign.Id).Text(random.Pick(channel.Kinds)).Empty().Empty().Empty();
        }
        else if (random.Chance(.03))
        {
            faults.Untagged++;
            file.Empty().Text(random.Pick(channel.Kinds)).Text("(direct)").Text("(none)").Empty();
        }
        else
        {
            var mixed = random.Chance(.05);
            faults.MixedCase += mixed ? 1 : 0;
            file.Empty().Text(random.Pick(channel.Kinds)).Text(channel.Source).Text(channel.Medium).Text(mixed ? campaign.Utm.ToUpperInvariant() : campaign.Utm);
        }
    }
}
