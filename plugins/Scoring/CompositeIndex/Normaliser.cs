using Merit.Plugins.Scoring;

namespace Merit.Scoring.CompositeIndex;

/// <summary>Turns one component's values, over all peers, into points from 0 to 100.</summary>
/// <remarks>
/// Min-max, (x − min) ÷ (max − min), and z-scores, (x − mean) ÷ standard deviation of the population, are those of the Handbook on Constructing Composite Indicators
/// (OECD and JRC, 2008, doi 10.1787/9789264043466-en), step "normalisation"; a z-score is shown as 50 + 10 z and cut off at 0 and 100. Which end is the good one is read off
/// the curve: where it falls, low values are good. Fewer than two peers with a value cannot be compared: they get no points. Peers that are all equal get 50.
/// </remarks>
internal static class Normaliser
{
    private const double Middle = 50;
    private const double PointsPerDeviation = 10;

    public static IReadOnlyList<double?> Points(Normalisation how, Curve curve, IReadOnlyList<double?> values)
    {
        double?[] usable = [.. values.Select(v => v is { } x && double.IsFinite(x) ? v : null)];
        if (how == Normalisation.Curve)
        {
            return [.. values.Select(v => v is { } x && !double.IsNaN(x) ? curve.At(x) : (double?)null)];
        }

        double[] known = [.. usable.OfType<double>()];
        if (known.Length < 2)
        {
            return new double?[values.Count];
        }

        var sign = curve.Points[^1].Score < curve.Points[0].Score ? -1 : 1;
        var scale = how == Normalisation.MinMax ? MinMax(known) : ZScore(known);
        return [.. usable.Select(v => v is { } x ? Math.Clamp(Middle + (sign * scale(x)), 0, 100) : (double?)null)];
    }

    // Both give the signed distance from the middle, so that turning the direction round is a change of sign.
    private static Func<double, double> MinMax(double[] values)
    {
        var (min, max) = (values.Min(), values.Max());
        return max > min ? x => (100 * (x - min) / (max - min)) - Middle : _ => 0;
    }

    private static Func<double, double> ZScore(double[] values)
    {
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(x => (x - mean) * (x - mean)));
        return deviation > 0 ? x => PointsPerDeviation * (x - mean) / deviation : _ => 0;
    }
}
