using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Scoring;
using Merit.Host.Tests.Measures;
using Merit.Host.Warehouse.Scores;
using Merit.Host.Workspaces;
using Merit.Plugins.Scoring;

namespace Merit.Host.Tests.Scoring;

public sealed class ScoreRunTests : IDisposable
{
    private MeasuredWarehouse warehouse = Guide(new MeasuredWarehouse());

    public void Dispose() => warehouse.Dispose();

    [Fact]
    public void The_webinar_scores_85_5()
    {
        var webinar = Score("webinar");

        Assert.Equal(85.5, webinar.Score.Value);
        Assert.Equal(("lead-gen", "lead-gen", 1), (webinar.Type, webinar.Scorecard, webinar.Version));
        Assert.Equal("leads 80, cpl 90, lead_to_mql 85", Points(webinar));
        Assert.Equal("线索数对目标", webinar.Components[0].LabelZh);
        Assert.Equal(30, webinar.Components[0].Weight);
    }

    [Fact]
    public void The_expo_scores_88_5()
    {
        var expo = Score("expo");

        Assert.Equal(88.5, expo.Score.Value);
        Assert.Equal("roi 95, cac 80, revenue 85", Points(expo));
    }

    [Fact]
    public void Below_the_minimum_sample_there_is_no_score_but_a_note()
    {
        var small = Score("small");

        Assert.Null(small.Score.Value);
        Assert.Null(small.Rank);
        Assert.Equal(
            new Note("Too few to judge: 19, where the scorecard asks for at least 20.", "样本太小，不予评分：19，至少需要 20。"),
            Assert.Single(small.Score.Notes));
        Assert.Equal(3, small.Score.Contributions.Count);
    }

    [Fact]
    public void A_sample_that_cannot_be_known_says_why()
    {
        warehouse.Dispose();
        warehouse = new MeasuredWarehouse().With("campaigns", "campaign_id, name, type", "'x', 'X', 'lead-gen'");

        var note = Assert.Single(Score("x").Score.Notes);
        Assert.Contains("No source loads", note.Text, StringComparison.Ordinal);
        Assert.Contains("没有数据源", note.TextZh, StringComparison.Ordinal);
    }

    [Fact]
    public void What_happens_after_today_does_not_count()
    {
        warehouse.With("spend", "date, campaign_id, amount", "DATE '2026-02-01', 'webinar', 90000");

        Assert.Equal(85.5, Score("webinar").Score.Value);
    }

    [Fact]
    public void Types_are_ranked_apart_and_a_rank_says_how_firm_it_is()
    {
        var scores = Run().Scores;

        Assert.Equal(new RankRange(1, 1, 1, 1), scores.Single(s => s.CampaignId == "expo").Rank);
        var (webinar, cheap) = (scores.Single(s => s.CampaignId == "webinar"), scores.Single(s => s.CampaignId == "cheap"));
        Assert.Equal(2, webinar.Rank?.Of);
        Assert.True(webinar.Score.Value > cheap.Score.Value);
        Assert.Equal((1, 2), (webinar.Rank?.Rank, cheap.Rank?.Rank));
    }

    [Fact]
    public void A_rank_that_turns_on_a_weight_is_not_firm()
    {
        // One is good at the first component, the other at the second: whichever weighs more wins.
        warehouse.Folder.Write("metrics/scorecards.csx", """
            Scorecard("lead-gen", version: 2)
                .Component("a", metrics.new_leads, 50, Curve((0, 0), (1000, 100)))
                .Component("b", metrics.cost, 49, Curve((0, 0), (1000, 100)));
            Metric("score", Average(scores.score)).As(Score).Requires("campaign");
            """);
        warehouse.With("campaigns", "campaign_id, name, type", "'p', 'P', 'duel'", "'q', 'Q', 'duel'");
        warehouse.With("leads", "lead_id, campaign_id, created_at", [.. Enumerable.Range(0, 500).Select(i => $"'p{i}', 'p', TIMESTAMP '2025-05-05'")]);
        warehouse.With("spend", "date, campaign_id, amount", "DATE '2025-05-05', 'q', 500");

        var scores = Run(new ScoringSettings { Scorecards = new Dictionary<string, ScorecardChoice>(StringComparer.Ordinal) { ["duel"] = new("lead-gen", new Place("merit.yaml")) } }).Scores.Where(s => s.Type == "duel").ToList();

        Assert.Equal(2, scores.Count);
        Assert.All(scores, s => Assert.Equal((1, 2), (s.Rank?.Best, s.Rank?.Worst)));
        Assert.All(scores, s => Assert.False(s.Rank?.IsFirm));
        Assert.Equal(1, scores.Single(s => s.CampaignId == "p").Rank?.Rank);
    }

