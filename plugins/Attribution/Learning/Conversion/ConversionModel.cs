using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

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
    public static ConversionModel Fit(JourneySets journeys, int channels, double ridge, CancellationToken stop)
    {
        var weights = new double[channels + 1];
        weights[channels] = Math.Log(journeys.Conversions.Sum() / journeys.Nulls.Sum());
        for (var step = 0; step < MostSteps; step++)
        {
            var (slope, curvature) = Derivatives(journeys, weights, ridge, stop);
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

    private static (Vector<double> Slope, Matrix<double> Curvature) Derivatives(JourneySets journeys, double[] weights, double ridge, CancellationToken stop)
    {
        var (size, intercept) = (weights.Length, weights.Length - 1);
        var parts = journeys.InParts((from, to) => Derivatives(journeys, weights, from, to), stop);
        var slope = DenseVector.Create(size, i => parts.Sum(p => p.Slope[i]) - (i == intercept ? 0 : ridge * weights[i]));
        var curvature = DenseMatrix.Create(size, size, (i, j) =>
            parts.Sum(p => p.Curvature[(Math.Max(i, j) * size) + Math.Min(i, j)]) + (i != j ? 0 : i == intercept ? 1e-12 : ridge));
        return (slope, curvature);
    }

    // Of the curvature, which is symmetric, the part below the diagonal, row by row.
    private static (double[] Slope, double[] Curvature) Derivatives(JourneySets journeys, double[] weights, int from, int to)
    {
        var (size, intercept) = (weights.Length, weights.Length - 1);
        var (slope, curvature) = (new double[size], new double[size * size]);
        for (var i = from; i < to; i++)
        {
            var channels = journeys.Channels[i];
            var odds = weights[intercept];
            foreach (var channel in channels)
            {
                odds += weights[channel];
            }

            var (chance, all) = (Chance(odds), journeys.Conversions[i] + journeys.Nulls[i]);
            var (residual, spread) = (journeys.Conversions[i] - (all * chance), all * chance * (1 - chance));
            slope[intercept] += residual;
            curvature[^1] += spread;
            for (var c = 0; c < channels.Length; c++)
            {
                var row = channels[c] * size;
                slope[channels[c]] += residual;
                curvature[(intercept * size) + channels[c]] += spread;
                for (var other = 0; other <= c; other++)
                {
                    curvature[row + channels[other]] += spread;
                }
            }
        }

        return (slope, curvature);
    }
}
