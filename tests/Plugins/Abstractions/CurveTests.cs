using FsCheck.Fluent;
using Merit.Plugins.Scoring;
using Merit.Tests;

namespace Merit.Plugins.Tests.Abstractions;

public sealed class CurveTests
{
    private static Curve Make(params (double Input, double Score)[] points) => new([.. points.Select(p => new CurvePoint(p.Input, p.Score))]);

    private static readonly Curve Falling = Make((0, 100), (2 / 3d, 90), (1, 70), (2, 0));

    [Theory]
    [InlineData(0, 100)]
    [InlineData(2 / 3d, 90)]
    [InlineData(1, 70)]
    [InlineData(2, 0)]
    public void Its_points_are_exact(double input, double score) => Assert.Equal(score, Falling.At(input));

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(double.NegativeInfinity, 100)]
    [InlineData(2.0001, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    public void It_is_flat_beyond_its_ends(double input, double score) => Assert.Equal(score, Falling.At(input));

    [Theory]
    [InlineData(1 / 3d, 95)]
    [InlineData(1.5, 35)]
    [InlineData(1.9, 7)]
    public void It_is_straight_between_points(double input, double score) => Assert.Equal(score, Falling.At(input), 1e-12);

    [Fact]
    public void What_is_no_number_has_no_score() => Assert.Throws<ArgumentOutOfRangeException>(() => Falling.At(double.NaN));

    [Fact]
    public void Points_must_ascend_and_lie_between_0_and_100()
    {
        Assert.Throws<ArgumentException>(() => Make((0, 0)));
        Assert.Throws<ArgumentException>(() => Make((0, 0), (0, 1)));
        Assert.Throws<ArgumentException>(() => Make((1, 0), (0, 1)));
        Assert.Throws<ArgumentException>(() => Make((0, -1), (1, 1)));
        Assert.Throws<ArgumentException>(() => Make((0, 0), (1, 100.1)));
        Assert.Throws<ArgumentException>(() => Make((0, 0), (1, double.NaN)));
        Assert.Throws<ArgumentException>(() => Make((0, 0), (double.PositiveInfinity, 1)));
    }

    [Fact]
    public void It_never_leaves_0_to_100_nor_turns_between_points()
    {
        var curves = Gen.Choose(0, 100).ListOf(5).Select(scores => Make([.. scores.Select((s, i) => ((double)i, (double)s))]));
        var cases = curves.SelectMany(c => Gen.Choose(-100, 600).SelectMany(x => Gen.Choose(0, 300).Select(step => (c, x / 100d, step / 1000d))));
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var (curve, x, step) = given;
            var (here, there) = (curve.At(x), curve.At(x + step));
            Assert.InRange(here, 0, 100);

            // Between two neighbouring points it goes one way, the way from one to the other.
            var left = (int)Math.Floor(x);
            if (left is >= 0 and < 4 && x + step <= left + 1)
            {
                Assert.True((there - here) * (curve.Points[left + 1].Score - curve.Points[left].Score) >= -1e-9);
            }
        }).Holds(500);
    }
}
