using System.Globalization;
using Merit.Attribution.Rules;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Recounting;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution.Recounting;

/// <summary>Credit brought up to date after random changes, against all of it shared out again.</summary>
public sealed class KeptCreditsTests
{
    private const int Contacts = 150;
    private static readonly string[] Tables = ["touchpoints", "conversions", "contacts", "leads", "sales", "opportunities"];

    public static TheoryData<string, int> Worlds
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var world in new[] { "plain", "by-account", "chained", "staged", "variants", "calibrated" })
            {
                for (var seed = 1; seed <= 2; seed++)
                {
                    data.Add(world, seed);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Counting_what_changed_gives_what_counting_all_gives(string world, int seed)
    {
        var random = new Random(seed);
        using var warehouse = World(world);
        Fill(warehouse, random);
        Build(warehouse, former: false);
        for (var round = 0; round < 3; round++)
        {
            BecomesFormer(warehouse.Session);
            var edited = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Edit(warehouse.Session, random)).ToList();
            var conversions = warehouse.Session.Scalar<long>("SELECT count(*) FROM conversions");
            var recounted = Build(warehouse, former: true).Recounted;
            Assert.True(recounted < conversions / 2, $"{recounted} of {conversions} journeys are counted again after {string.Join(", ", edited)}.");
            Same(warehouse, string.Join(", ", edited));
        }
    }

    [Fact]
    public void Nothing_is_counted_where_nothing_changed()
    {
        using var warehouse = World("plain");
        Fill(warehouse, new Random(7));
        Build(warehouse, former: false);
        BecomesFormer(warehouse.Session);
        Assert.Equal(0, Build(warehouse, former: true).Recounted);
        Same(warehouse, "nothing");
    }

    [Theory]
    [InlineData("many days", "UPDATE touchpoints SET channel = 'new' WHERE touch_id IN (SELECT min(touch_id) FROM touchpoints GROUP BY occurred_at::DATE ORDER BY min(occurred_at) LIMIT 42)")]
    [InlineData("a conversion that loses its time", "UPDATE conversions SET converted_at = NULL WHERE conversion_id = 'd5'")]
    [InlineData("a conversion that gets a time", "UPDATE conversions SET converted_at = TIMESTAMP '2025-01-20' WHERE conversion_id = 'timeless'")]
    [InlineData("the first and the last moment of a day", "INSERT INTO touchpoints (touch_id, contact_id, occurred_at, channel) SELECT 'edge' || i, 'c' || i, DATE '2025-02-01' + to_microseconds(i * 86399999999), 'b' FROM range(2) r(i)")]
    public void Whatever_days_it_lies_on_what_changed_is_counted_again(string change, string statement)
    {
        using var warehouse = World("plain");
        Fill(warehouse, new Random(9));
        warehouse.Session.Execute("INSERT INTO conversions (conversion_id, kind, contact_id, value) VALUES ('timeless', 'sale', 'c7', 3)");
        Build(warehouse, former: false);
        BecomesFormer(warehouse.Session);
        Assert.True(warehouse.Session.Execute(statement) > 0);
        Assert.NotNull(Build(warehouse, former: true).Recounted);
        Same(warehouse, change);
    }

    [Fact]
    public void A_touch_outside_every_lookback_changes_no_journey()
    {
        using var warehouse = World("plain");
        Fill(warehouse, new Random(8));
        Build(warehouse, former: false);
        BecomesFormer(warehouse.Session);
        warehouse.Session.Execute("INSERT INTO touchpoints (touch_id, contact_id, occurred_at, channel) SELECT 'later', contact_id, max(converted_at) + INTERVAL 1 MICROSECOND, 'a' FROM conversions WHERE contact_id = 'c5' GROUP BY contact_id");
        Assert.Equal(0, Build(warehouse, former: true).Recounted);
        warehouse.Session.Execute("UPDATE touchpoints SET occurred_at = occurred_at - INTERVAL 1 MICROSECOND WHERE touch_id = 'later'");
        Assert.Equal(1, Build(warehouse, former: true).Recounted);
        Same(warehouse, "a touch at the moment of a conversion");
    }

    [Fact]
    public void A_conversion_that_is_gone_leaves_no_credit()
    {
        using var warehouse = World("plain");
        Fill(warehouse, new Random(8));
        Build(warehouse, former: false);
        BecomesFormer(warehouse.Session);
        warehouse.Session.Execute("DELETE FROM conversions WHERE conversion_id = 'd9'");
        Assert.Equal(1, Build(warehouse, former: true).Recounted);
        Assert.Equal(0, warehouse.Session.Scalar<long>("SELECT count(*) FROM credits WHERE conversion_id = 'd9'"));
    }

    [Theory]
    [InlineData("another lookback")]
    [InlineData("a model more")]
    [InlineData("another option of a model")]
    [InlineData("campaigns that count more")]
    [InlineData("journeys of accounts")]
    [InlineData("a model that learns")]
    public void Where_something_else_is_done_with_the_rows_all_is_counted(string what)
    {
        using var warehouse = World("plain");
        Fill(warehouse, new Random(9));
        Build(warehouse, former: false);
        BecomesFormer(warehouse.Session);
        var before = warehouse.Settings;
        var settings = what switch
        {
            "another lookback" => before with { Journeys = before.Journeys with { Lookback = TimeSpan.FromDays(19) } },
            "a model more" => warehouse.Model("last").Settings,
            "another option of a model" => before with { Models = [.. before.Models.Select(m => m.Options is TimeDecayOptions ? m with { Options = new TimeDecayOptions { HalfLife = 8 } } : m)] },
            "campaigns that count more" => before with { CampaignWeights = new Dictionary<string, double>(StringComparer.Ordinal) { ["x"] = 2 } },
            "journeys of accounts" => before with { ByAccount = true },
            _ => warehouse.Model("shapley").Settings,
        };
        Assert.Null(new KeptCredits(warehouse.Session, settings, warehouse.Catalog).Build("former", TestContext.Current.CancellationToken).Recounted);
    }

    [Theory]
    [InlineData("DELETE FROM main.credits WHERE rowid = 3")]
    [InlineData("DROP TABLE main.credits")]
    [InlineData("DROP TABLE former.merit.input_prints")]
    [InlineData("DELETE FROM former.merit.attributed")]
    [InlineData("ALTER TABLE touchpoints ALTER channel TYPE BLOB USING encode(channel)")]
    [InlineData("UPDATE touchpoints SET occurred_at = occurred_at - INTERVAL 1 SECOND")]
    public void Where_the_former_credits_cannot_be_built_on_all_is_counted(string accident)
    {
        using var warehouse = World("plain");
        Fill(warehouse, new Random(10));
        Build(warehouse, former: false);
        BecomesFormer(warehouse.Session);
        warehouse.Session.Execute(accident);
        if (accident.Contains("BLOB", StringComparison.Ordinal))
        {
            warehouse.Session.Execute("ALTER TABLE touchpoints ALTER channel TYPE VARCHAR USING decode(channel)");
            warehouse.Session.Execute("ALTER TABLE touchpoints ADD COLUMN more BIGINT");
        }

        Assert.Null(Build(warehouse, former: true).Recounted);
        Same(warehouse, accident);
    }

    private static JourneySummary Build(AttributionWarehouse warehouse, bool former) =>
        new KeptCredits(warehouse.Session, warehouse.Settings, warehouse.Catalog).Build(former ? "former" : null, TestContext.Current.CancellationToken);

    private static AttributionWarehouse World(string world)
    {
        var lookback = TimeSpan.FromDays(20);
        var warehouse = world switch
        {
            "by-account" => new AttributionWarehouse { Lookback = lookback, ByAccount = true },
            "chained" => new AttributionWarehouse { Lookback = lookback, Rules = new JourneyRules { Chained = true } },
            _ => new AttributionWarehouse { Lookback = lookback },
        };
        warehouse.Model("first").Model("u-shaped").Model("time-decay");
        return world switch
        {
            "calibrated" => warehouse.Experiment("one", "a", 20, (10, 30), to: 45).Calibrate("u-shaped"),
            "staged" => warehouse.Model("w-shaped").Model("linear", name: "until-lead", journeys: new JourneyChanges(Until: Stage.Lead)),
            "variants" => warehouse
                .Model("linear", name: "short", journeys: new JourneyChanges(Lookback: TimeSpan.FromDays(3), CollapseRepeats: true, Unit: ["channel", "campaign_id"]))
                .Model("last", name: "late", journeys: new JourneyChanges(LookbackOf: new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["mql"] = TimeSpan.FromDays(40) }, ExcludeChannels: ["a"])),
            _ => warehouse,
        };
    }

    private static void Fill(AttributionWarehouse warehouse, Random random)
    {
        for (var i = 0; i < Contacts; i += 2)
        {
            warehouse.Contact($"c{i}", $"a{random.Next(60)}");
        }

        for (var i = 0; i < 1500; i++)
        {
            warehouse.Touch($"t{(i * 7919) % 1500}", random.Next(40) == 0 ? null : $"c{random.Next(Contacts)}", Moment(random), Pick(random, "a", "b", "c", null), Pick(random, "x", "y", null));
        }

        for (var i = 0; i < 300; i++)
        {
            warehouse.Convert($"d{i}", $"c{random.Next(Contacts)}", Moment(random), random.Next(1000), account: random.Next(4) == 0 ? $"a{random.Next(60)}" : null, lead: $"l{i}", kind: Pick(random, "sale", "mql"));
            warehouse.Session.Execute("INSERT INTO leads VALUES ($1, $2)", $"l{i}", Moment(random));
            warehouse.Session.Execute("INSERT INTO sales VALUES ($1, $1)", $"d{i}");
            warehouse.Session.Execute("INSERT INTO opportunities VALUES ($1, $2)", $"d{i}", Moment(random));
        }

        warehouse.Fill();
    }

    private static string Edit(Session session, Random random)
    {
        var contact = $"c{random.Next(Contacts)}";
        var at = string.Create(CultureInfo.InvariantCulture, $"TIMESTAMP '{Moment(random):yyyy-MM-dd HH:mm:ss}'");
        var any = $"d{random.Next(300)}";
        var (what, statement) = random.Next(11) switch
        {
            0 => ("a touch on a day of its own", $"INSERT INTO touchpoints (touch_id, contact_id, occurred_at, channel) VALUES (uuid()::VARCHAR, '{contact}', {at} + INTERVAL 1 YEAR, 'b')"),
            1 => ("a late touch", $"INSERT INTO touchpoints (touch_id, contact_id, occurred_at, channel, campaign_id) VALUES (uuid()::VARCHAR, '{contact}', {at}, 'b', 'x')"),
            2 => ("another channel", $"UPDATE touchpoints SET channel = 'new' WHERE touch_id = 't{random.Next(1500)}'"),
            3 => ("a touch gone", $"DELETE FROM touchpoints WHERE touch_id = 't{random.Next(1500)}'"),
            4 => ("a touch of another contact", $"UPDATE touchpoints SET contact_id = '{contact}' WHERE touch_id = 't{random.Next(1500)}'"),
            5 => ("a conversion gone", $"DELETE FROM conversions WHERE conversion_id = '{any}'"),
            6 => ("a new conversion", $"INSERT INTO conversions (conversion_id, kind, contact_id, converted_at, value) VALUES (uuid()::VARCHAR, 'sale', '{contact}', {at}, 5)"),
            7 => ("another value", $"UPDATE conversions SET value = value + 1, first_sale = NOT first_sale WHERE conversion_id = '{any}'"),
            8 => ("a conversion at another time", $"UPDATE conversions SET converted_at = {at} WHERE conversion_id = '{any}'"),
            9 => ("another account", $"UPDATE contacts SET account_id = 'a{random.Next(60)}' WHERE contact_id = 'c{2 * random.Next(Contacts / 2)}'"),
            _ => ("a lead created at another time", $"UPDATE leads SET created_at = {at} WHERE lead_id = 'l{random.Next(300)}'"),
        };
        session.Execute(statement);
        return what;
    }

    private static void BecomesFormer(Session session)
    {
        session.Execute("ATTACH IF NOT EXISTS ':memory:' AS former; CREATE SCHEMA IF NOT EXISTS former.merit");
        foreach (var table in Tables.Select(t => $"main.{t}").Concat(["merit.attributed", "merit.input_prints"]))
        {
            session.Execute($"CREATE OR REPLACE TABLE former.{table} AS FROM {table}");
        }
    }

    private static void Same(AttributionWarehouse warehouse, string after)
    {
        var models = ModelWeight.Plan(warehouse.Settings, warehouse.Catalog);
        if (warehouse.Calibrated.Count > 0)
        {
            var kept = Calibrated(warehouse);
            Credits.Build(warehouse.Session, warehouse.Settings, warehouse.Catalog);
            Assert.Equal(Calibrated(warehouse), kept);
        }

        var columns = "conversion_id, kind, touch_id, contact_id, position, channel, campaign_id, occurred_at, converted_at, value, cost_of_goods, first_sale";
        var rounded = string.Concat(models.Select(m => $", round({SqlText.Name(m.Model.Name)}, 9)"));
        warehouse.Session.Execute($"CREATE OR REPLACE TEMP TABLE counted_anew AS {CreditsStatement.Write(warehouse.Settings, models)}");
        foreach (var (more, less) in new[] { ("main.credits", "temp.counted_anew"), ("temp.counted_anew", "main.credits") })
        {
            var rows = warehouse.Session.Query(
                $"SELECT COLUMNS(*)::VARCHAR FROM (SELECT {columns}{rounded} FROM {more} EXCEPT ALL SELECT {columns}{rounded} FROM {less}) LIMIT 5",
                row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : row.GetString(i))));
            Assert.True(rows.Count == 0, $"{more} has rows that {less} has not, after {after}:\n{string.Join('\n', rows)}");
        }
    }

    private static IReadOnlyList<string> Calibrated(AttributionWarehouse warehouse) => warehouse.Session.Query(
        "SELECT conversion_id || coalesce(touch_id, '') || ' ' || round(\"u-shaped-calibrated\", 9) AS share FROM credits ORDER BY share", row => row.GetString(0));

    private static DateTime Moment(Random random) => AttributionWarehouse.Day(random.Next(90) + (random.Next(3) / 4d));

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
