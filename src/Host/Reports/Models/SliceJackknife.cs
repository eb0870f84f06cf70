using Merit.Host.Attribution.Learning;
using Merit.Host.Attribution.Totals;

namespace Merit.Host.Reports.Models;

/// <summary>The interval of what a model gives to a slice of its credit: a channel, a campaign, some days.</summary>
/// <remarks>
/// Conversions lie in buckets by hash, and each is left out in turn. A rule shares out every conversion by itself: without a bucket the slice has less by what the bucket has, scaled to
/// all conversions of the days. A model that learned gives channels other credit without a bucket, and the slice has the same part of it as it has of the conversions that are left.
/// </remarks>
internal static class SliceJackknife
{
    /// <summary>A slice whose credit lies in fewer buckets than this rests on too few conversions for a range to hold what it should.</summary>
    public const int LeastBuckets = 10;

    /// <summary>So do fewer conversions than this.</summary>
    public const int LeastConversions = 100;

    /// <summary>The interval of a rule's credit; null where too little is known.</summary>
    /// <param name="slice">What each bucket has of the slice.</param>
    /// <param name="conversions">How many conversions each bucket has on the days.</param>
    public static Interval? OfRule(double[] slice, double[] conversions) =>
        slice.Count(s => s > 0) < LeastBuckets || conversions.Sum() < LeastConversions ? null : RuleIntervals.Interval(slice, conversions);

    /// <summary>The interval of the credit of a model that learned; null where too little is known.</summary>
    /// <param name="channels">The channels that the slice has credit of.</param>
    public static Interval? OfLearned(IReadOnlyCollection<LearnedSlice> channels)
    {
        var without = new double[PathTable.Buckets];
        for (var bucket = 0; bucket < without.Length; bucket++)
        {
            var left = bucket;
            without[bucket] = channels.Sum(c => c.Without(left));
        }

        var filled = Enumerable.Range(0, without.Length).Count(b => channels.Any(c => c.Slice[b] > 0));
        return filled < LeastBuckets ? null : Jackknife.Around(channels.Sum(c => c.Slice.Sum()), without);
    }
}

/// <summary>The credit of one channel in a slice, by a model that learned.</summary>
/// <param name="Slice">What each bucket has of the slice.</param>
/// <param name="All">What each bucket has of the channel's credit on touches, on all days.</param>
/// <param name="Learned">What the model gives the channel.</param>
/// <param name="LearnedWithout">What it would give without each bucket.</param>
internal sealed record LearnedSlice(double[] Slice, double[] All, double Learned, double[] LearnedWithout)
{
    /// <summary>What the slice has of the channel without a bucket.</summary>
    public double Without(int bucket)
    {
        var (all, left) = (All.Sum(), All.Sum() - All[bucket]);
        return Learned > 0 && left > 0 ? all * LearnedWithout[bucket] / Learned * (Slice.Sum() - Slice[bucket]) / left : 0;
    }
}
