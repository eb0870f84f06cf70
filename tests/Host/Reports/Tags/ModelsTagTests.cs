using Merit.Diagnostics;
using Merit.Host.Reports;

namespace Merit.Host.Tests.Reports.Tags;

public sealed class ModelsTagTests
{
    private static readonly (string?, double, (string, double)[])[] Turning =
    [
        ("email", 10, [("first", 90), ("last", 80), ("u-shaped", 85)]),
        ("ads", 50, [("first", 70), ("last", 20), ("u-shaped", 60)]),
        ("expo", 20, [("first", 30), ("last", 40), ("u-shaped", 35)]),
        ("(unattributed)", 0, [("first", 5), ("last", 5), ("u-shaped", 5)]),
    ];

    [Fact]
    public void What_turns_or_moves_is_named_and_what_does_not_is_too()
    {
        var text = Text("{{sensitivity by=\"channel\"}}", new FakeModels(Turning));
        Assert.Contains("What depends on the choice among the 3 models: ads (ROI -60.0% to 40.0%, place 2 to 3) and expo (place 2 to 3). The same by all of them: email.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unattributed", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_readers_are_told_the_same()
    {
        var text = Text("{{sensitivity}}", new FakeModels(Turning), locale: "zh-CN");
        Assert.Contains("在 3 个模型之间换用，会改变的有：ads（投资回报率 -60.0% 至 40.0%、名次 2 至 3）和expo（名次 2 至 3）。各模型一致的有：email。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_turns_or_moves_that_is_said() => Assert.Contains(
        "Nothing here depends on the choice among the 2 models",
        Text("{{sensitivity}}", new FakeModels(("email", 10, [("first", 90), ("last", 80)]), ("ads", 50, [("first", 70), ("last", 60)]))), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "email,ads")]
    [InlineData(2, "email")]
    public void One_model_or_one_channel_says_nothing_of_it(int models, string channels)
    {
        var fake = new FakeModels([.. channels.Split(',').Select((c, i) => ((string?)c, 10d, Enumerable.Range(0, models).Select(m => ($"model-{m}", 10d * (i + 1) * (m + 1))).ToArray()))]);
        Assert.Contains("cannot be said: it takes two models and two groups with credit", Text("{{sensitivity}}", fake), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_gives_to_all_that_took_part_is_shown_with_a_word_and_not_ranked()
    {
        var fake = new FakeModels(("email", 10, [("u-shaped", 90), ("participation", 1)]), ("ads", 5, [("u-shaped", 70), ("participation", 100)]), ("expo", 20, [("u-shaped", 60), ("participation", 100)])) { Participation = ["participation"] };
        Assert.Contains("cannot be said", Text("{{sensitivity}}", fake), StringComparison.Ordinal);
        var table = Text("{{models}}", fake);
        Assert.Contains("participation (adds up to more)", table, StringComparison.Ordinal);
        Assert.Contains("Participation gives every conversion to all that took part in it", table, StringComparison.Ordinal);
        Assert.DoesNotContain("¥100 (no.", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_the_widest_are_named()
    {
        var models = new FakeModels([.. Enumerable.Range(0, 8).Select(i => ((string?)$"c{i}", 1d, new[] { ("first", 100d + i), ("last", 100d - i) }))]);
        Assert.Contains("c7 (place 1 to 8), c0 (place 1 to 8), c6 (place 2 to 7), c1 (place 2 to 7), c5 (place 3 to 6) and 3 others.", Text("{{sensitivity}}", models), StringComparison.Ordinal);
    }

    [Fact]
    public void Place_and_change_stand_under_revenue_and_nothing_of_change_under_the_usual_model()
    {
        var text = Text("{{models by=\"channel\"}}", new FakeModels(Turning));
        Assert.Contains("| ads            |  ¥70 (no. 2 · 16.7%) | ¥20 (no. 3 · -66.7%) |      ¥60 (no. 2) |", text, StringComparison.Ordinal);
        Assert.Contains("u-shaped (usual)", text, StringComparison.Ordinal);
        Assert.Contains("¥5 (0%) |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_of_rules_are_the_jackknife_of_the_days_asked_for()
    {
        double[] parts = [.. Enumerable.Range(0, 32).Select(b => .625 + (b % 4 / 20d) - .075)], conversions = [.. Enumerable.Repeat(10d, 32)];
        var fake = new FakeModels(Turning) { Parts = [("ads", "last", parts), ("email", "last", [9, .. new double[31]])], Conversions = conversions };

        // Leaving a bucket out takes its part away and scales to all 320 conversions.
        var without = parts.Select(p => (parts.Sum() - p) * 320 / 310).ToList();
        var half = 2.0395 * Math.Sqrt(31d / 32 * without.Sum(w => Math.Pow(w - without.Average(), 2)));
        var range = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"20 ({20 - half:0.##} to {20 + half:0.##})");
        Assert.Contains(range, Text("{{models}}", fake), StringComparison.Ordinal);
        Assert.Contains(range, Text("{{models period=\"2025\"}}", fake), StringComparison.Ordinal);
        Assert.Contains(range, Text("{{models where=\"campaign = x\"}}", fake), StringComparison.Ordinal);

        // What lies in one bucket has no range.
        Assert.DoesNotContain("80 (", Text("{{models}}", fake).Split("attributed_revenue by", 2)[0], StringComparison.Ordinal);
        Assert.Contains("the range that holds the truth in 95 of 100 cases", Text("{{models}}", fake), StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_of_a_model_that_learned_are_its_own_as_far_as_a_channel_of_all_days_goes()
    {
        double[] parts = [.. Enumerable.Repeat(60d / 32, 32)], without = [.. Enumerable.Range(0, 32).Select(b => 60 + (b % 2 == 0 ? .5 : -.5))];
        var fake = new FakeModels(Turning) { Parts = [("ads", "u-shaped", parts)], AllParts = [("ads", "u-shaped", parts)], Conversions = [.. Enumerable.Repeat(10d, 32)], Learned = [("ads", "u-shaped", 60, without)] };
        var half = 2.0395 * Math.Sqrt(31d / 32 * 32 * .25);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"60 ({60 - half:0.##} to {60 + half:0.##})"), Text("{{models}}", fake), StringComparison.Ordinal);
    }

    [Fact]
    public void Few_conversions_have_no_intervals_and_a_model_without_what_they_are_made_of_is_named()
    {
        double[] parts = [.. Enumerable.Repeat(20d / 32, 32)];
        var few = new FakeModels(Turning) { Parts = [("ads", "last", parts)], Conversions = [.. Enumerable.Repeat(3d, 32)] };
        Assert.Contains("the days hold fewer than 100 conversions", Text("{{models}}", few), StringComparison.Ordinal);
        Assert.Contains("转化不足 100 笔", Text("{{models}}", few, locale: "zh-CN"), StringComparison.Ordinal);
        var unmade = new FakeModels(Turning) { Parts = [("ads", "last", parts), ("ads", "first", parts)], Conversions = [.. Enumerable.Repeat(9d, 32)], Learned = [("ads", "first", 70, [])] };
        var text = Text("{{models}}", unmade);
        Assert.Contains("For first ranges are made on request", text, StringComparison.Ordinal);
        Assert.DoesNotContain("70 (", text.Split("attributed_revenue by", 2)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_groups_the_first_are_shown_and_the_total_is_of_all()
    {
        var text = Text("{{models limit=1}}", new FakeModels(Turning));
        Assert.Contains("| email", text, StringComparison.Ordinal);
        Assert.DoesNotContain("¥70", text, StringComparison.Ordinal);
        Assert.Contains("**¥195**", text, StringComparison.Ordinal);
        Assert.Contains("Only the first group is shown; the total covers all of them.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_credit_there_is_a_sentence() => Assert.Contains("No attribution model has credit to show here", Text("{{models}}", new FakeModels()), StringComparison.Ordinal);

    [Fact]
    public void A_matrix_has_its_groups_in_the_same_order_on_both_sides_and_a_dot_for_nothing()
    {
        var text = Text("{{matrix \"journeys\" by=\"journeys.first_channel, journeys.last_channel\"}}", new FakeModels());
        Assert.Contains("| ads                    |   5 |\n| email                  |   3 |", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("channel, month, type")]
    public void A_matrix_takes_two_dimensions(string by)
    {
        var error = Assert.Single(Assert.Throws<MeritException>(() => Text($"{{{{matrix \"journeys\" by=\"{by}\"}}}}", new FakeModels())).Diagnostics);
        Assert.Contains("two dimensions, such as", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, error.At?.Line);
    }

    private static string Text(string template, FakeModels models, string locale = "en")
    {
        using var bench = new ReportBench(locale: locale);
        bench.Template("page.md", template);
        new ReportRun(bench.Workspace, models, bench.Inputs, ReportBench.Today).Render([ReportBench.Ask("page")], bench.Out);
        return bench.Markdown("page").Replace("\\", "", StringComparison.Ordinal);
    }
}
