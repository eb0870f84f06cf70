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

    [Fact]
    public void The_worked_scores_come_out()
    {
        var scores = QueryAnswer.Ask(run.Workspace.Folder, "score", "campaign").By("campaign");
        Assert.Equal(85.5, scores["webinar"]["score"]?.GetValue<double>());
        Assert.Equal(88.5, scores["expo"]["score"]?.GetValue<double>());
    }

    [Fact]
    public void Every_figure_of_every_group_and_model_is_the_one_worked_out_by_hand()
    {
        using var hand = new ByHand(run.Workspace.PathOf("data"));
        Assert.Empty(Models.SelectMany(model => Comparison.Differences(run.Workspace.Folder, hand, "campaign", model)));
        Assert.Empty(Models.SelectMany(model => Comparison.Differences(run.Workspace.Folder, hand, "channel", model)));
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
        Assert.Equal(["brand", "channels", "lead-gen", "overview", "revenue"], pages.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("85.5", pages["lead-gen"], StringComparison.Ordinal);
        Assert.Contains("88.5", pages["revenue"], StringComparison.Ordinal);
        Assert.Contains("97.0%", pages["brand"], StringComparison.Ordinal);
        Assert.All(["¥533.33", "¥33.33", "¥250", "¥60", "525%", "700%", "500%", "100%", "¥400,000"], figure => Assert.Contains(figure, pages["channels"], StringComparison.Ordinal));
        Assert.Equal(pages.Count, Directory.EnumerateFiles(run.Workspace.PathOf("out"), "*.md").Count());
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
                    QueryAnswer.Ask(Workspace.Folder, "cost,new_leads,mqls,customers,revenue,cpl,lead_to_mql,roi,cac,budget_used", dimension).By(dimension);
            }

            return groups[name][figure]?.GetValue<double>();
        }

        public void Dispose() => Workspace.Dispose();
    }
}
