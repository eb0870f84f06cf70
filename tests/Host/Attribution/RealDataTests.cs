using Merit.Host.Warehouse.Sessions;
using Merit.Tests;

namespace Merit.Host.Tests.Attribution;

/// <summary>Published data sets, against results computed by others or by exact arithmetic.</summary>
public sealed class RealDataTests
{
    [Fact]
    public void The_attribution_playbook_comes_out_as_published()
    {
        var sessions = SharedData.Require("attribution-playbook", "sessions.csv");
        var conversions = SharedData.Require("attribution-playbook", "customer_conversions.csv");
        using var warehouse = new AttributionWarehouse(Path.GetDirectoryName(sessions) ?? "") { Lookback = TimeSpan.FromDays(30) }.Model("u-shaped");
        warehouse.Session.Execute($"""
            INSERT INTO touchpoints SELECT session_id::VARCHAR, customer_id::VARCHAR, started_at, utm_campaign, utm_source FROM read_csv({SqlText.Text(sessions)}, delim = ',', header = true, null_padding = true);
            INSERT INTO conversions SELECT row_number() OVER (), 'sale', customer_id::VARCHAR, NULL, customer_id::VARCHAR, NULL, converted_at, revenue, NULL, true
              FROM read_csv({SqlText.Text(conversions)});
            """);
        warehouse.Run();

        var credit = warehouse.Credit("u-shaped").ToDictionary(c => c.Key, c => (Math.Round(c.Value.Conversions, 9), Math.Round(c.Value.Value, 9)), StringComparer.Ordinal);
        Assert.Equal(
            new Dictionary<string, (double, double)>(StringComparer.Ordinal)
            {
                ["facebook_ads"] = (5.44, 71.4),
                ["direct"] = (10.94, 141.4),
                ["adwords"] = (1.24, 16.4),
                ["google"] = (2.58, 35.8),
                ["bing"] = (.8, 10),
            },
            credit);
    }

    // channel, first, last, linear, u-shaped: first, last and linear are the output of the R package ChannelAttribution.
    private static readonly (string Channel, double[] Credit)[] PathData =
    [
        ("eta", [3164, 4167, 3539.951157, 3618.796149]),
        ("iota", [4606, 3355, 3857.096221, 3944.948166]),
        ("alpha", [6308, 8447, 7574.718594, 7444.823759]),
        ("beta", [2831, 989, 2083.500145, 1969.766179]),
        ("theta", [1606, 653, 1022.801394, 1092.744472]),
        ("lambda", [902, 1207, 1035.257572, 1046.903901]),
        ("kappa", [74, 230, 137.964078, 147.459557]),
        ("zeta", [27, 107, 136.551540, 88.622864]),
        ("epsilon", [99, 531, 272.170438, 301.050233]),
        ("gamma", [165, 92, 121.041639, 125.240911]),
        ("delta", [1, 5, 1.725, 2.586667]),
        ("mi", [2, 2, 2.222222, 2.057143]),
    ];

    [Fact]
    public void Ten_thousand_real_paths_agree_with_another_implementation()
    {
        var paths = SharedData.Require("pathdata", "paths.csv");
        string[] models = ["first", "last", "linear", "u-shaped"];
        using var warehouse = new AttributionWarehouse(Path.GetDirectoryName(paths) ?? "");
        Array.ForEach(models, m => warehouse.Model(m));
        warehouse.Session.Execute($"""
            CREATE TEMP TABLE expanded AS
              SELECT 'p' || row || '-' || unnest(range(total_conversions)) AS id, string_split(path, ' > ') AS path, total_conversion_value / total_conversions AS value
              FROM (SELECT row_number() OVER () AS row, * FROM read_csv({SqlText.Text(paths)}, header = true) WHERE total_conversions > 0);
            INSERT INTO touchpoints
              SELECT id || '-' || place, id, TIMESTAMP '2025-01-01' + to_minutes(place), NULL, path[place]
              FROM (SELECT id, path, unnest(range(1, len(path) + 1)) AS place FROM expanded);
            INSERT INTO conversions SELECT id, 'sale', id, NULL, id, NULL, TIMESTAMP '2025-02-01', value, NULL, true FROM expanded;
            """);
        var summary = warehouse.Run();

        Assert.Equal(19_785, summary.Conversions);
        for (var m = 0; m < models.Length; m++)
        {
            var credit = warehouse.Credit(models[m]);
            Assert.Equal(PathData.Length, credit.Count);
            Assert.All(PathData, expected => Assert.Equal(expected.Credit[m], credit[expected.Channel].Conversions, 1e-6 * Math.Max(1, expected.Credit[m])));
            Assert.Equal(74_802.9715872, credit.Values.Sum(c => c.Value), 1.0);
        }
    }
}
