using System.Globalization;
using Merit.Host.Commands;
using Merit.Host.Pipeline;

namespace Merit.Host.Tests.Pipeline;

/// <summary>What stands in the attribution report beside the models: experiments on their way from a file, what these make of a model, places in the journey.</summary>
public sealed class AttributionReportTests : IDisposable
{
    private const string Yaml =
        """
        name: Small
        currency: CNY
        timezone: Asia/Shanghai
        sources:
          campaigns: { connector: files, path: campaigns.csv, into: campaigns, columns: { campaign_id: id, name: name, channel: channel } }
          touches: { connector: files, path: touches.csv, into: touchpoints, columns: { touch_id: id, contact_id: who, occurred_at: at, campaign_id: campaign } }
          orders: { connector: files, path: orders.csv, into: orders, columns: { order_id: id, contact_id: who, ordered_at: at, amount: amount } }
          tests:
            connector: files
            path: tests.csv
            into: experiments
            columns: { experiment_id: id, channel: channel, campaign_id: campaign, started_on: from, ended_on: to, method: how, incremental_conversions: lift, incremental_low: low, incremental_high: high }
        attribution:
          default: linear-calibrated
          models: [first, linear]
          calibrate: linear
        reports: [attribution]
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _data = new() { NewLine = "\n" };
    private readonly StringWriter _notes = new() { NewLine = "\n" };

    public AttributionReportTests()
    {
        _folder.Write("merit.yaml", Yaml);
        _folder.Write("campaigns.csv", "id,name,channel\nm,Mailing,email\na,Banner,ads\n");
        var (touches, orders) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        touches.WriteLine("id,who,at,campaign");
        orders.WriteLine("id,who,at,amount");

        // Of forty orders in March, ads open thirty that mailings close.
        for (var i = 0; i < 40; i++)
        {
            var day = string.Create(CultureInfo.InvariantCulture, $"2025-03-{1 + (i % 28):D2}");
            orders.WriteLine($"o{i},c{i},{day} 12:00:00,100");
            touches.WriteLine($"m{i},c{i},{day} 11:00:00,m");
            if (i < 30)
            {
                touches.WriteLine($"a{i},c{i},{day} 10:00:00,a");
            }
        }

        _folder.Write("touches.csv", touches.ToString());
        _folder.Write("orders.csv", orders.ToString());
        _folder.Write("tests.csv", "id,channel,campaign,from,to,how,lift,low,high\nholdout-1,ads,,2025-03-01,2025-03-31,holdout,9,5,13\ngeo-1,,m,2025-03-01,2025-03-31,geo,24,20,28\nlost,,,2025-03-01,2025-03-31,geo,5,1,9\n");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _data.Dispose();
        _notes.Dispose();
    }

    [Fact]
    public async Task The_report_lays_it_beside_every_model_and_a_calibrated_one_has_what_was_measured()
    {
        Assert.Equal(0, await Merit("run"));
        var page = _folder.Read("out/attribution.md");
        var lines = page.Split('\n');
        Assert.Contains("MRT1434", _notes.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"\| ads \(holdout-1\) +\| .*2025.*\(holdout\) \| +9 \(5 to 13, 95(\.0)?%\) \| +30 \(×0.3 · outside\) \| +15 \(×0.6 · outside\) \| +10.91 \(×0.83 · inside\) \|", Assert.Single(lines, l => l.Contains("holdout-1", StringComparison.Ordinal)));
        Assert.Matches(@"\| Mailing \(geo-1\) .*\| +24 \(20 to 28, 95(\.0)?%\) \| +10 \(×2.40? · outside\) \| +25 \(×0.96 · inside\) \| +29.09 \(×0.82 · outside\) \|", Assert.Single(lines, l => l.Contains("geo-1", StringComparison.Ordinal)));
        Assert.Contains("1 experiment lacks its days, its result or what was tested", _notes.ToString() + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_experiment_that_contradicts_it_a_question_has_what_was_measured()
    {
        _folder.Write("tests.csv", "id,channel,campaign,from,to,how,lift,low,high\nholdout-1,ads,,2025-03-01,2025-03-31,holdout,9,5,13\n");
        Assert.Equal(0, await Merit("load", "--quiet"));
        Assert.Equal(0, await Merit("query", "--metrics", "attributed_conversions,attributed_revenue", "--by", "channel", "--format", "csv"));
        Assert.Equal(0, await Merit("query", "--metrics", "attributed_conversions", "--by", "channel", "--model", "linear", "--format", "csv"));
        Assert.Equal(0, await Merit("query", "--metrics", "experiment_ratio,experiment_within", "--by", "experiment_credits.experiment_id,experiment_credits.model", "--format", "csv"));
        Assert.Equal("", _notes.ToString());
        Assert.Equal(
            "channel,attributed_conversions,attributed_revenue\nads,9,900\nemail,31,3100\n"
            + "channel,attributed_conversions\nads,15\nemail,25\n"
            + "experiment_credits.experiment_id,experiment_credits.model,experiment_ratio,experiment_within\nholdout-1,first,0.3,0\nholdout-1,linear,0.6,0\nholdout-1,linear-calibrated,1,1\n",
            string.Join('\n', _data.ToString().Split('\n').Select(line => string.Join(',', line.Split(',').Select(Rounded)))));
    }

    [Fact]
    public async Task A_model_that_tells_places_apart_is_shown_by_place_and_asked_for_by_place()
    {
        _folder.Write("merit.yaml", Yaml.Replace("[first, linear]", "[linear, shapley-ordered]", StringComparison.Ordinal));
        Assert.Equal(0, await Merit("run", "--quiet"));
        var lines = _folder.Read("out/attribution.md").Split('\n');
        var table = lines.SkipWhile(l => !l.Contains("Conversions by place in the journey, shapley-ordered", StringComparison.Ordinal)).Skip(2).Take(5).Select(l => string.Join('|', l.Split('|').Select(c => c.Trim('*', ' '))));
        Assert.Equal(["|Channel|Place 1|Place 2|All places|", "|email|10|15|25|", "|ads|15|·|15|", "|Total|25|15|40|"], table.Where((_, i) => i != 1));
        Assert.Equal(0, await Merit("attribute", "--models", "shapley-ordered", "--by", "place", "--format", "csv", "--quiet"));
        Assert.EndsWith("\nmodel,channel,place,conversions\nshapley-ordered,email,1,10\nshapley-ordered,email,2,15\nshapley-ordered,ads,1,15\n", _data.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await Merit("attribute", "--models", "linear", "--by", "place"));
        Assert.Contains("MRT1435", _notes.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_paths_is_asked_by_place_too()
    {
        _folder.Write("paths.csv", "path,total\na > b > a,4\nb,1\n");
        Assert.Equal(0, await Merit("attribute", "--paths", "paths.csv", "--conversions", "total", "--models", "shapley-ordered,first", "--by", "place", "--format", "json"));
        Assert.Equal(
            """[{"model":"shapley-ordered","channel":"b","place":1,"conversions":1},{"model":"shapley-ordered","channel":"b","place":2,"conversions":2},{"model":"shapley-ordered","channel":"a","place":1,"conversions":1},{"model":"shapley-ordered","channel":"a","place":3,"conversions":1}]""",
            System.Text.Json.Nodes.JsonNode.Parse(_data.ToString())?.ToJsonString());
    }

    private static string Rounded(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? Math.Round(figure, 6).ToString(CultureInfo.InvariantCulture) : cell;

    private Task<int> Merit(params string[] args) => CommandLine.RunAsync(args, Around(), CancellationToken.None);

    private Surroundings Around() => new()
    {
        Output = new Terminal(_data, _notes, interactive: false, colour: false),
        Environment = new Dictionary<string, string>(StringComparer.Ordinal),
        CurrentDirectory = _folder.Path,
        BaseDirectory = AppContext.BaseDirectory,
        Clock = TimeProvider.System,
        Stages = new Stages(AppContext.BaseDirectory, TimeProvider.System),
    };
}
