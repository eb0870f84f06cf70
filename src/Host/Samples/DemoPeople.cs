namespace Merit.Host.Samples;

/// <summary>Makes contacts one after another, in the order they first come, each with a whole journey: nothing is kept in memory.</summary>
internal sealed class DemoPeople : IDisposable
{
    private static readonly string[] Industries = ["Packaging", "Automotive parts", "Food processing", "Chemicals", "Electronics", "Machine building"];
    private static readonly string[] Sizes = ["1-50", "51-250", "251-1000", "1000+"];
    private static readonly string[] Regions = ["East", "North", "South", "West"];
    private static readonly string[] Titles = ["Maintenance manager", "Plant manager", "Process engineer", "Purchasing", "Reliability engineer"];

    // Days in which a journey of a given length lies, about.
    private const double JourneyDays = 60;

    private readonly IReadOnlyList<DemoChannel> channels;
    private readonly double[] opens;
    private readonly double[] follows;
    private readonly DemoOptions options;
    private readonly DemoCalendar calendar = new();
    private readonly RandomStream random;
    private readonly DemoTouches touches;
    private readonly DemoSales sales;
    private readonly CsvFile contacts;
    private readonly CsvFile accounts;

    public DemoPeople(string folder, DemoOptions options, IReadOnlyList<DemoChannel> channels, RandomStream random, DemoTouches touches, DemoSales sales)
    {
        (this.options, this.channels) = (options, channels);
        (opens, follows) = ([.. channels.Select(c => c.Opens)], [.. channels.Select(c => c.Follows)]);
        (this.random, this.touches, this.sales) = (random, touches, sales);
        contacts = new CsvFile(Path.Combine(folder, "contacts.csv"), "contact_id", "account_id", "created_at", "title");
        accounts = new CsvFile(Path.Combine(folder, "accounts.csv"), "account_id", "name", "industry", "size", "region");
    }

    public IEnumerable<(string Name, long Rows)> Rows => [("contacts.csv", contacts.Rows), ("accounts.csv", accounts.Rows)];

    /// <summary>Contacts until there are so many touchpoints.</summary>
    public void Make(CancellationToken stop)
    {
        var touchpoints = options.Touchpoints;
        while (touches.Written < touchpoints)
        {
            stop.ThrowIfCancellationRequested();
            Person((double)touches.Written / touchpoints, touchpoints);
        }
    }

    public void Dispose()
    {
        contacts.Dispose();
        accounts.Dispose();
    }

    private void Person(double share, long touchpoints)
    {
        var contact = contacts.Rows + 1;
        var account = Account();
        var at = DemoCalendar.TimeOf(calendar.DayAt(share), random);
        contacts.Id('c', contact).Id('a', account).Moment(at).Text(random.Chance(.9) ? random.Pick(Titles) : null).End();

        var interest = random.Unit();
        var (known, last) = (false, at);
        for (var left = Touches(interest); left > 0 && at < DemoCalendar.End && touches.Written < touchpoints; left--)
        {
            var (channel, campaign) = Reach(at, known ? follows : opens, known);
            touches.Write(contact, at, channel, campaign);
            if (!known && random.Chance(channel.Leads * (.3 + interest)))
            {
                known = true;
                left += options.JourneyLength is null ? random.Below(4) : 0;
                sales.Lead(contact, account, interest, at, channel, campaign);
            }
            else if (!known && interest > .8 && random.OneIn(60))
            {
                sales.Order(contact, account, at.AddMinutes(3 + random.Below(90)), random.Chance(.7) ? campaign : null);
            }

            last = at;
            at = DemoCalendar.Later(at, Gap(known ? 9 : 14), random);
        }

        if (options.Buyers is { } part && random.Chance(part))
        {
            sales.Order(contact, account, last.AddMinutes(3 + random.Below(90)), null);
        }
    }

    // As many touches as asked on average, half of the journeys with fewer than three quarters of that.
    private int Touches(double interest) =>
        options.JourneyLength is { } length ? 1 + (int)(random.Skewed(length - 1) + .5) : 1 + random.Below(2 + (int)(interest * 5));

    private double Gap(double usual) => options.JourneyLength is { } length ? Math.Min(usual, JourneyDays / length) : usual;

    /// <summary>A channel that can reach somebody then: a paid one needs a running campaign.</summary>
    private (DemoChannel Channel, DemoCampaign? Campaign) Reach(DateTime at, double[] weights, bool known)
    {
        for (var tries = 0; tries < 4; tries++)
        {
            var channel = channels[random.Weighted(weights)];
            if (channel.CostPerTouch == 0)
            {
                return (channel, null);
            }

            if (touches.Running(channel, DateOnly.FromDateTime(at)) is { } campaign)
            {
                return (channel, campaign);
            }
        }

        return (DemoChannel.All[known ? ^2 : ^3], null);
    }

    /// <summary>Half of all people belong to an organisation seen before, some to none.</summary>
    private long Account()
    {
        if (random.Chance(.15))
        {
            return 0;
        }

        if (accounts.Rows > 0 && random.Chance(.55))
        {
            return 1 + (long)(random.Unit() * accounts.Rows);
        }

        var id = accounts.Rows + 1;
        var industry = random.Pick(Industries);
        var region = random.Pick(Regions);
        accounts.Id('a', id).Text($"{industry} plant {id}, {region}").Text(industry).Text(random.Pick(Sizes)).Text(region).End();
        return id;
    }
}
