using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Experiments;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Attribution.Experiments;

/// <summary>Models as experiments correct them.</summary>
public sealed class CalibratedCreditsTests
{
    private static readonly string[] Models = ["linear", "time-decay", "shapley"];

    private sealed record Row(string Conversion, string Kind, string? Touch, string? Channel, string? Campaign, double Day, double Model, double Calibrated);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Without_experiments_nothing_changes(int seed)
    {
        using var warehouse = World(seed);
        var findings = warehouse.Run().Findings;
        Assert.All(Models, model => Assert.All(Rows(warehouse, model), row => Assert.Equal(row.Model, row.Calibrated)));
        Assert.Equal(Models.Length, findings.Count(f => f.Rule == AttributionRules.NothingToCalibrateBy));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_conversion_is_still_given_once_and_those_without_a_tested_touch_stay_as_they_were(int seed)
    {
        using var warehouse = World(seed);
        warehouse.Experiment("ads", "ads", 10 + (5 * seed), (2, 60), to: 40);
        warehouse.Experiment("expo again", "expo", 6, (1, 11), from: 10, to: 60);
        warehouse.Experiment("expo", "expo", 25, (15, 35), to: 35);
        warehouse.Experiment("campaign", "mail", 9, (4, 14), campaign: "x");
        warehouse.Experiment("mql", "ads", 12, (8, 16), kind: "mql");
        warehouse.Run();
        foreach (var model in Models)
        {
            var tested = 0;
            foreach (var conversion in Rows(warehouse, model).GroupBy(r => r.Conversion))
            {
                Assert.Equal(1, conversion.Sum(r => r.Calibrated), 1e-12);
                Assert.All(conversion, r => Assert.InRange(r.Calibrated, 0, 1));
                if (conversion.Any(r => r.Channel is "ads" || (r.Kind is "sale" && (r.Channel is "expo" || (r.Channel is "mail" && r.Campaign is "x")))))
                {
                    tested++;
                }
                else
                {
                    Assert.All(conversion, r => Assert.Equal(r.Model, r.Calibrated));
                }
            }

            Assert.True(tested > 50, "The data have conversions with tested touches.");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_the_days_of_its_experiment_a_channel_has_what_was_measured(int seed)
    {
        using var warehouse = World(seed);
        warehouse.Fill();
        Credits.Build(warehouse.Session, warehouse.Settings, warehouse.Catalog);
        var (ads, expo) = (Sum(Rows(warehouse, "linear"), "ads", 20, r => r.Model), Sum(Rows(warehouse, "linear"), "expo", 99, r => r.Model));
        warehouse.Experiment("ads", "ads", 0.8 * ads, (0, ads), to: 20);
        warehouse.Experiment("expo", "expo", 1.3 * expo, (expo, 2 * expo), to: 99);
        Credits.Build(warehouse.Session, warehouse.Settings, warehouse.Catalog);
        var calibrated = Rows(warehouse, "linear");
        Assert.Equal(0.8 * ads, Sum(calibrated, "ads", 20, r => r.Calibrated), 1e-7);
        Assert.Equal(1.3 * expo, Sum(calibrated, "expo", 99, r => r.Calibrated), 1e-7);
        Assert.Equal(
            warehouse.Session.Query("SELECT conversions FROM experiment_credits WHERE model = 'linear-calibrated' ORDER BY experiment_id", row => row.GetDouble(0)),
            [0.8 * ads, 1.3 * expo], (a, b) => Math.Abs(a - b) < 1e-7);
    }

    /// <summary>The same shares by another road: factors scaled by what each channel still lacks, conversion by conversion, some thousand times.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Scaling_again_and_again_in_memory_finds_the_same_shares(int seed)
    {
        using var warehouse = World(seed);
        warehouse.Run();
        var before = Rows(warehouse, "time-decay").Where(r => r is { Kind: "sale", Touch: not null }).ToList();
        (string? Channel, string? Campaign, int From, int To, double Lift)[] experiments = [("ads", null, 0, 50, 1.3), ("mail", null, 0, 365, 0.75), (null, "x", 5, 365, 1.1)];
        var tested = experiments.Select(e => (
            Of: (Func<Row, bool>)(r => (e.Channel is null || r.Channel == e.Channel) && (e.Campaign is null || r.Campaign == e.Campaign)), e.From, e.To,
            Measured: e.Lift * before.Where(r => (e.Channel is null || r.Channel == e.Channel) && (e.Campaign is null || r.Campaign == e.Campaign) && r.Day >= e.From && r.Day < e.To + 1).Sum(r => r.Model))).ToArray();
        foreach (var ((channel, campaign, from, to, _), i) in experiments.Select((e, i) => (e, i)))
        {
            warehouse.Experiment($"e{i}", channel, tested[i].Measured, (0, 2 * tested[i].Measured), from, to, campaign);
        }

        Assert.DoesNotContain(Credits.Build(warehouse.Session, warehouse.Settings, warehouse.Catalog).Findings, f => f.Message.Contains("time-decay", StringComparison.Ordinal));
        var rows = Rows(warehouse, "time-decay").Where(r => r is { Kind: "sale", Touch: not null }).ToList();
        var conversions = rows.GroupBy(r => r.Conversion).Select(c => c.ToList()).ToList();
        var factors = new double[] { 1, 1, 1 };
        var shares = new Dictionary<Row, double>(ReferenceEqualityComparer.Instance);
        for (var round = 0; round < 800; round++)
        {
            foreach (var conversion in conversions)
            {
                double Weight(Row r) => tested.Select((t, i) => t.Of(r) ? factors[i] : 1).Aggregate(r.Model, (a, b) => a * b);
                var sum = conversion.Sum(Weight);
                foreach (var row in conversion)
                {
                    shares[row] = Weight(row) / sum;
                }
            }

            for (var i = 0; i < tested.Length; i++)
            {
                factors[i] *= tested[i].Measured / rows.Where(r => tested[i].Of(r) && r.Day >= tested[i].From && r.Day < tested[i].To + 1).Sum(r => shares[r]);
            }
        }

        Assert.All(rows, row => Assert.Equal(shares[row], row.Calibrated, 1e-7));
    }

    [Fact]
    public void Several_experiments_weigh_by_the_inverse_of_their_variance()
    {
        var what = new Tested("ads", null, "sale");
        Experiment Found(int number, double measured, double error) => new(number, "", what, default, default, measured, error);
        double[] modelled = [40, 10, 25];
        var evidence = new Evidence(what, [Found(0, 30, 4), Found(1, 12, 2), Found(2, 5, 8)], modelled);
        double Misfit(double slope) => evidence.Experiments.Zip(modelled, (e, m) => Math.Pow((e.Measured - (slope * m)) / (e.Error ?? 1), 2)).Sum();
        var (low, high) = (0d, 5d);
        while (high - low > 1e-10)
        {
            var (a, b) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = Misfit(a) < Misfit(b) ? (low, b) : (a, high);
        }

        Assert.Equal(low, evidence.Ratio ?? 0, 1e-6);
        Assert.Equal(75 * low, evidence.Wanted, 1e-4);
        Assert.Null(new Evidence(what, [Found(0, 3, 1)], [0]).Ratio);
        Assert.Equal(0, new Evidence(what, [Found(0, -3, 1)], [4]).Wanted);
    }

    [Theory]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.5, 0)]
    [InlineData(0.005, -2.5758293035489004)]
    public void Quantiles_are_those_of_the_tables(double part, double expected) => Assert.Equal(expected, Normal.Quantile(part), 1e-12);

