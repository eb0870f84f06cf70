using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Tests.Reports.Charts;

public sealed class ChartFindingTests
{
    [Fact]
    public void Lines_peak_at_a_time_that_is_over() => Assert.Equal("Cost peaked in b, at ¥3", Of(time: true, [new("Cost", [P(1), P(3), P(2), P(9, open: true)])]));

    [Fact]
    public void Two_lines_peak_each_at_their_own_time() =>
        Assert.Equal("Cost peaked in a, at ¥5 · Revenue peaked in c, at ¥7", Of(time: true, [new("Cost", [P(5), P(3), P(2)]), new("Revenue", [P(1), P(null), P(7), P(2)])]));

    [Fact]
    public void Of_bars_the_longest_and_the_shortest_are_named() => Assert.Equal("b is highest, at ¥3; a is lowest, at ¥-1", Of(time: false, [new("ROI", [P(-1), P(3), P(null), P(0)])]));

    [Fact]
    public void Where_nothing_stands_out_nothing_is_said()
    {
        Assert.Equal("", Of(time: true, [new("Cost", [P(1), P(1), P(1)])]));
        Assert.Equal("", Of(time: true, [new("Cost", [P(1), P(2), P(null)])]));
        Assert.Equal("", Of(time: false, [new("Cost", [P(1), P(null)])]));
        Assert.Equal("", Of(time: true, [new("a", [P(1), P(2), P(3)]), new("b", [P(1), P(2), P(3)]), new("c", [P(1), P(2), P(3)])]));
    }

    private static string Of(bool time, List<ChartSeries> series) =>
        ChartFinding.Of(new Chart(ChartKind.Line, time, ["a", "b", "c", "d"], series, new Axis(0, 1, 1, [])), Words.For("en"));

    private static ChartPoint P(double? value, bool open = false) => new(value, value is null ? "–" : $"¥{value}", open);
}
