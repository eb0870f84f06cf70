using Merit.Metrics.Tests.Planning;

namespace Merit.Metrics.Tests.Naive;

/// <summary>A few rows of each table, with the holes and edges real data has: missing keys, campaigns nobody declared, duplicates, clocks that change, month ends, leap days.</summary>
internal static class RandomRows
{
    /// <summary>The columns there are, with what their values are.</summary>
    public static readonly (string Table, string Name, Kind Kind, bool Exact)[] Columns =
    [
        ("leads", "source", Kind.Text, false), ("leads", "lost_reason", Kind.Text, false), ("leads", "score", Kind.Number, false), ("leads", "created_at", Kind.Time, false),
        ("leads", "mql_at", Kind.Time, false), ("leads", "won_at", Kind.Time, false),
        ("sales", "kind", Kind.Text, false), ("sales", "amount", Kind.Number, true), ("sales", "cost_of_goods", Kind.Number, true), ("sales", "first_sale", Kind.Flag, false),
        ("sales", "sold_at", Kind.Time, false),
        ("spend", "date", Kind.Day, false), ("spend", "category", Kind.Text, false), ("spend", "amount", Kind.Number, true),
        ("engagement", "date", Kind.Day, false), ("engagement", "platform", Kind.Text, false), ("engagement", "likes", Kind.Number, true), ("engagement", "followers", Kind.Number, true),
        ("campaigns", "type", Kind.Text, false), ("campaigns", "start_date", Kind.Day, false), ("campaigns", "end_date", Kind.Day, false), ("campaigns", "budget", Kind.Number, true),
        ("accounts", "industry", Kind.Text, false), ("accounts", "customer_since", Kind.Day, false), ("accounts", "churned_at", Kind.Time, false),
    ];

    public static readonly string?[] Texts = ["webinar", "Web", "expo", "O'Brien", "100%_x", "社交", " padded ", "", null];

    private static readonly string?[] CampaignIds = ["c1", "c2", "c3", "unknown", null];
    private static readonly string?[] Channels = ["email", "expo", "社交", null];
    private static readonly string?[] Contacts = ["p1", "p2", "p3", "p4", null];
    private static readonly string?[] Accounts = ["a1", "a2", "a9", null];
    private static readonly string[] Tables = ["campaigns", "first_touches", "accounts", "contacts", "leads", "sales", "spend", "engagement"];

    private static readonly DateTime[] Instants =
    [
        new(2025, 3, 9, 4, 59, 0), new(2025, 3, 9, 7, 0, 0), new(2025, 3, 30, 0, 30, 0), new(2025, 3, 30, 1, 0, 0), new(2025, 3, 31, 15, 59, 59), new(2025, 3, 31, 16, 0, 0),
        new(2025, 3, 31, 23, 59, 59), new(2025, 4, 1, 3, 59, 59), new(2025, 4, 5, 16, 0, 0), new(2025, 11, 2, 5, 30, 0), new(2025, 11, 2, 6, 30, 0), new(2025, 12, 31, 22, 30, 0),
        new(2024, 12, 31, 17, 0, 0), new(2024, 12, 29, 23, 0, 0), new(2024, 2, 29, 12, 0, 0), new(2024, 3, 1, 0, 0, 0), new(2021, 1, 1, 0, 0, 0),
    ];