    [Fact]
    public void Missing_components_are_left_out_and_said()
    {
        warehouse.With("campaigns", "campaign_id, name, type", "'bare', 'Bare', 'revenue'");
        warehouse.With("sales", "sale_id, campaign_id, customer_id, sold_at, amount, first_sale", [.. Enumerable.Range(0, 5).Select(i => $"'bare{i}', 'bare', 'bare{i}', TIMESTAMP '2025-05-05', 100, true")]);

        var bare = Score("bare");

        Assert.Null(bare.Score.Contributions[0].Value);
        Assert.NotEmpty(bare.Score.Notes);
    }

    [Fact]
    public void A_type_without_scorecard_is_said_and_no_campaign_of_it_scored()
    {
        warehouse.With("campaigns", "campaign_id, name, type", "'stand', 'Stand', 'sponsoring'", "'odd', 'Odd', NULL");

        var outcome = Run();

        Assert.Equal("MRT3004", Assert.Single(outcome.Findings).Code);
        Assert.DoesNotContain(outcome.Scores, s => s.CampaignId is "stand" or "odd");
    }

    [Fact]
    public void A_scorecard_nobody_declares_ends_the_run() => Assert.Equal(
        "MRT3001",
        Assert.Single(Assert.Throws<MeritException>(() => Run(new ScoringSettings { Scorecards = new Dictionary<string, ScorecardChoice>(StringComparer.Ordinal) { ["revenue"] = new("revenu", new Place("merit.yaml", 3, 4)) } })).Diagnostics).Code);

    [Fact]
    public void Options_of_merit_yaml_reach_the_model_under_its_own_id_and_under_a_name_of_ones_own()
    {
        warehouse.Folder.Write("metrics/scorecards.csx", """
            Scorecard("lead-gen", version: 2).Component("a", metrics.new_leads, 50, Curve((0, 0), (1000, 100))).Using("composite-index");
            Scorecard("revenue", version: 2).Component("a", metrics.revenue, 50, Curve((0, 0), (800000, 100))).Using("by-curve");
            Metric("score", Average(scores.score)).As(Score).Requires("campaign");
            """);
        var options = BuiltIn.Scoring("composite-index")?.Options ?? throw new InvalidOperationException();
        var byPeers = Activator.CreateInstance(options) ?? throw new InvalidOperationException();
        var normalisation = options.GetProperty("Normalisation");
        normalisation?.SetValue(byPeers, Enum.Parse(normalisation.PropertyType, "MinMax"));
        var at = new Place("merit.yaml", 9);
        var byCurve = Activator.CreateInstance(options) ?? throw new InvalidOperationException();

        var scores = Run(new ScoringSettings { Models = [new("composite-index", "composite-index", byPeers, at), new("by-curve", "composite-index", byCurve, at)] }).Scores;

        // 500, 100 and 19 leads: the best gets all, the worst nothing; the expo has half of what its curve asks for.
        Assert.Equal(
            ["cheap 16.84", "small 0.00", "webinar 100.00"],
            scores.Where(s => s.Type == "lead-gen").Select(s => FormattableString.Invariant($"{s.CampaignId} {s.Score.Value:0.00}")));
        Assert.Equal(50, scores.Single(s => s.Type == "revenue").Score.Value);
    }

