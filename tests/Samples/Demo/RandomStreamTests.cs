using Merit.Host.Samples;

namespace Merit.Samples.Tests.Demo;

public sealed class RandomStreamTests
{
    // The first numbers of the authors' own C programs for these states.
    [Fact]
    public void Follows_the_published_xoshiro256_starstar()
    {
        var random = new RandomStream(1, 2, 3, 4);
        ulong[] expected = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360];
        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void Is_seeded_by_the_published_splitmix64()
    {
        var state = 1234567UL;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => RandomStream.SplitMix(ref state)));
    }

    [Fact]
    public void Numbers_below_a_bound_stay_below_it_and_reach_every_value()
    {
        var random = new RandomStream(7);
        var seen = Enumerable.Range(0, 10_000).Select(_ => random.Below(12)).ToHashSet();
        Assert.Equal(Enumerable.Range(0, 12), seen.Order());
    }

    [Fact]
    public void Means_are_what_they_say()
    {
        var random = new RandomStream(7);
        Assert.InRange(Enumerable.Range(0, 200_000).Average(_ => random.Unit()), .497, .503);
        Assert.InRange(Enumerable.Range(0, 200_000).Average(_ => random.Skewed(10)), 9.9, 10.1);
        Assert.InRange(Enumerable.Range(0, 200_000).Average(_ => random.Factor(.5)), .99, 1.01);
    }

    [Fact]
    public void Weights_decide_how_often_an_index_comes()
    {
        var random = new RandomStream(7);
        var counts = new int[3];
        for (var i = 0; i < 100_000; i++)
        {
            counts[random.Weighted([1, 0, 3])]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 24_500, 25_500);
    }
}
