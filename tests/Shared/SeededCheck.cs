using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Merit.Tests;

/// <summary>Checks properties on the same cases in every run. The variable MERIT_SEED gives others: <c>random</c>, or the pair of numbers a failure names.</summary>
internal static class SeededCheck
{
    private const string Variable = "MERIT_SEED";

    private const ulong Seed = 20250301;

    // FsCheck's generators want an odd one.
    private const ulong Gamma = 9;

    /// <summary>Throws, with the smallest case found and its seed, unless the property holds.</summary>
    /// <param name="property">What is to hold.</param>
    /// <param name="cases">How many cases are tried.</param>
    public static void Holds(this Property property, int cases = 100) => property.Check(Configured(Environment.GetEnvironmentVariable(Variable)).WithMaxTest(cases));

    private static Config Configured(string? asked)
    {
        if (string.Equals(asked, "random", StringComparison.OrdinalIgnoreCase))
        {
            return Config.QuickThrowOnFailure;
        }

        if (string.IsNullOrEmpty(asked))
        {
            return Config.QuickThrowOnFailure.WithReplay(Seed, Gamma);
        }

        var numbers = asked.Trim('(', ')').Split(',').Select(n => ulong.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return Config.QuickThrowOnFailure.WithReplay(numbers[0], numbers.Count > 1 ? numbers[1] : Gamma);
    }
}