    [Fact]
    public void A_model_no_plugin_offers_ends_the_run_at_the_scorecard()
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Run(catalog: new PluginCatalog([Entry("weighted-summ", new Faulty())]))).Diagnostics);

        Assert.Equal("MRT3002", finding.Code);
        Assert.Contains("'weighted-summ'", finding.NextStep, StringComparison.Ordinal);
        Assert.Equal("built-in/metrics/scorecards.csx", finding.At?.File);
    }

    [Fact]
    public void A_model_that_fails_is_a_finding_about_the_plugin()
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Run(catalog: new PluginCatalog([Entry("weighted-sum", new Faulty())]))).Diagnostics);

        Assert.Equal("MRT3003", finding.Code);
    }

    [Fact]
    public void Scores_are_read_as_they_were_written()
    {
        var scores = Run().Scores;
        ScoreStore.Write(warehouse.Session, scores, MeasuredWarehouse.Today);
        ScoreStore.Write(warehouse.Session, scores, MeasuredWarehouse.Today);

        var read = ScoreStore.Read(warehouse.Session);

        Assert.Equal(Text(scores), Text(read));
        Assert.Equal((long)scores.Count, warehouse.Session.Scalar<long>("SELECT count(*) FROM scores"));
    }

    [Fact]
    public void Before_anything_was_scored_there_is_nothing_to_read() => Assert.Empty(ScoreStore.Read(warehouse.Session));

    private static string Text(IEnumerable<CampaignScore> scores) => string.Join('\n', scores.Select(s =>
        $"{s.CampaignId} {s.CampaignName} {s.Type} {s.Scorecard} {s.Version} {s.Rank} {s.Score.Value} {string.Join('|', s.Score.Contributions)} {string.Join('|', s.Score.Notes)} {string.Join('|', s.Score.Beside)} {string.Join('|', s.Components)}"));

    private static string Points(CampaignScore score) =>
        string.Join(", ", score.Score.Contributions.Select(c => FormattableString.Invariant($"{c.Component} {c.Points:0.######}")));

    private CampaignScore Score(string campaign) => Run().Scores.Single(s => s.CampaignId == campaign);

    private ScoreOutcome Run(ScoringSettings? scoring = null, PluginCatalog? catalog = null) => new ScoreRun(
        warehouse.Measures, warehouse.Definitions, warehouse.Workspace with { Scoring = scoring ?? new ScoringSettings() }, catalog ?? BuiltIn, MeasuredWarehouse.Today).Run();

    private static PluginCatalog BuiltIn
    {
        get
        {
            var registry = new PluginRegistry("1.0", "built-in", new Place("scoring.dll"));
            new Merit.Scoring.WeightedSum.WeightedSumPlugin().Register(registry);
            new Merit.Scoring.CompositeIndex.CompositeIndexPlugin().Register(registry);
            return new PluginCatalog(registry.Entries);
        }
    }

    private static PluginEntry Entry(string id, IScoringModel model) => new(PluginKind.Scoring, id, "1.0", "test", typeof(Merit.Plugins.NoOptions), _ => model);

    // The articles' webinar and expo, and two more for the ranking.
    private static MeasuredWarehouse Guide(MeasuredWarehouse warehouse) => warehouse
        .With("campaigns", "campaign_id, name, type, channel",
            "'webinar', 'Webinar', 'lead-gen', 'webinar'", "'cheap', 'Cheap', 'lead-gen', 'email'", "'small', 'Small', 'lead-gen', 'email'", "'expo', 'Expo', 'revenue', 'expo'")
        .With("spend", "date, campaign_id, amount",
            "DATE '2025-03-01', 'webinar', 4000", "DATE '2025-04-01', 'webinar', 6000", "DATE '2025-03-01', 'cheap', 1000", "DATE '2025-05-01', 'expo', 50000")
        .With("leads", "lead_id, campaign_id, created_at, mql_at",
        [
            .. Enumerable.Range(0, 500).Select(i => $"'w{i}', 'webinar', TIMESTAMP '2025-03-10', {(i < 100 ? "TIMESTAMP '2025-03-20'" : "NULL")}"),
            .. Enumerable.Range(0, 100).Select(i => $"'c{i}', 'cheap', TIMESTAMP '2025-03-10', NULL"),
            .. Enumerable.Range(0, 19).Select(i => $"'s{i}', 'small', TIMESTAMP '2025-03-10', NULL"),
        ])
        .With("sales", "sale_id, campaign_id, customer_id, sold_at, amount, first_sale",
            [.. Enumerable.Range(0, 20).Select(i => $"'e{i}', 'expo', 'e{i}', TIMESTAMP '2025-06-01', 20000, true")])
        .With("targets", "campaign_id, metric, value, period_start, period_end",
            "'webinar', 'new_leads', 500, NULL, NULL", "'cheap', 'new_leads', 500, NULL, NULL", "'expo', 'revenue', 400000, NULL, NULL")
        .With("benchmarks", "metric, campaign_type, value, as_of", "'cpl', 'lead-gen', 30, DATE '2025-01-01'", "'cac', 'revenue', 3125, DATE '2025-01-01'");

    private sealed class Faulty : IScoringModel
    {
        public IReadOnlyList<Score> Score(Scorecard card, IReadOnlyList<Subject> peers) => [];
    }
}
