namespace Merit.Host.Samples;

/// <summary>What becomes of a contact: a lead and its stages, a deal, orders.</summary>
internal sealed class DemoSales(string folder, RandomStream random, DemoFaults faults) : IDisposable
{
    private static readonly string[] LostReasons = ["Price", "No budget this year", "Chose another supplier", "Project stopped", "No answer"];
    private static readonly string[] RejectReasons = ["Too small", "No need this year", "Wrong region", "Not reachable"];
    private static readonly string[] Competitors = ["price leader", "incumbent supplier", "in-house build"];

    private readonly CsvFile leads = new(
        Path.Combine(folder, "leads.csv"),
        "lead_id", "contact_id", "campaign_id", "source", "owner", "status", "created_at", "first_contacted_at",
        "mql_at", "accepted_at", "sql_at", "opportunity_at", "won_at", "lost_at", "lost_reason", "rejected_at", "reject_reason", "duplicate_of");

    private readonly CsvFile deals = new(
        Path.Combine(folder, "opportunities.csv"),
        "opportunity_id", "lead_id", "contact_id", "account_id", "campaign_id", "owner", "stage", "kind", "amount", "created_at", "closed_at", "outcome", "competitor");

    private readonly CsvFile orders = new(
        Path.Combine(folder, "orders.csv"),
        "order_id", "opportunity_id", "account_id", "contact_id", "campaign_id", "ordered_at", "amount");

    public IEnumerable<(string Name, long Rows)> Rows =>
        [("leads.csv", leads.Rows), ("opportunities.csv", deals.Rows), ("orders.csv", orders.Rows)];

    /// <summary>Writes a lead and what became of it.</summary>
    public void Lead(long contact, long account, double interest, DateTime at, DemoChannel channel, DemoCampaign? campaign)
    {
        var lead = new DemoLead(leads.Rows + 1, contact, at, channel, campaign, $"inside-sales-{1 + random.Below(6)}");
        var quality = channel.Closes * (.5 + interest);
        lead.FirstContacted = random.Chance(.85) ? lead.CreatedAt.AddMinutes(4 + (int)random.Skewed(900)) : null;
        if (Reaches(.32 * quality, at, 5) is { } mql)
        {
            lead.Mql = mql;
            lead.Accepted = Reaches(.78, mql, 3);
            if (lead.Accepted is null && random.Chance(.5))
            {
                lead.Rejected = Within(DemoCalendar.Later(mql, 4, random));
            }
        }

        lead.Sql = lead.Accepted is { } accepted ? Reaches(.66, accepted, 6) : null;
        lead.Opportunity = lead.Sql is { } sql ? Reaches(.72, sql, 6) : null;
        if (lead.Opportunity is { } opened)
        {
            Deal(lead, account, opened, quality);
        }

        // CRMs let people skip stages: the later date stands without the earlier.
        lead.Mql = lead.Accepted is not null && random.Chance(.08) ? null : lead.Mql;
        Write(lead, duplicateOf: 0);
        if (random.Chance(.015) && Within(DemoCalendar.Later(at, 10, random)) is { } again)
        {
            faults.DuplicateLeads++;
            Write(new DemoLead(leads.Rows + 1, contact, again, channel, campaign, lead.Owner), lead.Id);
        }
    }

    /// <summary>A purchase in the shop, without lead or deal.</summary>
    public void Order(long contact, long account, DateTime at, DemoCampaign? campaign) =>
        Order(0, contact, account, at, campaign, 100 * (2 + (int)random.Skewed(14)));

    public void Dispose()
    {
        leads.Dispose();
        deals.Dispose();
        orders.Dispose();
    }

