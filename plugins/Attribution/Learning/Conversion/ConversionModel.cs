using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Conversion;

/// <summary>A logistic regression with a ridge: the chance that a journey converts, by which channels it has.</summary>
/// <param name="Intercept">The log odds of a journey without any channel.</param>
/// <param name="Effects">By how much each channel raises the log odds.</param>
internal sealed record ConversionModel(double Intercept, IReadOnlyList<double> Effects)
{
    private const int MostSteps = 100;
    private const double Small = 1e-10;

    /// <summary>The chance to convert with these channels.</summary>
    public double Chance(IEnumerable<int> channels) => Chance(Intercept + channels.Sum(c => Effects[c]));

    /// <summary>The chance that belongs to log odds.</summary>
    public static double Chance(double odds) => 1 / (1 + Math.Exp(-odds));

    /// <summary>The model most likely given the journeys, less the ridge's penalty, by Newton's method; the intercept is not held back.</summary>
    public static ConversionModel Fit(IReadOnlyList<Group> groups, int channels, double ridge, CancellationToken stop)
    {
        var (converted, nulls) = (groups.Sum(g => g.Conversions), groups.Sum(g => g.Nulls));
        var weights = new double[channels + 1];
        weights[channels] = Math.Log(converted / nulls);
        for (var step = 0; step < MostSteps; step++)
        {
            stop.ThrowIfCancellationRequested();
            var (slope, curvature) = Derivatives(groups, weights, ridge);
            var change = curvature.Cholesky().Solve(slope);

            // Far from the best point a whole step may overshoot; effects beyond this size are the same to every journey.
            var scale = Math.Min(1, 5 / Math.Max(1e-300, change.AbsoluteMaximum()));
            for (var i = 0; i <= channels; i++)
            {
                weights[i] += scale * change[i];
            }

            if (change.AbsoluteMaximum() < Small)
            {
                break;
            }
        }

        return new ConversionModel(weights[channels], weights[..channels]);
    }

    private static (Vector<double> Slope, Matrix<double> Curvature) Derivatives(IReadOnlyList<Group> groups, double[] weights, double ridge)
    {
        var intercept = weights.Length - 1;
        var slope = DenseVector.Create(weights.Length, i => i == intercept ? 0 : -ridge * weights[i]);
        var curvature = DenseMatrix.Create(weights.Length, weights.Length, (i, j) => i != j ? 0 : i == intercept ? 1e-12 : ridge);
        foreach (var group in groups)
        {
            var chance = Chance(weights[intercept] + group.Channels.Sum(c => weights[c]));
            var journeys = group.Conversions + group.Nulls;
            var (residual, spread) = (group.Conversions - (journeys * chance), journeys * chance * (1 - chance));
            slope[intercept] += residual;
            curvature[intercept, intercept] += spread;
            foreach (var channel in group.Channels)
            {
                slope[channel] += residual;
                curvature[channel, intercept] += spread;
                curvature[intercept, channel] += spread;
                foreach (var other in group.Channels)
                {
                    curvature[channel, other] += spread;
                }
            }
        }

        return (slope, curvature);
    }
}
