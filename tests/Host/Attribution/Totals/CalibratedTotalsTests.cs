using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Totals;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Attribution.Totals;

/// <summary>What experiments make of models is the same in total as on the touches that a load keeps.</summary>
public sealed class CalibratedTotalsTests
{
    private static readonly string[] Models = ["linear", "time-decay", "shapley"];

    [Theory]
    [InlineData("channel", "sale")]
    [InlineData("campaign_id", "sale")]
    [InlineData("channel", "mql")]
    public void Totals_are_the_sums_of_kept_credit(string column, string kind)
    {
        using var warehouse = World(withKinds: kind is not "mql");
        warehouse.Experiment("ads", "ads", 30, (20, 40), to: 40);
        warehouse.Experiment("x", null, 12, (6, 18), campaign: "x");
        warehouse.Experiment("of mql", "mail", 25, (18, 32), kind: "mql");
        warehouse.Run();

        var totals = new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute(column, kind, intervals: true, TestContext.Current.CancellationToken);

        Assert.Equal(warehouse.Settings.Names, totals.Rows.Select(r => r.Model).Distinct());
        foreach (var model in Models.Select(m => m + "-calibrated"))
        {
            var kept = warehouse.Session.Query(
                $"SELECT coalesce({column}, '(none)'), sum({SqlText.Name(model)}), coalesce(sum({SqlText.Name(model)} * value::DOUBLE), 0) FROM credits WHERE kind = $1 GROUP BY 1 ORDER BY 1",
                row => (Unit: row.GetString(0), Conversions: row.GetDouble(1), Value: row.GetDouble(2)), kind);
            var given = totals.Rows.Where(r => r.Model == model).OrderBy(r => r.Unit, StringComparer.Ordinal).ToList();
            Assert.Equal(kept.Select(k => k.Unit).Order(StringComparer.Ordinal), given.Select(g => g.Unit));
            Assert.Equal(kept.OrderBy(k => k.Unit, StringComparer.Ordinal).Select(k => k.Conversions), given.Select(g => g.Conversions), (a, b) => Math.Abs(a - b) < 1e-7);
            Assert.Equal(kept.OrderBy(k => k.Unit, StringComparer.Ordinal).Select(k => k.Value), given.Select(g => g.Value), (a, b) => Math.Abs(a - b) < 1e-4);
        }

        // The correction is worth looking for, and is no interval.
        double Of(string model) => totals.Rows.First(r => r.Model == model && r.Unit != "(unattributed)").Conversions;
        Assert.True(Math.Abs(Of("linear") - Of("linear-calibrated")) > .1);
        Assert.Equal(Models.Length, totals.Findings.Count(f => f.Rule == AttributionRules.NoCalibratedInterval));
    }

    [Fact]
    public void Only_what_is_asked_for_is_given_in_its_order()
    {
        using var warehouse = World(withKinds: true);
        warehouse.Experiment("ads", "ads", 30, (20, 40));
        warehouse.Fill();
        var settings = warehouse.Settings with { Asked = ["time-decay-calibrated", "linear"] };

        var totals = new WorkspaceTotals(warehouse.Session, settings, warehouse.Catalog).Compute("channel", null, intervals: null, TestContext.Current.CancellationToken);

        Assert.Equal(["time-decay-calibrated", "linear"], totals.Rows.Select(r => r.Model).Distinct());
        Assert.DoesNotContain(totals.Findings, f => f.Rule == AttributionRules.NoCalibratedInterval);
    }

    [Fact]
    public void Without_experiments_a_corrected_model_is_the_model_and_that_is_said()
    {
        using var warehouse = World(withKinds: true);
        warehouse.Fill();

        var totals = new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute("channel", null, intervals: null, TestContext.Current.CancellationToken);

        Assert.Equal(Of("linear"), Of("linear-calibrated"), (a, b) => Math.Abs(a - b) < 1e-8);
        Assert.Equal(Models.Length, totals.Findings.Count(f => f.Rule == AttributionRules.NothingToCalibrateBy));
        IEnumerable<double> Of(string model) => totals.Rows.Where(r => r.Model == model).OrderBy(r => r.Unit, StringComparer.Ordinal).Select(r => r.Conversions);
    }

    // Models learn from sales where there are any: with other kinds alone they learn from those.
    private static AttributionWarehouse World(bool withKinds)
    {
        var random = new Random(7);
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromDays(60) };
        for (var i = 0; i < 600; i++)
        {
            warehouse.Touch($"t{i}", $"c{random.Next(100)}", AttributionWarehouse.Day(random.NextDouble() * 80), Pick("ads", "mail", "expo", null), Pick("x", "y", null));
        }

        for (var i = 0; i < 200; i++)
        {
            warehouse.Convert($"d{i}", $"c{random.Next(110)}", AttributionWarehouse.Day(random.NextDouble() * 80), random.Next(1000) / 7m, kind: withKinds ? Pick("sale", "sale", "mql") : "mql");
        }

        Array.ForEach(Models, m => warehouse.Model(m).Calibrate(m));
        return warehouse;
    }
}
