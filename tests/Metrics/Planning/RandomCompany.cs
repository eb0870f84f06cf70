using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning;

/// <summary>A few rows of everything, with the holes real data has: missing keys, campaigns nobody declared, days around a change of clocks, month ends.</summary>
internal sealed class RandomCompany
{
    private static readonly string?[] CampaignIds = ["c1", "c2", "c3", "unknown", null];
    private static readonly string?[] Channels = ["email", "expo", "社交", null];
    private static readonly string?[] Contacts = ["p1", "p2", "p3", "p4", "p5", null];

    private static readonly DateTime[] Instants =
    [
        new(2025, 3, 9, 4, 59, 0), new(2025, 3, 9, 5, 1, 0), new(2025, 3, 9, 7, 0, 0), new(2025, 3, 30, 0, 30, 0), new(2025, 3, 30, 1, 0, 0),
        new(2025, 3, 31, 15, 59, 59), new(2025, 3, 31, 16, 0, 0), new(2025, 3, 31, 23, 59, 59), new(2025, 4, 1, 3, 59, 59), new(2025, 4, 1, 4, 0, 0),
        new(2025, 11, 2, 5, 30, 0), new(2025, 11, 2, 6, 30, 0), new(2025, 12, 31, 22, 30, 0), new(2024, 12, 31, 17, 0, 0), new(2024, 2, 29, 12, 0, 0),
    ];

    public RandomCompany(int seed)
    {
        var random = new Random(seed);
        Campaigns = [.. new[] { "c1", "c2", "c3" }.Select(id => new Campaign(id, Pick<string?>(random, ["lead-gen", "revenue", null]), Pick(random, Channels), Pick<string?>(random, ["ann", "bob", null])))];
        FirstTouches = [.. Contacts.OfType<string>().Where(_ => random.Next(3) > 0).Select(c => new FirstTouch(c, Pick(random, CampaignIds), Pick(random, Channels)))];
        Spend = [.. Some(random, () => new Spending(Day(random), Pick(random, CampaignIds), Pick(random, Channels), Pick<string?>(random, ["media", "venue", null]), random.Next(20) == 0 ? null : random.Next(0, 100_000) / 100m))];
        Leads = [.. Some(random, () => new Lead(
            Pick(random, Contacts), Pick(random, CampaignIds), random.Next(5) == 0 ? "l0" : null, Pick<string?>(random, ["webinar", "expo", "Web", null]),
            Instant(random), random.Next(2) == 0 ? Instant(random) : null, random.Next(3) == 0 ? Instant(random) : null, random.Next(4) == 0 ? null : random.Next(0, 1000) / 10.0))];
        Sales = [.. Some(random, () => new Sale(Pick(random, Contacts), Pick<string?>(random, ["a1", "a2", "p1", "p2", null]), Pick(random, CampaignIds), Instant(random), random.Next(0, 1_000_000) / 100m, random.Next(2) == 0))];
    }

    public IReadOnlyList<Campaign> Campaigns { get; }

    public IReadOnlyList<FirstTouch> FirstTouches { get; }

    public IReadOnlyList<Spending> Spend { get; }

    public IReadOnlyList<Lead> Leads { get; }

    public IReadOnlyList<Sale> Sales { get; }

    public void PutInto(TestWarehouse warehouse)
    {
        warehouse.Clear("campaigns", "first_touches", "spend", "leads", "sales");
        warehouse.With("campaigns", "campaign_id type channel owner", [.. Campaigns.Select(c => new object?[] { c.Id, c.Type, c.Channel, c.Owner })]);
        warehouse.With("first_touches", "contact_id campaign_id channel", [.. FirstTouches.Select(t => new object?[] { t.Contact, t.Campaign, t.Channel })]);
        warehouse.With("spend", "date campaign_id channel category amount", [.. Spend.Select(s => new object?[] { s.Day, s.Campaign, s.Channel, s.Category, s.Amount })]);
        warehouse.With(
            "leads", "contact_id campaign_id duplicate_of source created_at mql_at won_at score",
            [.. Leads.Select(l => new object?[] { l.Contact, l.Campaign, l.DuplicateOf, l.Source, l.CreatedAt, l.MqlAt, l.WonAt, l.Score })]);
        warehouse.With(
            "sales", "contact_id customer_id campaign_id sold_at amount first_sale",
            [.. Sales.Select(s => new object?[] { s.Contact, s.Customer, s.Campaign, s.SoldAt, s.Amount, s.First })]);
    }

    public static Request Question(int seed)
    {
        var random = new Random(seed);
        string[] metrics = ["cost", "media_cost", "new_leads", "mqls", "good_leads", "lead_score", "lead_score_sum", "lead_score_median", "mqls_by_date", "customers", "buyers", "revenue", "cpl", "lead_to_mql", "roi", "cac", "sales_cycle_days"];
        string[] dimensions = ["campaign", "channel", "type", "campaign_owner", "day", "week", "month", "quarter", "year"];
        string[] filters =
        [
            "channel = email", "channel != email", "channel in (expo, (none))", "channel not in (email, 社交)", "campaign = c1", "type = (none)", "channel contains EX",
            "month = 2025-03", "day >= 2025-03-31", "campaign_owner = ann", "week != 2025-W14",
        ];
        random.Shuffle(metrics);
        random.Shuffle(dimensions);
        random.Shuffle(filters);
        var periods = new[] { "all", "2025", "2025-Q1", "2025-03", "2025-W14", "2025-03-09..2025-04-01", "2024-02" };
        return new Request
        {
            Metrics = metrics[..random.Next(1, 6)],
            By = dimensions[..random.Next(0, 4)],
            Where = [.. filters[..random.Next(0, 3)].Select(FilterParser.Parse)],
            Period = PeriodParser.Parse(Pick(random, periods), new DateOnly(2026, 1, 15), DayOfWeek.Monday),
            Total = random.Next(2) == 0,
        };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    private static IEnumerable<T> Some<T>(Random random, Func<T> make) => Enumerable.Range(0, random.Next(0, 25)).Select(_ => make()).ToList();

    private static DateTime Instant(Random random) => Pick(random, Instants).AddMinutes(random.Next(-90, 90));

    private static DateOnly? Day(Random random) => random.Next(15) == 0 ? null : DateOnly.FromDateTime(Instant(random));

    internal sealed record Campaign(string Id, string? Type, string? Channel, string? Owner);

    internal sealed record FirstTouch(string Contact, string? Campaign, string? Channel);

    internal sealed record Spending(DateOnly? Day, string? Campaign, string? Channel, string? Category, decimal? Amount);

    internal sealed record Lead(string? Contact, string? Campaign, string? DuplicateOf, string? Source, DateTime CreatedAt, DateTime? MqlAt, DateTime? WonAt, double? Score);

    internal sealed record Sale(string? Contact, string? Customer, string? Campaign, DateTime SoldAt, decimal Amount, bool First);
}