    private void Deal(DemoLead lead, long account, DateTime opened, double quality)
    {
        var closed = Within(DemoCalendar.Later(opened, 32, random));
        var won = closed is not null && random.Chance(Math.Min(.85, .26 * quality));
        var amount = 100 * (int)(125 * random.Factor(.9));
        lead.Won = won ? closed : null;
        lead.Lost = won ? null : closed;
        deals.Id('d', deals.Rows + 1).Id('l', lead.Id).Id('c', lead.Contact).Id('a', account)
            .Text(random.Chance(.6) ? lead.Campaign?.Id : null).Text(lead.Owner)
            .Text(won ? "Closed won" : closed is null ? "Proposal" : "Closed lost").Text("new").Amount(amount)
            .Moment(opened).Moment(closed).Text(won ? "won" : closed is null ? null : "lost")
            .Text(!won && closed is not null && random.Chance(.5) ? random.Pick(Competitors) : null).End();
        if (!won || closed is not { } day)
        {
            return;
        }

        var deal = deals.Rows;
        if (random.Chance(.2))
        {
            // Invoiced in two parts, whose sum is not quite what the deal said.
            Order(deal, lead.Contact, account, day.AddDays(2), null, (int)(amount * .55));
            Order(deal, lead.Contact, account, day.AddDays(20), null, (int)(amount * .47));
        }

        for (var again = day; random.Chance(.4) && Within(DemoCalendar.Later(again, 90, random)) is { } next; again = next)
        {
            Order(lead.Contact, account, next, random.Chance(.5) ? lead.Campaign : null);
        }
    }

    private void Order(long deal, long contact, long account, DateTime at, DemoCampaign? campaign, int amount)
    {
        if (at < DemoCalendar.End)
        {
            orders.Id('o', orders.Rows + 1).Id('d', deal).Id('a', account).Id('c', contact).Text(campaign?.Id).Moment(at).Amount(amount).End();
        }
    }

    private void Write(DemoLead lead, long duplicateOf)
    {
        var untagged = lead.Campaign is not null && random.Chance(.08);
        faults.LeadsWithoutCampaign += untagged ? 1 : 0;
        leads.Id('l', lead.Id).Id('c', lead.Contact).Text(untagged ? null : lead.Campaign?.Id)
            .Text(random.Chance(.04) ? lead.Channel.LeadSource.ToUpperInvariant() : lead.Channel.LeadSource)
            .Text(lead.Owner).Text(duplicateOf > 0 ? "duplicate" : lead.Status);
        if (random.OneIn(700))
        {
            faults.BadLeadDates++;
            leads.Text("0000-00-00");
        }
        else
        {
            leads.Moment(lead.CreatedAt);
        }

        leads.Moment(lead.FirstContacted).Moment(lead.Mql).Moment(lead.Accepted).Moment(lead.Sql).Moment(lead.Opportunity)
            .Moment(lead.Won).Moment(lead.Lost).Text(lead.Lost is null ? null : random.Pick(LostReasons))
            .Moment(lead.Rejected).Text(lead.Rejected is null ? null : random.Pick(RejectReasons)).Id('l', duplicateOf).End();
    }

    private DateTime? Reaches(double probability, DateTime from, double meanDays) =>
        random.Chance(Math.Min(probability, .95)) ? Within(DemoCalendar.Later(from, meanDays, random)) : null;

    private static DateTime? Within(DateTime moment) => moment < DemoCalendar.End ? moment : null;
}

/// <summary>A lead while its life is made up.</summary>
internal sealed record DemoLead(long Id, long Contact, DateTime CreatedAt, DemoChannel Channel, DemoCampaign? Campaign, string Owner)
{
    public DateTime? FirstContacted { get; set; }

    public DateTime? Mql { get; set; }

    public DateTime? Accepted { get; set; }

    public DateTime? Sql { get; set; }

    public DateTime? Opportunity { get; set; }

    public DateTime? Won { get; set; }

    public DateTime? Lost { get; set; }

    public DateTime? Rejected { get; set; }

    public string Status => this switch
    {
        { Won: not null } => "won",
        { Lost: not null } => "lost",
        { Opportunity: not null } => "opportunity",
        { Rejected: not null } => "rejected",
        { Sql: not null } => "sql",
        { Accepted: not null } => "accepted",
        { Mql: not null } => "mql",
        _ => "new",
    };
}