    [Fact]
    public void What_nobody_else_touched_stays_and_that_is_said()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Calibrate("linear");
        for (var i = 0; i < 20; i++)
        {
            warehouse.Path($"alone{i}", "ads");
            warehouse.Path($"shared{i}", "ads > mail");
        }

        warehouse.Experiment("little", "ads", 5, (1, 9));
        var finding = Assert.Single(warehouse.Run().Findings);
        Assert.Equal(AttributionRules.CalibrationOff, finding.Rule);
        Assert.Contains("gives 20 conversions to channel ads on the days of its experiments, which measured 5", finding.Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(warehouse.Shares("linear-calibrated", "alone3")));
        Assert.Equal([0, 1], warehouse.Shares("linear-calibrated", "shared3"), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void Where_all_that_touched_a_conversion_was_tested_it_is_divided_as_was_measured()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Calibrate("linear");
        for (var i = 0; i < 30; i++)
        {
            warehouse.Path($"both{i}", "ads > mail");
        }

        warehouse.Experiment("a", "ads", 5, (1, 9));
        warehouse.Experiment("m", "mail", 15, (9, 21));
        Assert.Equal([AttributionRules.CalibrationOff, AttributionRules.CalibrationOff], warehouse.Run().Findings.Select(f => f.Rule));
        Assert.Equal([0.25, 0.75], warehouse.Shares("linear-calibrated", "both7"), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Theory]
    [InlineData("no interval")]
    [InlineData("an interval of no width")]
    [InlineData("a confidence that cannot be")]
    [InlineData("a channel without credit")]
    public void What_cannot_be_weighed_calibrates_nothing_and_that_is_said(string what)
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Calibrate("linear");
        warehouse.Path("one", "ads > mail");
        switch (what)
        {
            case "no interval": warehouse.Experiment("e", "ads", 0.1); break;
            case "an interval of no width": warehouse.Experiment("e", "ads", 0.1, (0.1, 0.1)); break;
            case "a confidence that cannot be": warehouse.Experiment("e", "ads", 0.1, (0, 0.2), confidence: 95); break;
            default: warehouse.Experiment("e", "expo", 0.1, (0, 0.2)); break;
        }

        var findings = warehouse.Run().Findings;
        Assert.Equal([what is "a channel without credit" ? AttributionRules.CalibrationOff : AttributionRules.ExperimentWithoutInterval, AttributionRules.NothingToCalibrateBy], findings.Select(f => f.Rule));
        Assert.Equal([0.5, 0.5], warehouse.Shares("linear-calibrated", "one"));
    }

