using Merit.Host.Attribution.Recounting;
using Merit.Host.Attribution.Totals;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Attribution;

/// <summary>Journeys that are far larger than the engine may keep in memory.</summary>
public sealed class MemoryLimitTests
{
    private const string World = """
        CREATE TABLE touchpoints AS SELECT 'touch-' || (i * 7919) % 1000003 AS touch_id, 'contact-' || hash(i) % 13000 AS contact_id,
          TIMESTAMP '2025-01-01' + to_seconds((hash(i * 11) % 7000000)::BIGINT) AS occurred_at, 'campaign-' || hash(i * 17) % 60 AS campaign_id, 'channel-' || hash(i * 5) % 12 AS channel
        FROM range(400000) r(i);
        CREATE TABLE conversions AS SELECT 'deal-' || i AS conversion_id, 'sale' AS kind, 'contact-' || i AS contact_id, NULL::VARCHAR AS account_id, NULL::VARCHAR AS customer_id, NULL::VARCHAR AS lead_id,
          TIMESTAMP '2025-01-01' + to_seconds(7000000 + i) AS converted_at, i::DECIMAL(18,4) AS value, NULL::DECIMAL(18,4) AS cost_of_goods, true AS first_sale
        FROM range(13000) r(i);
        CREATE TABLE contacts (contact_id VARCHAR, account_id VARCHAR);
        """;

    [Fact]
    public void Credits_and_totals_spill_and_are_the_same()
    {
        var (small, wide) = (Run("96MB"), Run("2GB"));
        Assert.Equal(wide.Credits, small.Credits);
        Assert.Equal(wide.Paths, small.Paths);
        Assert.Contains(" > channel-", small.Paths.Longest, StringComparison.Ordinal);
        Assert.Equal(wide.Totals.Count, small.Totals.Count);
        Assert.All(wide.Totals.Zip(small.Totals), pair =>
        {
            Assert.Equal((pair.First.Model, pair.First.Unit), (pair.Second.Model, pair.Second.Unit));
            Assert.Equal(pair.First.Conversions, pair.Second.Conversions, 1e-6);
            Assert.Equal(pair.First.Value, pair.Second.Value, 1e-2);
        });
    }

    private static ((long, long, double) Credits, (double, string Longest) Paths, IReadOnlyList<AttributedTotal> Totals) Run(string limit)
    {
        var folder = Directory.CreateTempSubdirectory("merit-memory").FullName;
        try
        {
            using var session = Session.Open(Path.Combine(folder, "warehouse.duckdb"), new SessionSettings { TempDirectory = folder, Threads = 2, MemoryLimit = limit });
            session.Execute(World);
            using var models = new AttributionWarehouse().Model("first").Model("linear").Model("u-shaped").Model("time-decay").Model("last-paid").Model("markov").Model("shapley");
            var stop = TestContext.Current.CancellationToken;
            var rules = models.Settings with { Models = [.. models.Settings.Models.Take(5)] };
            new KeptCredits(session, rules, models.Catalog).Build(null, stop);
            var credits = session.Query(
                "SELECT count(*), sum(hash(conversion_id, touch_id, position))::DOUBLE, sum(round(\"time-decay\", 9)) FROM credits", row => (row.GetInt64(0), (long)(row.GetDouble(1) / 1e10), Math.Round(row.GetDouble(2), 3)))[0];
            session.Execute($"CREATE VIEW main.journeys AS {DerivedViews.All["journeys"]}");
            var paths = session.Query("SELECT sum(hash(conversion_id, path) % 1000003)::DOUBLE, max(path) FROM main.journeys", row => (row.GetDouble(0), row.GetString(1)))[0];
            return (credits, paths, new WorkspaceTotals(session, models.Settings, models.Catalog).Compute("channel", null, intervals: false, stop).Rows);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
