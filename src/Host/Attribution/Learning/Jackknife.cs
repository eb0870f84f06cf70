using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Learning;

/// <summary>How far a figure may be off because other journeys might as well have been seen: 95 times of 100 the truth lies inside.</summary>
internal sealed record Interval(double Low, double High);

/// <summary>Makes intervals by learning again without each bucket of journeys in turn.</summary>
/// <remarks>
/// The block jackknife: with B buckets the variance is (B − 1)/B times the sum of squares of what the results without one bucket differ by. Each of them is scaled to
/// the number of all journeys, so that the interval is that of as many journeys again. Nothing is drawn at random: the same journeys give the same interval.
/// </remarks>
internal sealed class Jackknife(ILearningModel model, JourneyCounts counts, CancellationToken stop)
{
    private const int Buckets = PathTable.Buckets;

    /// <summary>The 97.5 % quantile of Student's t with 31 degrees of freedom.</summary>
    private const double Quantile = 2.0395;

    /// <summary>The credit without each bucket in turn, by channel and scaled to all journeys; empty before there are intervals.</summary>
    public IReadOnlyList<IReadOnlyList<Credit>> Replicates { get; private set; } = [];

    /// <summary>The intervals of conversions and value, by channel; null where too few journeys remain without some bucket.</summary>
    public IReadOnlyList<(Interval Conversions, Interval Value)>? Around(IReadOnlyList<Credit> credits)
    {
        if (model is { SharesEachAlone: true, Needs: not Transitions } && Without(credits) is { } others)
        {
            return Around(credits, others);
        }

        var journeys = new Merged(counts, model.Needs);
        var without = new IReadOnlyList<Credit>[Buckets];
        try
        {
            Parallel.For(0, Buckets, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, bucket =>
            {
                var (left, scale) = journeys.Without(bucket);
                without[bucket] = [.. model.Learn(left, stop).Credits.OrderBy(c => c.Channel).Select(c => c with { Conversions = c.Conversions * scale, Value = c.Value * scale })];
            });
        }
        catch (AggregateException failure) when (failure.InnerExceptions.All(e => e is LearningException))
        {
            return null;
        }

        return Around(credits, without);
    }

    /// <summary>The interval of a figure, from what it is without each bucket.</summary>
    public static Interval Around(double credit, double[] without)
    {
        var mean = without.Average();
        var half = Quantile * Math.Sqrt((Buckets - 1d) / Buckets * without.Sum(w => (w - mean) * (w - mean)));

        // Credit is not below nothing, unless the model says that a channel does harm.
        return new Interval(credit >= 0 ? Math.Max(0, credit - half) : credit - half, credit + half);
    }

    private List<(Interval Conversions, Interval Value)> Around(IReadOnlyList<Credit> credits, IReadOnlyList<Credit>[] without)
    {
        Replicates = without;
        return [.. credits.Select(c => (Around(c.Conversions, [.. without.Select(w => w[c.Channel].Conversions)]), Around(c.Value, [.. without.Select(w => w[c.Channel].Value)])))];
    }

    // Where credit adds up nothing is learned again: each bucket has its own part, and what lies everywhere is in all buckets alike. Null where
    // some part cannot be had by itself, or without it nothing converts.
    private IReadOnlyList<Credit>[]? Without(IReadOnlyList<Credit> credits)
    {
        var parts = counts.Groups.ToLookup(g => g.Bucket);
        var learned = new IReadOnlyList<Credit>?[Buckets + 1];
        var (journeys, conversions) = (new double[Buckets + 1], new double[Buckets + 1]);
        Parallel.For(0, Buckets + 1, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            Group[] part = [.. parts[i < Buckets ? i : Group.EveryBucket]];
            (journeys[i], conversions[i]) = (part.Sum(g => g.Conversions + g.Nulls), part.Sum(g => g.Conversions));
            learned[i] = conversions[i] > 0 ? [.. model.Learn(counts with { Groups = part }, stop).Credits.OrderBy(c => c.Channel)]
                : Array.Exists(part, g => g.Value != 0) ? null : [.. credits.Select(c => new Credit(c.Channel, 0, 0))];
        });
        var converted = conversions.Sum();
        if (learned.OfType<IReadOnlyList<Credit>>().ToArray() is not { Length: Buckets + 1 } known || Array.Exists(conversions[..Buckets], c => c >= converted))
        {
            return null;
        }

