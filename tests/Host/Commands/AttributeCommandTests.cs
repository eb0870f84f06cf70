using Merit.Host.Attribution.Learning;
using Merit.Host.Attribution.Totals;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Commands;

public sealed class AttributeCommandTests
{
    [Theory]
    [InlineData("--separator goes with --paths.", "--separator", "|")]
    [InlineData("--paths needs --models.", "--paths", "paths.csv")]
    [InlineData("a file of paths has nothing but channels", "--paths", "paths.csv", "--models", "linear", "--by", "campaign")]
    [InlineData("a file of paths has one kind of conversion", "--paths", "paths.csv", "--models", "linear", "--kind", "form")]
    [InlineData("the journeys of a file are as they are: leave out --lookback.", "--paths", "paths.csv", "--models", "linear", "--lookback", "30")]
    [InlineData("'0' is not a value of --lookback", "--lookback", "0")]
    [InlineData("'soon' is not a value of --lookback", "--lookback", "soon")]
    [InlineData("'never' is not a value of --until", "--until", "never")]
    [InlineData("'expo=0' is not a value of --campaign-weight", "--campaign-weight", "expo=0")]
    [InlineData("'expo' is not a value of --campaign-weight", "--campaign-weight", "expo")]
    [InlineData("leave out --campaign-weight.", "--paths", "paths.csv", "--models", "linear", "--campaign-weight", "expo=2")]
    [InlineData("leave out --worth.", "--paths", "paths.csv", "--models", "linear", "--worth", "margin")]
    [InlineData("'often' is not a value of --intervals", "--intervals", "often")]
    public async Task What_does_not_go_together_is_wrong_usage(string said, params string[] arguments)
    {
        using var run = new CommandRun();

        Assert.Equal(2, await run.Run(["attribute", .. arguments]));

        Assert.Contains(said, run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_journey_holds_is_said_on_the_command_line_for_every_model()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run(
            "attribute", "--models", "[linear, { id: brief, model: first, lookback: 7d, lookback_of: { mql: 3d }, chained: true }]", "--lookback", "30", "--collapse-repeats", "--until", "lead",
            "--exclude-channel", "direct,email", "--exclude-channel", "referral", "--exclude-campaign", "expo", "--unit", "channel,campaign_id"));

        var journeys = run.Stages.Used?.Attribution.Models.Select(m => m.Journeys).ToList() ?? [];
        Assert.Equal([null, true], journeys.Select(j => j.Chained));
        Assert.All(journeys, j =>
        {
            Assert.Equal((TimeSpan.FromDays(30), true, Stage.Lead, null), (j.Lookback, j.CollapseRepeats, j.Until, j.LookbackOf));
            Assert.Equal(["direct", "email", "referral"], j.ExcludeChannels);
            Assert.Equal(["expo"], j.ExcludeCampaigns);
            Assert.Equal(["channel", "campaign_id"], j.Unit);
        });
    }

    [Theory]
    [InlineData("linear-calibrated", "linear", "linear-calibrated")]
    [InlineData("[{ id: brief, model: linear, lookback: 7d }, brief-calibrated]", "brief", "brief,brief-calibrated")]
    [InlineData("first-calibrated, linear, first", "linear,first", "first-calibrated,linear,first")]
    public async Task A_model_as_experiments_correct_it_is_asked_for_by_name(string models, string run, string asked)
    {
        using var command = new CommandRun();

        Assert.Equal(0, await command.Run("attribute", "--models", models, "--lookback", "30"));

        var used = command.Stages.Used?.Attribution;
        Assert.Equal(run.Split(','), used?.Models.Select(m => m.Name));
        Assert.All(used?.Models ?? [], m => Assert.Equal(TimeSpan.FromDays(30), m.Journeys.Lookback));
        Assert.Equal(asked.Split(','), used?.Asked);
        Assert.Equal(asked.Split(',').Where(a => a.EndsWith("-calibrated", StringComparison.Ordinal)), used?.Calibrated.Select(c => c.Name));
    }

    [Fact]
    public async Task Weights_of_campaigns_and_what_a_value_is_are_said_on_the_command_line()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("attribute", "--models", "linear", "--campaign-weight", "expo=2,fair=0.5", "--campaign-weight", "expo=3", "--worth", "margin"));

        Assert.Equal([("expo", 3d), ("fair", .5)], run.Stages.Used?.Attribution.CampaignWeights.Select(w => (w.Key, w.Value)) ?? []);
        Assert.True(run.Stages.Used?.Attribution.CountsMargin);
    }

    [Fact]
    public async Task Several_units_are_columns_of_their_own()
    {
        using var run = new CommandRun();
        run.Stages.Totals = new AttributedTotals([new AttributedTotal("linear", "email\u001Fexpo", 2.5, 100), new AttributedTotal("linear", "(unattributed)", 1, 7)]);

        Assert.Equal(0, await run.Run("attribute", "--models", "linear", "--by", "channel, campaign", "--format", "csv"));

        Assert.Equal(["model,channel,campaign,conversions,value,conversions_low,conversions_high,value_low,value_high", "linear,email,expo,2.5,100,,,,", "linear,(unattributed),(unattributed),1,7,,,,"], run.Data.Trim().Split('\n'));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said()
    {
        using var run = new CommandRun();

        Assert.Equal(1, await run.Run("attribute", "--paths", "nowhere.csv", "--models", "linear"));

        Assert.Contains("there is no file nowhere.csv", run.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_model_the_unit_credit_and_intervals_and_quality_is_a_note()
    {
        using var run = new CommandRun();
        run.Folder.Write("paths.csv", "path\na\n");
        run.Stages.Totals = new AttributedTotals(
        [
            new AttributedTotal("markov", "email", 2.5, 100) { ConversionsInterval = new Interval(1, 4), ValueInterval = new Interval(50, 150) },
            new AttributedTotal("linear", "(unattributed)", 1, 7),
        ])
        {
            Quality = [("markov", new Quality("hold-out-auc", .71234))],
        };

        Assert.Equal(0, await run.Run("attribute", "--paths", "paths.csv", "--models", "linear", "--format", "json"));

        Assert.Equal(
            """
            [
              {
                "model": "markov",
                "channel": "email",
                "conversions": 2.5,
                "value": 100,
                "conversions_low": 1,
                "conversions_high": 4,
                "value_low": 50,
                "value_high": 150
              },
              {
                "model": "linear",
                "channel": "(unattributed)",
                "conversions": 1,
                "value": 7,
                "conversions_low": null,
                "conversions_high": null,
                "value_low": null,
                "value_high": null
              }
            ]
            """,
            run.Data.TrimEnd());
        Assert.Contains("markov: hold-out-auc 0.7123", run.Notes, StringComparison.Ordinal);
    }
}
