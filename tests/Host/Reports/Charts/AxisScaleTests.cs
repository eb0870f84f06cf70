using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Merit.Host.Reports.Charts;
using Merit.Tests;

namespace Merit.Host.Tests.Reports.Charts;

public sealed class AxisScaleTests
{
    [Theory]
    [InlineData(new double[] { 7, 5.25, 1 }, 0, 8, 2)]
    [InlineData(new double[] { 210_476 }, 0, 250_000, 50_000)]
    [InlineData(new double[] { -1, 7 }, -2, 8, 2)]
    [InlineData(new double[] { 0, 0 }, 0, 1, .2)]
    [InlineData(new double[] { }, 0, 1, .2)]
    [InlineData(new double[] { .17 }, 0, .2, .05)]
    public void The_axis_is_round_and_holds_zero(double[] values, double from, double to, double step)
    {
        var axis = AxisScale.For(values, v => v.ToString(CultureInfo.InvariantCulture));

        Assert.Equal(from, axis.From, 9);
        Assert.Equal(to, axis.To, 9);
        Assert.Equal(step, axis.Step, 9);
    }

    [Fact]
    public void Any_values_lie_within_and_every_step_has_a_label() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat[]>(), values =>
        {
            List<double> numbers = [.. values.Select(v => v.Get).Where(v => Math.Abs(v) is 0 or (> 1e-200 and < 1e200))];
            var axis = AxisScale.For(numbers, v => v.ToString(CultureInfo.InvariantCulture));
            var slack = axis.Step * 1e-6;
            return numbers.TrueForAll(n => n >= axis.From - slack && n <= axis.To + slack)
                && axis.From <= 0 && axis.To >= 0 && axis.Labels.Count is >= 2 and <= 8
                && Math.Abs(axis.From + (axis.Step * (axis.Labels.Count - 1)) - axis.To) <= slack;
        }).Holds();
}
