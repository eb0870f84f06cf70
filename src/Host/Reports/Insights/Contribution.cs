namespace Merit.Host.Reports.Insights;

/// <summary>What a member of a dimension did to a change.</summary>
/// <param name="Member">The member, as data have it.</param>
/// <param name="Before">Its own figure before, or null.</param>
/// <param name="Now">Its own figure now, or null.</param>
/// <param name="Amount">Its part of the change.</param>
internal sealed record Contribution(object? Member, double? Before, double? Now, double Amount);

/// <summary>Splits changes among the members of a dimension.</summary>
internal static class Contributions
{
    // Sums of doubles differ in the last bits, nothing else may.
    private const double Tolerance = 1e-9;

    /// <summary>Of a figure that adds up: what each member has more or less.</summary>
    public static IReadOnlyList<Contribution> OfSum(IEnumerable<(object? Member, double? Before, double? Now)> members) =>
        [.. members.Select(m => new Contribution(m.Member, m.Before, m.Now, (m.Now ?? 0) - (m.Before ?? 0)))];

    /// <summary>
    /// Of a figure that is a ∕ b, a and b of which add up. The change of a ratio is Δa·½(1∕b₁ + 1∕b₀) + Δ(1∕b)·½(a₁ + a₀), and Δ(1∕b) = −Δb ∕ (b₀·b₁): both terms
    /// split by member as Δa and Δb do, so the parts add up to the whole change and none is left over.
    /// </summary>
    public static IReadOnlyList<Contribution> OfRatio(IEnumerable<RatioMember> members, double aBefore, double bBefore, double aNow, double bNow)
    {
        var (perA, perB) = (0.5 * ((1 / bNow) + (1 / bBefore)), -0.5 * (aNow + aBefore) / (bBefore * bNow));
        return [.. members.Select(m => new Contribution(m.Member, Divided(m.ABefore, m.BBefore), Divided(m.ANow, m.BNow), ((m.ANow - m.ABefore) * perA) + ((m.BNow - m.BBefore) * perB)))];
    }

    /// <summary>Whether the parts make the whole: of what is counted over several members at once they do not.</summary>
    public static bool AddUp(IReadOnlyList<Contribution> parts, double change)
    {
        var size = parts.Sum(p => Math.Abs(p.Amount)) + Math.Abs(change);
        return Math.Abs(parts.Sum(p => p.Amount) - change) <= Tolerance * Math.Max(1, size);
    }

    /// <summary>How few members make up four fifths of all that moved: the fewer, the more they explain.</summary>
    public static int Needed(IReadOnlyList<Contribution> parts)
    {
        var all = parts.Sum(p => Math.Abs(p.Amount));
        var (sum, count) = (0d, 0);
        foreach (var part in parts.OrderByDescending(p => Math.Abs(p.Amount)).TakeWhile(_ => sum < 0.8 * all))
        {
            (sum, count) = (sum + Math.Abs(part.Amount), count + 1);
        }

        return count;
    }

    private static double? Divided(double a, double b) => b == 0 ? null : a / b;
}

/// <summary>A member's two parts of a ratio, before and now; what it has not is zero.</summary>
internal sealed record RatioMember(object? Member, double ABefore, double BBefore, double ANow, double BNow);