    public static IReadOnlyList<Row> Of(Random random)
    {
        List<Row> rows =
        [
            .. new[] { "c1", "c2", "c3" }.Where(_ => random.Next(6) > 0).Select(id => Make("campaigns", random, ("campaign_id", id), ("channel", Pick(random, Channels)), ("owner", Pick<string?>(random, ["ann", "bob", null])))),
            .. Contacts.OfType<string>().Where(_ => random.Next(3) > 0).Select(c => new Row("first_touches", Cells(("contact_id", c), ("campaign_id", Pick(random, CampaignIds)), ("channel", Pick(random, Channels))))),
            .. new[] { "a1", "a2" }.Where(_ => random.Next(5) > 0).Select(a => Make("accounts", random, ("account_id", a))),
            .. Contacts.OfType<string>().Where(_ => random.Next(3) > 0).Select(c => new Row("contacts", Cells(("contact_id", c), ("account_id", Pick(random, Accounts))))),
        ];
        for (var i = 0; i < Some(random); i++)
        {
            rows.Add(Make("leads", random, ("lead_id", $"l{i}"), ("contact_id", Pick(random, Contacts)), ("campaign_id", Pick(random, CampaignIds))));
        }

        rows.AddRange(Many(random, () => Make("sales", random, ("lead_id", Pick<string?>(random, ["l0", "l1", "l2", "l99", null])), ("contact_id", Pick(random, Contacts)), ("account_id", Pick(random, Accounts)), ("campaign_id", Pick(random, CampaignIds)))));
        rows.AddRange(Many(random, () => Make("spend", random, ("campaign_id", Pick(random, CampaignIds)), ("channel", Pick(random, Channels)))));
        rows.AddRange(Many(random, () => Make("engagement", random, ("campaign_id", Pick(random, CampaignIds)))));
        return rows;
    }

    public static void PutInto(TestWarehouse warehouse, IReadOnlyList<Row> rows)
    {
        warehouse.Clear(Tables);
        foreach (var table in Tables)
        {
            var own = rows.Where(r => r.Table == table).ToList();
            var columns = Columns.Where(c => c.Table == table).Select(c => c.Name).Concat(Keys(table)).ToList();
            warehouse.With(table, string.Join(' ', columns), [.. own.Select(r => columns.Select(c => r[c]).ToArray())]);
        }
    }

    public static T Pick<T>(Random random, IReadOnlyList<T> values) => values[random.Next(values.Count)];

    public static DateTime Instant(Random random) => Pick(random, Instants).AddMinutes(random.Next(4) == 0 ? 0 : random.Next(-90, 90));

    private static IEnumerable<string> Keys(string table) => table switch
    {
        "campaigns" => ["campaign_id", "channel", "owner"],
        "first_touches" => ["contact_id", "campaign_id", "channel"],
        "accounts" => ["account_id"],
        "contacts" => ["contact_id", "account_id"],
        "leads" => ["lead_id", "contact_id", "campaign_id"],
        "sales" => ["lead_id", "contact_id", "account_id", "campaign_id"],
        "spend" => ["campaign_id", "channel"],
        _ => ["campaign_id"],
    };

    private static Row Make(string table, Random random, params (string Name, object? Value)[] keys) =>
        new(table, Cells([.. Columns.Where(c => c.Table == table).Select(c => (c.Name, Value(random, c.Name, c.Kind, c.Exact))), .. keys]));

    private static object? Value(Random random, string name, Kind kind, bool exact) => kind switch
    {
        _ when random.Next(5) == 0 => null,
        Kind.Text => name is "platform" ? Pick<string?>(random, ["weibo", "wechat", null]) : Pick(random, Texts),
        Kind.Flag => random.Next(2) == 0,
        Kind.Day => DateOnly.FromDateTime(Instant(random)),
        Kind.Time => Instant(random),
        _ when name is "likes" or "followers" => (decimal)random.Next(0, 50),
        _ when exact => random.Next(-2_000, 10_000) / 100m,
        _ => random.Next(0, 1000) / 8.0,
    };

    private static Dictionary<string, object?> Cells(params (string Name, object? Value)[] cells) => cells.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);

    // Now and then a table without rows.
    private static int Some(Random random) => random.Next(8) == 0 ? 0 : random.Next(1, 18);

    private static IEnumerable<Row> Many(Random random, Func<Row> make)
    {
        var rows = Enumerable.Range(0, Some(random)).Select(_ => make()).ToList();
        return rows.Count > 1 && random.Next(3) == 0 ? [.. rows, rows[0], rows[1]] : rows;
    }
}
