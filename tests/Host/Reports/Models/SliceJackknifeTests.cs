using Merit.Attribution.Learning.Chains;
using Merit.Host.Attribution.Learning;
using Merit.Host.Reports.Models;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Reports.Models;

/// <summary>Journeys are drawn again and again from a known truth: of 95 % ranges of a campaign's credit, or of some days', about so many must hold it.</summary>
public sealed class SliceJackknifeTests
{
    private const int Buckets = 32;
    private const int Draws = 150;

    [Theory]
    [InlineData(100, .15)]
    [InlineData(100, .8)]
    [InlineData(1000, .02)]
    [InlineData(1000, .8)]
    public void Ranges_of_rules_hold_the_truth_from_the_least_they_are_made_of_on(int conversions, double part)
    {
        double[] shares = [.25, .5, 1];
        var (random, expected) = (new Random(20_26), conversions * part * shares.Average());
        var (held, told) = (0, 0);
        for (var draw = 0; draw < 1000; draw++)
        {
            var (slice, all) = (new double[Buckets], new double[Buckets]);
            for (var i = 0; i < conversions; i++)
            {
                var bucket = random.Next(Buckets);
                all[bucket]++;
                slice[bucket] += random.NextDouble() < part ? shares[random.Next(shares.Length)] : 0;
            }

            if (SliceJackknife.OfRule(slice, all) is { } range)
            {
                told++;
                held += range.Low <= expected && expected <= range.High ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{held} of {told}: {held / (double)told}");
        Assert.True(told > 600);
        Assert.InRange(held / (double)told, .92, .99);
    }

    // Credit of a Markov chain, laid on touches by its factors, sliced by campaign and by which half of the days a conversion is in. Campaigns convert differently within their channel.
    [Fact]
    public void Ranges_of_slices_of_a_model_that_learned_hold_the_truth()
    {
        const int Journeys = 3000;
        var model = new Markov(new MarkovOptions());
        var paths = Make();
        var (truth, _) = Credit(model, [.. paths.Select(p => new Drawn(p.Path, -1, Journeys * p.Chance * p.Converts, Journeys * p.Chance * (1 - p.Converts)))]);
        var random = new Random(7);
        var (held, told) = (0, 0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var drawn = Enumerable.Range(0, Journeys).Select(_ => Pick(paths, random)).Select(p => (p.Path, Bucket: random.Next(Buckets), Converts: random.NextDouble() < p.Converts))
                .GroupBy(j => (j.Path, j.Bucket)).Select(g => new Drawn(g.Key.Path, g.Key.Bucket, g.Count(j => j.Converts), g.Count(j => !j.Converts))).ToList();
            var (_, slices) = Credit(model, drawn);
            foreach (var (slice, expected) in truth)
            {
                var range = slices.TryGetValue(slice, out var channels) ? SliceJackknife.OfLearned(channels) : null;
                told += range is null ? 0 : 1;
                held += range is not null && range.Low <= expected && expected <= range.High ? 1 : 0;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{held} of {told}: {held / (double)told}");
        Assert.Equal(Draws * truth.Count, told);
        Assert.InRange(held / (double)told, .93, .985);
    }

    [Fact]
    public void Credit_in_few_buckets_and_few_conversions_have_no_range()
    {
        double[] few = [.. Enumerable.Range(0, Buckets).Select(b => b < 9 ? 1d : 0)], many = [.. Enumerable.Repeat(10d, Buckets)];
        Assert.Null(SliceJackknife.OfRule(few, many));
        Assert.Null(SliceJackknife.OfRule(many, [.. Enumerable.Repeat(3d, Buckets)]));
        Assert.NotNull(SliceJackknife.OfRule([.. few.Select((f, b) => b == 9 ? 1 : f)], many));
        Assert.Null(SliceJackknife.OfLearned([new LearnedSlice(few, many, 320, many)]));
    }

    private sealed record Drawn(string Path, int Bucket, double Conversions, double Nulls);

    // What campaigns have, and, where journeys lie in buckets, what their ranges are made of. A touch is written as its channel and its campaign: a1.
    private static (Dictionary<string, double> Credit, Dictionary<string, List<LearnedSlice>> Slices) Credit(Markov model, List<Drawn> journeys)
    {
        string[] channels = ["a", "b", "c"];
        int[] Channels(string path) => [.. path.Split('>').Select(t => Array.IndexOf(channels, t[..1]))];
        var counts = new JourneyCounts(channels, [.. journeys.SelectMany(j => Runs(Channels(j.Path), j))]);
        var credit = model.Learn(counts, TestContext.Current.CancellationToken).Credits.OrderBy(c => c.Channel).ToList();
        var jackknife = new Jackknife(model, counts, TestContext.Current.CancellationToken);
        var ranged = journeys[0].Bucket >= 0 && jackknife.Around(credit) is not null;
        var sets = new JourneyCounts(channels, [.. journeys.GroupBy(j => string.Join(',', Channels(j.Path).Distinct().Order())).Select(g => new Group([.. Channels(g.First().Path).Distinct().Order()], g.Sum(j => j.Conversions), 0, 0, Group.EveryBucket))]);
        var weight = new ChannelWeights(sets, credit.ToDictionary(c => channels[c.Channel], c => c.Conversions, StringComparer.Ordinal)).Weight(new Touch());
        var parts = new Dictionary<(string Slice, string Channel), double[]>();
        foreach (var journey in journeys.Where(j => j.Conversions > 0))
        {
            var touches = journey.Path.Split('>');
            var seen = new Journey(DateTime.UnixEpoch, [.. touches.Select(t => new JourneyTouch(t[..1], DateTime.UnixEpoch))]);
            var shares = new TermEvaluator(seen).Shares(weight) ?? throw new InvalidOperationException();
            foreach (var (touch, share) in touches.Zip(shares))
            {
                foreach (var slice in new[] { touch, touch[..1] })
                {
                    var part = parts.TryGetValue((slice, touch[..1]), out var known) ? known : parts[(slice, touch[..1])] = new double[Buckets];
                    part[Math.Max(0, journey.Bucket)] += share * journey.Conversions;
                }
            }
        }

        var campaigns = parts.Where(p => p.Key.Slice.Length > 1).GroupBy(p => p.Key.Slice).ToList();
        return (
            campaigns.ToDictionary(c => c.Key, c => c.Sum(p => p.Value.Sum()), StringComparer.Ordinal),
            campaigns.ToDictionary(c => c.Key, c => !ranged ? [] : c.Select(p => new LearnedSlice(
                p.Value, parts[(p.Key.Channel, p.Key.Channel)], credit[Array.IndexOf(channels, p.Key.Channel)].Conversions,
                [.. jackknife.Replicates.Select(w => w[Array.IndexOf(channels, p.Key.Channel)].Conversions)])).ToList(), StringComparer.Ordinal));
    }

    // Two touches after one another, and the last, which ends the journey.
    private static IEnumerable<Group> Runs(int[] channels, Drawn journey)
    {
        if (channels.Length > 1)
        {
            for (var i = 0; i + 1 < channels.Length; i++)
            {
                yield return new Group([channels[i], channels[i + 1]], journey.Conversions, 0, journey.Nulls, journey.Bucket < 0 ? Group.EveryBucket : journey.Bucket);
            }
        }

        yield return new Group([channels[^1]], journey.Conversions, 0, journey.Nulls, journey.Bucket < 0 ? Group.EveryBucket : journey.Bucket);
    }

    private static (string Path, double Chance, double Converts) Pick((string Path, double Chance, double Converts)[] paths, Random random)
    {
        var at = random.NextDouble();
        return Array.Find(paths, p => (at -= p.Chance) < 0) is { Path: not null } found ? found : paths[^1];
    }

    private static (string Path, double Chance, double Converts)[] Make()
    {
        var random = new Random(11);
        string[] touches = ["a1", "a2", "b1", "b2", "c1", "c2"];
        string[] paths = [.. Enumerable.Range(0, 50).Select(_ => string.Join('>', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => touches[random.Next(touches.Length)]))).Distinct(StringComparer.Ordinal)];
        return [.. paths.Select(p => (p, 1d / paths.Length, .05 + (p.Contains("a1", StringComparison.Ordinal) ? .2 : 0) + (p.Contains('b', StringComparison.Ordinal) ? .1 : 0)))];
    }
}
