using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Totals;

namespace Merit.Host.Tests.Attribution.Totals;

/// <summary>Credit goes to whatever column of text touchpoints have, and none is made or lost.</summary>
public sealed class EarningColumnTests
{
    private static readonly string[] Models = ["linear", "u-shaped", "last-non-direct", "participation", "shapley", "markov"];

    // "kind" is a column of credit too, and has another meaning there.
    [Theory]
    [InlineData("kind")]
    [InlineData("utm source")]
    public void Sums_by_a_column_are_those_of_its_touches_and_make_all_conversions(string column)
    {
        using var warehouse = Made();
        var totals = Totals(warehouse, column);
        foreach (var rule in Models.Take(4))
        {
            var expected = warehouse.Session.Query(
                $"SELECT CASE WHEN c.touch_id IS NULL THEN '(unattributed)' ELSE coalesce(t.\"{column}\", '(none)') END, sum(c.\"{rule}\"), sum(c.\"{rule}\" * c.value::DOUBLE) FROM credits c LEFT JOIN touchpoints t USING (touch_id) GROUP BY 1",
                row => (Unit: row.GetString(0), Conversions: row.GetDouble(1), Value: row.GetDouble(2))).OrderBy(r => r.Unit, StringComparer.Ordinal).ToList();
            var given = totals.Where(t => t.Model == rule).OrderBy(t => t.Unit, StringComparer.Ordinal).ToList();
            Assert.Equal(expected.Select(e => e.Unit), given.Select(g => g.Unit));
            Assert.Equal(expected.Select(e => e.Conversions), given.Select(g => g.Conversions), (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.Equal(expected.Select(e => e.Value), given.Select(g => g.Value), (a, b) => Math.Abs(a - b) < 1e-6);
        }

        Assert.All(Models.Except(["participation"]), model => Assert.Equal(41, totals.Where(t => t.Model == model).Sum(t => t.Conversions), 1e-8));
        Assert.Contains(totals, t => t is { Model: "shapley", Unit: "(none)", ConversionsInterval: not null });
    }

    [Theory]
    [InlineData("score")]
    [InlineData("touch_id")]
    [InlineData("no such")]
    public void What_is_no_column_of_text_is_refused(string column)
    {
        using var warehouse = Made();
        Assert.Equal("MRT1422", Assert.Single(Assert.Throws<MeritException>(() => Totals(warehouse, column)).Diagnostics).Code);
    }

    [Fact]
    public void Several_columns_together_are_added_up_as_one_and_nothing_stays_behind()
    {
        using var warehouse = Made();
        var (totals, channels) = (Totals(warehouse, "channel,kind"), Totals(warehouse, "channel"));
        var expected = warehouse.Session.Query(
            "SELECT coalesce(t.channel, '(none)'), coalesce(t.kind, '(none)'), sum(c.linear), sum(c.linear * c.value::DOUBLE) FROM credits c JOIN touchpoints t USING (touch_id) GROUP BY ALL",
            row => (Unit: (row.GetString(0), row.GetString(1)), Conversions: row.GetDouble(2), Value: row.GetDouble(3))).ToDictionary(e => e.Unit);
        var given = totals.Where(t => t is { Model: "linear", Unit: not AttributedTotals.Unattributed }).ToList();
        Assert.Equal(expected.Count, given.Count);
        Assert.All(given, g =>
        {
            var of = EarningColumns.Split(g.Unit, 2);
            Assert.Equal(expected[(of[0], of[1])].Conversions, g.Conversions, 1e-9);
            Assert.Equal(expected[(of[0], of[1])].Value, g.Value, 1e-6);
        });

        // A model that learns of both together shares out as many conversions, and one that counts each whole tells no channel less.
        Assert.All(Models.Except(["participation"]), model => Assert.Equal(41, totals.Where(t => t.Model == model).Sum(t => t.Conversions), 1e-8));
        Assert.Equal(["(unattributed)", "(unattributed)"], EarningColumns.Split(AttributedTotals.Unattributed, 2));
        Assert.Equal(channels.Where(t => t.Model == "last-non-direct").Sum(t => t.Value), totals.Where(t => t.Model == "last-non-direct").Sum(t => t.Value), 1e-6);
        Assert.Equal(0, warehouse.Session.Scalar<long>("SELECT count(*) FROM duckdb_views() WHERE view_name = 'touchpoints'"));
    }

    [Fact]
    public void Margins_are_values_less_costs_of_what_has_one_and_that_is_said()
    {
        using var warehouse = Made();
        warehouse.Session.Execute("UPDATE conversions SET cost_of_goods = value / 4 WHERE conversion_id <> 'p3' AND conversion_id <> 'untouched'");

        var totals = new WorkspaceTotals(warehouse.Session, warehouse.Settings with { CountsMargin = true }, warehouse.Catalog).Compute("channel", null, intervals: null, TestContext.Current.CancellationToken);

        var expected = warehouse.Session.Scalar<double>("SELECT sum(value * 0.75)::DOUBLE FROM conversions WHERE cost_of_goods IS NOT NULL");
        Assert.All(Models.Except(["participation"]), model => Assert.Equal(expected, totals.Rows.Where(t => t.Model == model).Sum(t => t.Value), 1e-3));
        Assert.Contains("Of 41 conversions of the kind `sale`, 2 have no known cost", Assert.Single(totals.Findings, f => f.Code == "MRT1437").Message, StringComparison.Ordinal);
        Assert.Equal(expected, warehouse.Session.Scalar<double>("SELECT sum((value - cost_of_goods) * 1e0) FROM conversions"), 1e-6);
    }

    [Fact]
    public void Intervals_of_rules_are_those_of_leaving_out_each_bucket_in_turn()
    {
        using var warehouse = Made();
        var given = new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute("channel", null, intervals: true, TestContext.Current.CancellationToken).Rows;
        foreach (var total in given.Where(t => t.Model == "linear"))
        {
            var without = warehouse.Session.Query(
                $"SELECT 41e0 / count(DISTINCT conversion_id) * coalesce(sum(\"linear\") FILTER (WHERE channel = '{total.Unit}'), 0) FROM range(32) b(n), credits WHERE hash(conversion_id) % 32 <> n GROUP BY n",
                row => row.GetDouble(0));
            var half = 2.0395 * Math.Sqrt(31d / 32 * without.Sum(w => Math.Pow(w - without.Average(), 2)));
            Assert.Equal(Math.Max(0, total.Conversions - half), total.ConversionsInterval?.Low ?? -1, 1e-9);
            Assert.Equal(total.Conversions + half, total.ConversionsInterval?.High ?? -1, 1e-9);
        }

        Assert.Null(Totals(warehouse, "channel").First(t => t.Model == "linear").ConversionsInterval);
    }

    [Fact]
    public void All_in_one_bucket_say_nothing_of_how_far_they_may_be_off() => Assert.Null(RuleIntervals.Interval([0, 3, 0], [0, 5, 0]));

    // Each conversion gives the channel a share drawn from a known mean, and falls into a bucket: 95 of 100 intervals hold that mean, give or take what 500 draws are off by.
    [Fact]
    public void Intervals_of_rules_hold_the_truth_as_often_as_they_say()
    {
        const int Conversions = 600;
        const int Draws = 500;
        double[] shares = [0, 0, .25, .4, .5, 1];
        var random = new Random(20_26);
        var held = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var (parts, counts) = (new double[32], new double[32]);
            for (var i = 0; i < Conversions; i++)
            {
                var bucket = random.Next(32);
                counts[bucket]++;
                parts[bucket] += shares[random.Next(shares.Length)];
            }

            var interval = RuleIntervals.Interval(parts, counts);
            held += interval?.Low <= Conversions * shares.Average() && Conversions * shares.Average() <= interval.High ? 1 : 0;
        }

        Assert.InRange(held / (double)Draws, .92, .98);
    }

    private static IReadOnlyList<AttributedTotal> Totals(AttributionWarehouse warehouse, string column) =>
        new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute(column, null, intervals: null, TestContext.Current.CancellationToken).Rows;

    private static AttributionWarehouse Made()
    {
        var warehouse = new AttributionWarehouse();
        foreach (var model in Models)
        {
            warehouse.Model(model);
        }

        for (var i = 0; i < 40; i++)
        {
            warehouse.Path($"p{i}", new[] { "a>b>direct", "b>a", "c>c>a", "direct" }[i % 4], 10 + i);
            warehouse.Touch($"lost{i}-1", $"lost{i}", AttributionWarehouse.Day(3), i % 2 == 0 ? "a" : "c");
        }

        warehouse.Convert("untouched", "nobody", AttributionWarehouse.Day(5), 7);
        warehouse.Fill();
        warehouse.Session.Execute("""
            ALTER TABLE touchpoints ADD COLUMN kind VARCHAR;
            ALTER TABLE touchpoints ADD COLUMN "utm source" VARCHAR;
            ALTER TABLE touchpoints ADD COLUMN score BIGINT;
            UPDATE touchpoints SET kind = CASE hash(touch_id) % 3 WHEN 0 THEN 'visit' WHEN 1 THEN 'form' END, "utm source" = CASE hash(touch_id) % 2 WHEN 0 THEN 'google' END
            """);
        Credits.Build(warehouse.Session, warehouse.Settings, warehouse.Catalog);
        return warehouse;
    }
}