    [Fact]
    public void A_model_that_divides_nothing_cannot_be_calibrated()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Model("participation").Calibrate("participation");
        Assert.Equal(AttributionRules.CannotCalibrate, Assert.Single(Assert.Throws<MeritException>(() => ModelWeight.Plan(warehouse.Settings, warehouse.Catalog)).Diagnostics).Rule);
    }

    private static double Sum(IEnumerable<Row> rows, string channel, double lastDay, Func<Row, double> share) =>
        rows.Where(r => r.Kind is "sale" && r.Channel == channel && r.Day < lastDay + 1).Sum(share);

    private static IReadOnlyList<Row> Rows(AttributionWarehouse warehouse, string model) => warehouse.Session.Query(
        $"SELECT conversion_id, kind, touch_id, channel, campaign_id, (epoch_us(converted_at) - epoch_us(TIMESTAMP '2025-03-01')) / 86400e6, {SqlText.Name(model)}, {SqlText.Name(model + "-calibrated")} FROM credits",
        row => new Row(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.GetDouble(5), row.GetDouble(6), row.GetDouble(7)));

    private static AttributionWarehouse World(int seed)
    {
        var random = new Random(seed);
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromDays(60) };
        for (var i = 0; i < 900; i++)
        {
            warehouse.Touch($"t{i}", $"c{random.Next(150)}", AttributionWarehouse.Day(random.NextDouble() * 80), Pick("ads", "mail", "expo", "direct", null), Pick("x", "y", null));
        }

        for (var i = 0; i < 300; i++)
        {
            warehouse.Convert($"d{i}", $"c{random.Next(160)}", AttributionWarehouse.Day(random.NextDouble() * 80), random.Next(1000) / 7m, kind: Pick("sale", "sale", "mql"));
        }

        Array.ForEach(Models, m => warehouse.Model(m).Calibrate(m));
        return warehouse;
    }
}
