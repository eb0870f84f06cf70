namespace Merit.Plugins.Scoring;

/// <summary>A piecewise linear curve between named points, flat beyond its ends, its answers clamped to 0 to 100.</summary>
public sealed record Curve
{
    /// <summary>Makes a curve.</summary>
    /// <param name="points">At least two points, their inputs strictly ascending, their scores between 0 and 100.</param>
    /// <exception cref="ArgumentException">The points are not so.</exception>
    public Curve(IReadOnlyList<CurvePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count < 2)
        {
            throw new ArgumentException("A curve needs at least two points.", nameof(points));
        }

        for (var i = 0; i < points.Count; i++)
        {
            if (!double.IsFinite(points[i].Input) || points[i].Score is not (>= 0 and <= 100))
            {
                throw new ArgumentException("A curve's inputs are finite and its scores lie between 0 and 100.", nameof(points));
            }

            if (i > 0 && points[i].Input <= points[i - 1].Input)
            {
                throw new ArgumentException("A curve's inputs ascend.", nameof(points));
            }
        }

        Points = [.. points];
    }

    /// <summary>The points, by input.</summary>
    public IReadOnlyList<CurvePoint> Points { get; }

    /// <summary>The score at an input, 0 to 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The input is no number.</exception>
    public double At(double input)
    {
        if (double.IsNaN(input))
        {
            throw new ArgumentOutOfRangeException(nameof(input), "A curve has no score for what is no number.");
        }

        if (input <= Points[0].Input)
        {
            return Points[0].Score;
        }

        for (var i = 1; i < Points.Count; i++)
        {
            var (left, right) = (Points[i - 1], Points[i]);
            if (input == right.Input)
            {
                // A named point is exact; interpolation may miss it by a rounding.
                return right.Score;
            }

            if (input < right.Input)
            {
                return left.Score + ((right.Score - left.Score) * (input - left.Input) / (right.Input - left.Input));
            }
        }

        return Points[^1].Score;
    }
}

/// <summary>A point of a curve.</summary>
/// <param name="Input">The component's value there.</param>
/// <param name="Score">The score there, 0 to 100.</param>
public sealed record CurvePoint(double Input, double Score);
