using Merit.Plugins.Scoring;

namespace Merit.Plugins.Tests.Scoring;

/// <summary>The scorecards of the worked examples.</summary>
internal static class Cards
{
    private static Curve Curve(params (double Input, double Score)[] points) => new([.. points.Select(p => new CurvePoint(p.Input, p.Score))]);

    public static readonly Curve ToTarget = Curve((0, 0), (1, 80), (1.5, 100));

    public static readonly Curve Falling = Curve((0, 100), (1, 0));

    public static readonly Scorecard LeadGen = new("lead-gen", 1,
    [
        new Component("leads", 30, Curve((0, 0), (1, 80), (2, 100))),
        new Component("cpl", 40, Curve((0, 100), (2 / 3d, 90), (1, 70), (2, 0))),
        new Component("lead_to_mql", 30, Curve((0, 0), (.20, 85), (.35, 100))),
    ]);

    public static readonly Scorecard Revenue = new("revenue", 1,
    [
        new Component("roi", 50, Curve((0, 0), (1, 50), (7, 95), (10, 100))),
        new Component("cac", 30, Curve((0, 100), (.8, 80), (1, 65), (2, 0))),
        new Component("revenue", 20, Curve((0, 0), (1, 85), (1.5, 100))),
    ]);

    public static Scorecard Of(params (double Weight, Curve Curve)[] components) =>
        new("card", 1, [.. components.Select((c, i) => new Component($"c{i + 1}", c.Weight, c.Curve))]);

    public static Subject Subject(params double?[] values) => new("subject", values);
}
