namespace Merit.Host.Reports.Charts;

/// <summary>Chooses an axis people can read: it holds zero, and its steps are 1, 2 or 5 times a power of ten.</summary>
internal static class AxisScale
{
    private const int MostSteps = 5;

    public static Axis For(IEnumerable<double> values, Func<double, string> write)
    {
        var (low, high) = (0d, 0d);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (high - low is 0)
        {
            high = 1;
        }

        var step = StepFor((high - low) / MostSteps);
        var (first, last) = ((int)Math.Floor(low / step), (int)Math.Ceiling(high / step));
        return new Axis(first * step, last * step, step, [.. Enumerable.Range(first, last - first + 1).Select(n => write(n * step))]);
    }

    private static double StepFor(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var part = least / power;
        // The tolerance keeps 0.2 from becoming 0.5 for want of the last bit.
        return power * (part <= 1 + 1e-9 ? 1 : part <= 2 + 1e-9 ? 2 : part <= 5 + 1e-9 ? 5 : 10);
    }
}