        var (all, everywhere) = (journeys.Sum(), known[Buckets]);
        return [.. Enumerable.Range(0, Buckets).Select(Less)];

        IReadOnlyList<Credit> Less(int bucket)
        {
            var scale = all / (all - journeys[bucket] - (journeys[Buckets] / Buckets));
            return [.. credits.Select(c => c with
            {
                Conversions = scale * (c.Conversions - known[bucket][c.Channel].Conversions - (everywhere[c.Channel].Conversions / Buckets)),
                Value = scale * (c.Value - known[bucket][c.Channel].Value - (everywhere[c.Channel].Value / Buckets)),
            })];
        }
    }

    /// <summary>The counts once for all buckets, and what each bucket has of them.</summary>
    private sealed class Merged
    {
        private readonly IReadOnlyList<string> _channels;
        private readonly Group[] _all;
        private readonly ILookup<int, (int At, Group Group)> _byBucket;
        private readonly ILookup<int, (int At, Group Group)> _everywhere;
        private readonly Func<Group, double> _journeys;

        public Merged(JourneyCounts counts, Evidence needs)
        {
            // Of runs, only those that end a journey count journeys.
            _journeys = needs is Transitions { Order: var order } ? g => g.Channels.Count <= order ? g.Conversions + g.Nulls : 0 : g => g.Conversions + g.Nulls;
            _channels = counts.Channels;
            var at = new Dictionary<IReadOnlyList<int>, int>(new SameChannels());
            List<Group> all = [];
            List<(int At, Group Group)> placed = [];
            foreach (var group in counts.Groups)
            {
                if (!at.TryGetValue(group.Channels, out var i))
                {
                    at.Add(group.Channels, i = all.Count);
                    all.Add(new Group(group.Channels, 0, 0, 0, Group.EveryBucket));
                }

                all[i] = Plus(all[i], group, 1);
                placed.Add((i, group));
            }

            _all = [.. all];
            _byBucket = placed.Where(p => p.Group.Bucket != Group.EveryBucket).ToLookup(p => p.Group.Bucket);
            _everywhere = placed.Where(p => p.Group.Bucket == Group.EveryBucket).ToLookup(p => p.Group.Bucket);
        }

        /// <summary>The counts without a bucket, and by how much to scale to all journeys.</summary>
        public (JourneyCounts Counts, double Scale) Without(int bucket)
        {
            var left = (Group[])_all.Clone();
            foreach (var (i, group) in _byBucket[bucket])
            {
                left[i] = Plus(left[i], group, -1);
            }

            foreach (var (i, group) in _everywhere[Group.EveryBucket])
            {
                left[i] = Plus(left[i], group, -1d / Buckets);
            }

            return (new JourneyCounts(_channels, left), _all.Sum(_journeys) / left.Sum(_journeys));
        }

        private static Group Plus(Group a, Group b, double times) => a with
        {
            Conversions = Rounded(a.Conversions, times * b.Conversions),
            Value = a.Value + (times * b.Value),
            Nulls = Rounded(a.Nulls, times * b.Nulls),
        };

        // A difference that should be nothing is nothing, and not a trace of rounding that a model would take for a journey.
        private static double Rounded(double a, double b) => Math.Abs(a + b) <= 1e-12 * Math.Abs(a) ? 0 : a + b;
    }

    private sealed class SameChannels : IEqualityComparer<IReadOnlyList<int>>
    {
        public bool Equals(IReadOnlyList<int>? x, IReadOnlyList<int>? y) => ReferenceEquals(x, y) || (x is not null && y is not null && x.SequenceEqual(y));

        public int GetHashCode(IReadOnlyList<int> obj)
        {
            var hash = default(HashCode);
            foreach (var channel in obj)
            {
                hash.Add(channel);
            }

            return hash.ToHashCode();
        }
    }
}
