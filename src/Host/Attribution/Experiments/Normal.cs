namespace Merit.Host.Attribution.Experiments;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    private const double Farthest = 9;

    /// <summary>The figure below which a part of the distribution lies; found by halving, to the last digit that a double has.</summary>
    /// <param name="part">The part, above 0 and below 1.</param>
    public static double Quantile(double part)
    {
        var (low, high) = (-Farthest, Farthest);
        for (var middle = 0d; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = Below(middle) < part ? (middle, high) : (low, middle);
        }

        return high;
    }

    // The series of the density times x + x³/3 + x⁵/15 + …, of which every term is smaller than the one before once n passes x².
    private static double Below(double x)
    {
        var (sum, term) = (0d, x);
        for (var n = 1; sum + term != sum; n++)
        {
            sum += term;
            term *= x * x / ((2 * n) + 1);
        }

        return 0.5 + (Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) * sum);
    }
}
