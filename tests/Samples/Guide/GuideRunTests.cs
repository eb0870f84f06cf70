using System.Text.Json.Nodes;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guide;

/// <summary>The guide through the whole pipeline, as a user runs it.</summary>
public sealed class GuideRunTests(GuideRunTests.Run run) : IClassFixture<GuideRunTests.Run>
{
    private static readonly string[] Models = ["first", "last", "linear", "u-shaped", "time-decay"];

    [Theory]
    [MemberData(nameof(GuideDataTests.Worked), MemberType = typeof(GuideDataTests))]
    public void Every_worked_example_comes_out_by_campaign_and_by_channel(string name, string figure, double expected)
    {
        Assert.Equal(expected, run.Figure("campaign", name, figure));
        Assert.Equal(expected, run.Figure("channel", name, figure));
    }

    // The first two are the worked examples; the others follow from the figures, the targets and the curves of metrics/scorecards.csx by hand:
    // google-ads .3 × 64 + .4 × 0 + .3 × 100; email .3 × 81.428571 + .4 × 62.222222 + .3 × 92.666667; social .3 × 66.666667 + .4 × 0 + .3 × 51.85;
    // trade-show .5 × 81.875 + .3 × 63.44 + .2 × 88.333333; brand .3 × 85.358987 + .25 × 76.32 + .25 × 77.170667 + .2 × 80.92.
    [Theory]
    [InlineData("webinar", 85.5, 1e-12)]
    [InlineData("expo", 88.5, 1e-12)]
    [InlineData("google-ads", 49.2, 1e-9)]
    [InlineData("email", 77.117460, 1e-6)]
    [InlineData("social", 35.555, 1e-9)]
    [InlineData("trade-show", 77.636167, 1e-6)]
    [InlineData("brand", 80.164363, 1e-6)]
    public void Every_campaign_has_its_score(string campaign, double score, double tolerance) =>
        Assert.Equal(score, run.Figure("campaign", campaign, "score") ?? 0, tolerance);

    [Fact]
    public void Every_figure_of_every_group_and_model_is_the_one_worked_out_by_hand()
    {
        using var hand = new ByHand(run.Workspace.PathOf("data"));
        Assert.Empty(Models.SelectMany(model => Comparison.Differences(run.Workspace.Folder, hand, "campaign", model)));
        Assert.Empty(Models.SelectMany(model => Comparison.Differences(run.Workspace.Folder, hand, "channel", model)));
    }

    [Fact]
    public void Every_figure_of_the_attribution_report_is_the_one_worked_out_by_hand()
    {
        using var hand = new ByHand(run.Workspace.PathOf("data"));
        Assert.Empty(JourneyComparison.Differences(run.Workspace.Folder, hand));
    }

    [Fact]
    public void Sourced_unattributed_and_other_revenue_make_all()
    {
        var total = QueryAnswer.Ask(run.Workspace.Folder, "revenue_sourced,revenue_unattributed,revenue_other,revenue");
        Assert.Equal(1_488_200, total["revenue_sourced"]);
        Assert.Equal(37_250, total["revenue_unattributed"]);
        Assert.Equal(58_300, total["revenue_other"]);
        Assert.Equal(1_583_750, total["revenue"]);
    }

    [Fact]
    public void Reports_show_the_worked_figures_in_both_forms()
    {
        var pages = Directory.EnumerateFiles(run.Workspace.PathOf("out"), "*.html")
            .Where(f => Path.GetFileName(f) != "index.html").ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
        Assert.Equal(["attribution", "brand", "channels", "lead-gen", "overview", "revenue"], pages.Keys.Order(StringComparer.Ordinal));
        Assert.All(["85.5", "80.0", "90.0", "85.0", "¥20", "20.0%", "¥10,000"], figure => Assert.Contains(figure, pages["lead-gen"], StringComparison.Ordinal));
        Assert.All(["88.5", "95.0", "80.0", "85.0", "¥2,500", "700%", "¥400,000"], figure => Assert.Contains(figure, pages["revenue"], StringComparison.Ordinal));
        Assert.Contains("97.0%", pages["brand"], StringComparison.Ordinal);
        Assert.All(["¥533.33", "¥33.33", "¥250", "¥60", "525%", "700%", "500%", "100%", "¥400,000"], figure => Assert.Contains(figure, pages["channels"], StringComparison.Ordinal));
        Assert.Equal(pages.Count, Directory.EnumerateFiles(run.Workspace.PathOf("out"), "*.md").Count());
    }

    [Fact]
    public void A_sale_is_explained_touch_by_touch_and_every_model_gives_it_once()
    {
        var rows = JsonNode.Parse(MeritProcess.Run(run.Workspace.Folder, "explain", "journey", "deal:D0005", "--format", "json").Fine().Output)?.AsArray() ?? [];
        Assert.Equal(Models, rows.Select(r => r?["model"]?.GetValue<string>()).Distinct());
        Assert.All(rows.GroupBy(r => r?["model"]?.GetValue<string>()), model =>
        {
            Assert.Equal(1, model.Sum(r => r?["conversions"]?.GetValue<double>() ?? 0), 1e-12);
            Assert.All(model, r => Assert.Equal(r?["conversions"]?.GetValue<double>() ?? 0, (r?["weight"]?.GetValue<double>() ?? 0) / (r?["weight_sum"]?.GetValue<double>() ?? 0), 1e-12));
        });

        var missing = MeritProcess.Run(run.Workspace.Folder, "explain", "journey", "D0005");
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("error MRT1420: There is no conversion `D0005`. Name one that was loaded; there are such as deal:D0005", missing.Notes, StringComparison.Ordinal);
    }

    // What readers get, as text: whoever changes a figure, a sentence or a table sees here what becomes of it.
    [Theory]
    [InlineData("overview")]
    [InlineData("channels")]
    [InlineData("lead-gen")]
    [InlineData("revenue")]
    [InlineData("brand")]
    [InlineData("attribution")]
    public void Reports_read_as_they_did(string report)
    {
        var text = File.ReadAllText(run.Workspace.PathOf($"out/{report}.md"));
        Baseline.Same(string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("- **Definitions**", StringComparison.Ordinal) && !line.StartsWith("- **Made by**", StringComparison.Ordinal))), "tests", "Samples", "Guide", "Baselines", $"{report}.md");
    }

    /// <summary>One run of a copy of the guide.</summary>
    public sealed class Run : IDisposable
    {
        private readonly Dictionary<string, Dictionary<string, System.Text.Json.Nodes.JsonObject>> answers = new(StringComparer.Ordinal);

        public Run() => MeritProcess.Run(Workspace.Folder, "run").Fine();

        internal TemporaryWorkspace Workspace { get; } = TemporaryWorkspace.Of("guide");

        internal double? Figure(string dimension, string name, string figure)
        {
            if (!answers.TryGetValue(dimension, out var groups))
            {
                answers[dimension] = groups =
                    QueryAnswer.Ask(Workspace.Folder, "cost,new_leads,mqls,customers,revenue,cpl,lead_to_mql,roi,cac,budget_used" + (dimension == "campaign" ? ",score" : ""), dimension).By(dimension);
            }

            return groups[name][figure]?.GetValue<double>();
        }

        public void Dispose() => Workspace.Dispose();
    }
}
