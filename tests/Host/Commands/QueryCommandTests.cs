using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Commands;

public sealed class QueryCommandTests
{
    private static readonly MetricColumn Cpl = new("cpl", "Cost per lead", "单条线索成本", Unit.Money, LowerIsBetter: true);

    private static Answer Answer(Request request) => new(
        request,
        [new DimensionColumn("channel", "Channel", "渠道", ColumnType.Text)],
        [Cpl],
        [
            new AnswerRow(["email"], [new Figure(33.333333333333336, NoValue.None) { Compared = 30 }]),
            new AnswerRow([null], [new Figure(null, NoValue.DivisionByZero)]),
        ],
        request.Total ? new AnswerRow([null], [new Figure(50, NoValue.None)]) : null);

    [Fact]
    public async Task The_question_is_what_the_options_say()
    {
        using var run = Ready();

        Assert.Equal(0, await run.Run(
            "query", "--metrics", "cost,cpl", "--metrics", "roi", "--by", "channel, month", "--period", "2025-Q1", "--where", "channel = paid search", "--where", "leads.score >= 80",
            "--compare", "year-ago", "--total", "--sort", "-cpl,channel", "--limit", "5"));

        var asked = run.Stages.Asked;
        Assert.Equal(["cost", "cpl", "roi"], asked?.Metrics);
        Assert.Equal(["channel", "month"], asked?.By);
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 4, 1)), (asked?.Period.From, asked?.Period.To));
        Assert.Equal(["channel", "leads.score"], asked?.Where.Select(f => f.Dimension));
        Assert.Equal((Comparison.YearAgo, true, 5), (asked?.Compare, asked?.Total, asked?.Limit));
        Assert.Equal(["-cpl", "channel"], asked?.Sort);
        Assert.Null(asked?.Model);
    }

    [Theory]
    [InlineData("participation", true)]
    [InlineData("linear", false)]
    public async Task Figures_of_a_model_that_adds_up_to_more_are_said_to(string model, bool said)
    {
        using var run = new CommandRun();
        run.Stages.Schema = new WarehouseSchema([], ["linear", "participation"]) { Participation = ["participation"] };
        run.Stages.Answers = request => new Answer(request, [new DimensionColumn("model", "Model", "模型", ColumnType.Text)], [Cpl], [new AnswerRow([model], [new Figure(3, NoValue.None)])], null);

        Assert.Equal(0, await run.Run("query", "--metrics", "cpl", "--by", "model"));

        Assert.Equal(said, run.Notes.Contains("MRT1419", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_has_raw_numbers_null_and_a_marked_total()
    {
        using var run = Ready();

        await run.Run("query", "--metrics", "cpl", "--by", "channel", "--format", "json", "--total");

        Assert.Equal(
            """
            [
              {
                "channel": "email",
                "cpl": 33.333333333333336
              },
              {
                "channel": null,
                "cpl": null
              },
              {
                "channel": null,
                "cpl": 50,
                "total": true
              }
            ]

            """, run.Data);
        Assert.Equal("cpl has no value where its denominator is zero.\n", run.Notes);
    }

    [Fact]
    public async Task Csv_is_raw_and_compared_figures_stand_beside()
    {
        using var run = Ready();

        await run.Run("query", "--metrics", "cpl", "--by", "channel", "--format", "csv", "--compare", "previous", "--quiet");

        Assert.Equal("channel,cpl,cpl_previous\nemail,33.333333333333336,30\n,,\n", run.Data);
        Assert.Empty(run.Notes);
    }

    [Fact]
    public async Task Markdown_and_tables_are_for_readers_in_their_language()
    {
        using var run = Ready();
        run.Folder.Write("merit.yaml", "name: Acme\ncurrency: CNY\ntimezone: UTC\nlocale: zh-CN\n");

        await run.Run("query", "--metrics", "cpl", "--by", "channel", "--format", "md", "--total");
        Assert.Contains("| 渠道 | 单条线索成本 |\n| --- | ---: |\n| email | ", run.Data, StringComparison.Ordinal);
        Assert.Contains("| (none) | ", run.Data, StringComparison.Ordinal);
        Assert.Contains("| 合计 | ", run.Data, StringComparison.Ordinal);

        await run.Run("query", "--metrics", "cpl", "--by", "channel");
        Assert.Contains("渠道", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_goes_to_a_file_whole()
    {
        using var run = Ready();

        Assert.Equal(0, await run.Run("query", "--metrics", "cpl", "--by", "channel", "--format", "csv", "--output", "cpl.csv"));

        Assert.Empty(run.Data);
        Assert.StartsWith("channel,cpl\n", run.Folder.Read("cpl.csv"), StringComparison.Ordinal);
        Assert.Equal(["cpl.csv", "merit.yaml"], Directory.GetFiles(run.Folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_said()
    {
        using var run = Ready();

        Assert.Equal(1, await run.Run("query", "--metrics", "cpl", "--output", "nowhere/cpl.csv"));
        Assert.Contains("error MRT5004: ", run.Notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attributed_revenue", "linear", 0, "")]
    [InlineData("cost,attributed_revenue", "linear", 0, "")]
    [InlineData("cost", "linear", 1, "error MRT5005: The model 'linear' changes nothing here: none of these metrics is attributed: cost. Leave out --model, or ask for an attributed metric such as attributed_revenue.")]
    [InlineData("attributed_revenue", "linaer", 1, "error MRT5006: The workspace runs no attribution model 'linaer'. Name one that it runs, or add it to attribution.models in merit.yaml: did you mean 'linear'?")]
    [InlineData("attributed_revenue", "markov", 1, "error MRT5006: The workspace runs no attribution model 'markov'. Name one that it runs, or add it to attribution.models in merit.yaml: known here: first, last, linear, u-shaped, time-decay.")]
    public async Task A_model_must_be_run_and_change_something(string metrics, string model, int code, string said)
    {
        using var run = Ready();

        Assert.Equal(code, await run.Run("query", "--metrics", metrics, "--model", model, "--quiet"));
        Assert.Equal(said, run.Notes.TrimEnd());
        Assert.Equal(code == 0 ? model : null, run.Stages.Asked?.Model);
    }

    private static CommandRun Ready()
    {
        var run = new CommandRun();
        run.Stages.Answers = Answer;
        return run;
    }
}
