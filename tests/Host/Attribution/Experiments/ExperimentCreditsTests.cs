using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Attribution.Experiments;

/// <summary>Credit of an experiment's touches, days and kind of conversion, against all credit added up by hand.</summary>
public sealed class ExperimentCreditsTests
{
    private static readonly string[] Models = ["linear", "time-decay", "participation"];

    [Theory]
    [InlineData(1, "UTC")]
    [InlineData(2, "Asia/Shanghai")]
    [InlineData(3, "America/New_York")]
    public void Every_experiment_has_the_credit_of_its_touches_on_its_days(int seed, string zone)
    {
        var random = new Random(seed);
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        var clocks = TimeZoneInfo.FindSystemTimeZoneById(zone);
        using var warehouse = new AttributionWarehouse { Zone = clocks };
        for (var i = 0; i < 500; i++)
        {
            warehouse.Touch($"t{i}", $"c{random.Next(80)}", AttributionWarehouse.Day(random.NextDouble() * 60), Pick("ads", "it's", null), Pick("x", "y", null));
        }

        for (var i = 0; i < 200; i++)
        {
            warehouse.Convert($"d{i}", $"c{random.Next(90)}", AttributionWarehouse.Day(random.NextDouble() * 60), random.Next(1000), kind: Pick("sale", "mql"));
        }

        Array.ForEach(Models, m => warehouse.Model(m));
        var asked = Enumerable.Range(0, 12).Select(i => (
            Id: $"e{i:D2}", Channel: i % 3 == 1 ? null : Pick("ads", "it's"), Campaign: i % 3 == 0 ? null : Pick("x", "y"), Kind: Pick("sale", "mql", null), From: random.Next(30), Days: random.Next(20), Low: (double)random.Next(10))).ToList();
        asked.ForEach(e => warehouse.Experiment(e.Id, e.Channel, 10, (e.Low, e.Low + 8), e.From, e.From + e.Days, e.Campaign, e.Kind));
        warehouse.Run();

        var credits = warehouse.Session.Query(
            $"SELECT kind, channel, campaign_id, converted_at, value::DOUBLE, {SqlText.Names(Models)} FROM credits WHERE touch_id IS NOT NULL",
            row => (Kind: row.GetString(0), Channel: row.IsDBNull(1) ? null : row.GetString(1), Campaign: row.IsDBNull(2) ? null : row.GetString(2),
                Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(row.GetDateTime(3), DateTimeKind.Utc), clocks)), Value: row.GetDouble(4), Shares: Models.Select((_, i) => row.GetDouble(5 + i)).ToArray()));
        var laid = warehouse.Session.Query(
            "SELECT experiment_id, model, conversions, value, measured, within FROM experiment_credits ORDER BY experiment_id, model",
            row => (Id: row.GetString(0), Model: row.GetString(1), Conversions: row.GetDouble(2), Value: row.GetDouble(3), Measured: row.GetDouble(4), Within: row.GetBoolean(5)));
        Assert.Equal(asked.Count * Models.Length, laid.Count);
        Assert.Contains(laid, l => l.Within);
        Assert.Contains(laid, l => !l.Within);
        Assert.All(laid, l =>
        {
            var (of, model) = (asked.Single(e => e.Id == l.Id), Array.IndexOf(Models, l.Model));
            var first = DateOnly.FromDateTime(AttributionWarehouse.Day(of.From));
            var touches = credits.Where(c => c.Kind == (of.Kind ?? "sale") && (of.Channel is null || c.Channel == of.Channel) && (of.Campaign is null || c.Campaign == of.Campaign) && c.Day >= first && c.Day <= first.AddDays(of.Days)).ToList();
            Assert.Equal(touches.Sum(c => c.Shares[model]), l.Conversions, 1e-9);
            Assert.Equal(touches.Sum(c => c.Shares[model] * c.Value), l.Value, 1e-6);
            Assert.Equal(l.Conversions >= of.Low && l.Conversions <= of.Low + 8, l.Within);
        });
    }

    [Fact]
    public void What_lacks_days_a_result_or_anything_tested_is_held_against_nothing()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("one", "ads");
        warehouse.Experiment("whole", "ads", 1);
        warehouse.Experiment("no result", "ads", null);
        warehouse.Experiment("nothing tested", null, 1);
        warehouse.Experiment("ends before it starts", "ads", 1, from: 9, to: 8);
        warehouse.Run();
        Assert.Equal(["whole"], warehouse.Session.Query("SELECT experiment_id FROM experiment_credits", row => row.GetString(0)));
        Assert.Equal(0, warehouse.Session.Scalar<long>("SELECT count(within) FROM experiment_credits"));
    }

    [Fact]
    public void A_channel_that_no_touch_has_is_given_nothing()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("one", "ads");
        warehouse.Experiment("other", "expo", 3, (0, 5));
        warehouse.Run();
        Assert.Equal((0d, 0d, true), warehouse.Session.Query("SELECT conversions, value, within FROM experiment_credits", row => (row.GetDouble(0), row.GetDouble(1), row.GetBoolean(2)))[0]);
    }
}
