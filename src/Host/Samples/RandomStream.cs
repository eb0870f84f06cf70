namespace Merit.Host.Samples;

/// <summary>
/// The generator's source of chance: xoshiro256** (Blackman and Vigna, 2018), seeded by splitmix64, as its authors advise.
/// Written here because the same seed must give the same company on every machine and in every later version of .NET.
/// </summary>
internal sealed class RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public RandomStream(ulong seed)
        : this(SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed))
    {
    }

    internal RandomStream(ulong s0, ulong s1, ulong s2, ulong s3) => (this.s0, this.s1, this.s2, this.s3) = (s0, s1, s2, s3);

    public ulong Next()
    {
        var result = ulong.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = ulong.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A whole number from 0 up to, not including, the bound.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public bool OneIn(int many) => Below(many) == 0;

    /// <summary>
    /// A positive number of the given mean, mostly small and sometimes three times it. A square, not a logarithm: the machine's
    /// mathematics library may differ in the last digit, multiplication may not.
    /// </summary>
    public double Skewed(double mean)
    {
        var unit = Unit();
        return unit * unit * 3 * mean;
    }

    /// <summary>A factor around 1: four uniform factors multiplied, a bell with a longer right side.</summary>
    public double Factor(double spread)
    {
        var factor = 1.0;
        for (var i = 0; i < 4; i++)
        {
            factor *= 1 + (spread * (Unit() - 0.5));
        }

        return factor;
    }

    /// <summary>An index, chosen in proportion to its weight.</summary>
    public int Weighted(ReadOnlySpan<double> weights)
    {
        var total = 0.0;
        foreach (var weight in weights)
        {
            total += weight;
        }

        var at = Unit() * total;
        for (var i = 0; i < weights.Length - 1; i++)
        {
            at -= weights[i];
            if (at < 0)
            {
                return i;
            }
        }

        return weights.Length - 1;
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    internal static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
