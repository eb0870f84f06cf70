using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Reports.Charts;

public sealed class ChartBuilderTests
{
    private static readonly Voice Voice = new(Words.For("en"), new FigureFormat("en", "EUR"));
    private static readonly MetricColumn Leads = new("new_leads", "New leads", "新线索数", Unit.Number, LowerIsBetter: false);

    [Theory]
    [InlineData(false, null, "–")]
    [InlineData(true, 0d, "0")]
    public void A_month_without_rows_is_a_gap_unless_the_metric_counts_or_sums(bool additive, double? value, string text)
    {
        var answer = Answer("month", (new DateOnly(2025, 1, 1), 5), (new DateOnly(2025, 3, 1), 1)) with { Metrics = [Leads with { Additive = additive }] };

        var chart = ChartBuilder.Build(answer, null, Voice);

        Assert.Equal(ChartKind.Line, chart.Kind);
        Assert.Equal(["Jan 2025", "Feb 2025", "Mar 2025"], chart.Positions);
        Assert.Equal([5d, value, 1d], chart.Series[0].Points.Select(p => p.Value));
        Assert.Equal(["5", text, "1"], chart.Series[0].Points.Select(p => p.Text));
    }

    [Fact]
    public void A_group_without_rows_in_a_month_has_none_of_what_others_have_but_nobody_answers_for_unknown_days()
    {
        AnswerRow Row(int month, string channel, double? value) => new([new DateOnly(2025, month, 1), channel], [new Figure(value, value is null ? NoValue.NotCovered : NoValue.None)]);
        var answer = Answer("month") with
        {
            Metrics = [Leads with { Additive = true }],
            Dimensions = [new("month", "Month", "月", ColumnType.Date), new("channel", "Channel", "渠道", ColumnType.Text)],
            Rows = [Row(1, "email", null), Row(2, "email", 4), Row(2, "expo", 9), Row(3, "email", 5), Row(4, "email", null)],
        };

        var chart = ChartBuilder.Build(answer, null, Voice);

        Assert.Equal([null, 4d, 5d, null], chart.Series.Single(s => s.Name is "email").Points.Select(p => p.Value));
        Assert.Equal([null, 9d, 0d, null], chart.Series.Single(s => s.Name is "expo").Points.Select(p => p.Value));
    }

    [Fact]
    public void A_group_without_a_value_is_in_the_numbers_and_not_in_the_drawing()
    {
        var chart = ChartBuilder.Build(Answer("channel", ("email", null), ("expo", 3d)), null, Voice);

        Assert.Equal(["expo"], ChartBuilder.Drawn(chart).Positions);
        Assert.Equal([3d], ChartBuilder.Drawn(chart).Series[0].Points.Select(p => p.Value));
        Assert.Equal(2, ChartBuilder.Numbers(chart, "Channel", Voice.Words).Rows.Count);
    }

    [Fact]
    public void A_figure_without_value_stays_without_one()
    {
        var chart = ChartBuilder.Build(Answer("channel", ("email", null), ("expo", 3d)), null, Voice);

        Assert.Equal((ChartKind.Bar, false), (chart.Kind, chart.Time));
        Assert.Equal([null, 3d], chart.Series[0].Points.Select(p => p.Value));
    }

    [Fact]
    public void No_more_series_are_drawn_than_colours_can_tell_apart()
    {
        var rows = Enumerable.Range(1, 9).Select(n => new AnswerRow([new DateOnly(2025, 1, 1), $"channel {n}"], [new Figure(n, NoValue.None)])).ToList();
        var answer = Answer("month") with { Dimensions = [new("month", "Month", "月", ColumnType.Date), new("channel", "Channel", "渠道", ColumnType.Text)], Rows = rows };

        var chart = ChartBuilder.Build(answer, null, Voice);

        Assert.Equal(["channel 4", "channel 5", "channel 6", "channel 7", "channel 8", "channel 9"], ChartBuilder.Drawn(chart).Series.Select(s => s.Name));
        Assert.Equal(10, ChartBuilder.Numbers(chart, "Month", Voice.Words).Columns.Count);
    }

    [Fact]
    public void A_month_that_is_not_over_is_marked_in_the_drawing_and_in_the_numbers()
    {
        var rows = Answer("month", (new DateOnly(2025, 1, 1), 5), (new DateOnly(2025, 2, 1), 2));
        var open = rows with { Rows = [rows.Rows[0], rows.Rows[1] with { Figures = [rows.Rows[1].Figures[0] with { Unfinished = true }] }] };

        var chart = ChartBuilder.Build(open, null, Voice);

        Assert.Equal([false, true], chart.Series[0].Points.Select(p => p.Unfinished));
        Assert.Equal(["Jan 2025", "Feb 2025, so far"], ChartBuilder.Numbers(chart, "Month", Voice.Words).Rows.Select(r => r.Cells[0].Text));
    }

    private static Answer Answer(string dimension, params (object Group, double? Value)[] rows) => new(
        new Request { Metrics = ["new_leads"] },
        [new DimensionColumn(dimension, dimension, dimension, dimension is "month" ? ColumnType.Date : ColumnType.Text)],
        [Leads],
        [.. rows.Select(r => new AnswerRow([r.Group], [new Figure(r.Value, r.Value is null ? NoValue.NoRows : NoValue.None)]))],
        null);
}
