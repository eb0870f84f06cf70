namespace Merit.Metrics.Language;

/// <summary>How far two numbers may lie apart: <c>0.01</c>, or <c>1.Percent()</c> of the one expected.</summary>
/// <param name="Value">The most they may differ by.</param>
/// <param name="IsShare">Whether it is a fraction of the expected number.</param>
public readonly record struct Tolerance(double Value, bool IsShare)
{
    // Sums of doubles in another order differ in their last digits.
    private const double Crumb = 1e-9;

    /// <summary>A number.</summary>
    public static implicit operator Tolerance(double value) => new(value, IsShare: false);

    /// <summary>Whether a number is near enough to the one expected.</summary>
    public bool Allows(double expected, double found) =>
        Math.Abs(expected - found) <= (IsShare ? Value * Math.Abs(expected) : Value) + (Crumb * Math.Max(1, Math.Abs(expected)));
}

/// <summary>Lengths and shares as they are spoken: <c>2.Days()</c>, <c>0.5.Percent()</c>.</summary>
public static class Quantities
{
    extension(int number)
    {
        /// <summary>So many days.</summary>
        public TimeSpan Days() => TimeSpan.FromDays(number);

        /// <summary>So many hours.</summary>
        public TimeSpan Hours() => TimeSpan.FromHours(number);

        /// <summary>So many hundredths of the number expected.</summary>
        public Tolerance Percent() => new(number / 100d, IsShare: true);
    }

    extension(double number)
    {
        /// <summary>So many hundredths of the number expected.</summary>
        public Tolerance Percent() => new(number / 100, IsShare: true);
    }
}
