using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Attribution;

/// <summary>Every model gives every conversion once, whatever slice of them is looked at.</summary>
public sealed class ConservationTests
{
    private static readonly string[] Models =
    [
        "first", "last", "last-non-direct", "last-paid", "linear", "u-shaped", "j-shaped", "inverse-j", "time-decay", "w-shaped", "full-path", "markov", "shapley", "shapley-ordered",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Credit_adds_up_for_every_model_kind_and_slice(int seed)
    {
        var random = new Random(seed);
        DateTime Moment() => AttributionWarehouse.Day(random.Next(80) + (random.Next(3) / 4d));
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        using var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromDays(25), Rules = new JourneyRules { CollapseRepeats = seed == 2, Chained = seed == 3 } };
        for (var i = 0; i < 900; i++)
        {
            warehouse.Touch($"t{i}", $"c{random.Next(120)}", Moment(), Pick("email", "expo", "paid-search", "direct", null), Pick("x", "y", null));
        }

        for (var i = 0; i < 250; i++)
        {
            warehouse.Convert($"d{i}", $"c{random.Next(140)}", Moment(), random.Next(-500, 5000) / 7m, lead: $"l{i}", kind: Pick("sale", "mql", "form"));
            warehouse.Session.Execute("INSERT INTO leads VALUES ($1, $2)", $"l{i}", Moment());
        }

        Array.ForEach(Models, m => warehouse.Model(m));
        warehouse.Run();
        foreach (var slice in new[] { "''", "kind", "first_sale", "date_trunc('week', converted_at)", "kind || conversion_id[-1:]", "conversion_id" })
        {
            var of = warehouse.Session.Query($"SELECT ({slice})::VARCHAR AS s, count(*), sum(value)::DOUBLE FROM conversions GROUP BY s ORDER BY s", row => (Slice: row.GetString(0), Conversions: (double)row.GetInt64(1), Value: row.GetDouble(2)));
            foreach (var model in Models)
            {
                var share = SqlText.Name(model);
                var given = warehouse.Session.Query(
                    $"SELECT ({slice})::VARCHAR AS s, sum({share}), sum({share} * value::DOUBLE) FROM credits GROUP BY s ORDER BY s", row => (Slice: row.GetString(0), Conversions: row.GetDouble(1), Value: row.GetDouble(2)));
                Assert.Equal(of.Select(o => o.Slice), given.Select(g => g.Slice));
                Assert.All(of.Zip(given), pair =>
                {
                    Assert.Equal(pair.First.Conversions, pair.Second.Conversions, 1e-9 * pair.First.Conversions);
                    Assert.Equal(pair.First.Value, pair.Second.Value, 1e-6);
                });
            }
        }
    }
}
