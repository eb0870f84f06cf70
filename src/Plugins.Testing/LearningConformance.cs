using Merit.Plugins.Attribution;
using Xunit;

namespace Merit.Plugins.Testing;

/// <summary>What every attribution model that learns keeps to. Inherit it, say how to make the model, and run the tests.</summary>
public abstract class LearningConformance
{
    private const double Tolerance = 1e-9;

    /// <summary>Journeys to learn from: a path of channels, how many converted, what they brought, how many did not.</summary>
    protected virtual IReadOnlyList<(string Path, double Conversions, double Value, double Nulls)> Journeys =>
    [
        ("search", 30, 3000, 200), ("email", 12, 900, 40), ("search > email", 25, 4100, 60), ("email > search > email", 9, 800, 30),
        ("social > search", 14, 1200, 90), ("social", 2, 100, 150), ("social > social > email", 6, 450, 20), ("search > social > email > search", 4, 999, 8),
    ];

    /// <summary>Makes the model.</summary>
    protected abstract ILearningModel Make();

    /// <summary>One credit for each channel, summing to the conversions and to their value.</summary>
    [Fact]
    public void Credit_adds_up()
    {
        var counts = Counts(Journeys);
        var credits = Make().Learn(counts, Stop).Credits;
        Assert.True(credits.Select(c => c.Channel).Order().SequenceEqual(Enumerable.Range(0, counts.Channels.Count)), "There is not one credit for each channel.");
        Near(Journeys.Sum(j => j.Conversions), credits.Sum(c => c.Conversions), "conversions");
        Near(Journeys.Sum(j => j.Value), credits.Sum(c => c.Value), "value");
    }

    /// <summary>The same counts give the same credit, to the last digit.</summary>
    [Fact]
    public void The_same_counts_give_the_same_credit() =>
        Assert.True(
            Make().Learn(Counts(Journeys), Stop).Credits.Select(Text).SequenceEqual(Make().Learn(Counts(Journeys), Stop).Credits.Select(Text), StringComparer.Ordinal),
            "A second run gives other credit: whatever is drawn at random is drawn from a fixed seed.");

    /// <summary>What channels are called makes no difference.</summary>
    [Fact]
    public void Names_do_not_matter()
    {
        var counts = Counts(Journeys);
        var (plain, renamed) = (Make().Learn(counts, Stop).Credits, Make().Learn(counts with { Channels = [.. counts.Channels.Select((_, i) => $"renamed {i}")] }, Stop).Credits);
        Assert.True(plain.Select(Text).SequenceEqual(renamed.Select(Text), StringComparer.Ordinal), "Other names for the channels give other credit.");
    }

    /// <summary>A model that says it shares out every journey by itself gives all of them together what it gives to each, added up.</summary>
    [Fact]
    public void Journeys_shared_out_by_themselves_add_up()
    {
        var (model, counts) = (Make(), Counts(Journeys));
        if (!model.SharesEachAlone)
        {
            return;
        }

        var parts = counts.Groups.Where(g => g.Conversions > 0).SelectMany(g => model.Learn(counts with { Groups = [g] }, Stop).Credits).ToLookup(c => c.Channel);
        Assert.All(model.Learn(counts, Stop).Credits, c =>
        {
            Near(c.Conversions, parts[c.Channel].Sum(p => p.Conversions), "conversions of one journey after the other");
            Near(c.Value, parts[c.Channel].Sum(p => p.Value), "value of one journey after the other");
        });
    }

    /// <summary>Journeys of which none converted give no credit, or a refusal a user can read; nothing else.</summary>
    [Fact]
    public void Without_conversions_there_is_no_credit()
    {
        try
        {
            var credits = Make().Learn(Counts([.. Journeys.Select(j => (j.Path, 0.0, 0.0, j.Nulls + 1))]), Stop).Credits;
            Assert.All(credits, c => Near(0, c.Conversions, "conversions"));
        }
        catch (LearningException e)
        {
            Assert.True(e.Message.Length > 0, "The refusal says nothing.");
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private JourneyCounts Counts(IReadOnlyList<(string Path, double Conversions, double Value, double Nulls)> journeys)
    {
        var needs = Make().Needs;
        string[] channels = [.. journeys.SelectMany(j => Channels(j.Path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var groups = journeys
            .SelectMany(j => Seen([.. Channels(j.Path).Select(c => Array.IndexOf(channels, c))], needs).Select(seen => (Seen: seen, Journey: j)))
            .GroupBy(s => string.Join(',', s.Seen), StringComparer.Ordinal)
            .Select(g => new Group(g.First().Seen, g.Sum(s => s.Journey.Conversions), g.Sum(s => s.Journey.Value), g.Sum(s => s.Journey.Nulls), Group.EveryBucket));
        return new JourneyCounts(channels, [.. groups]);
    }

    private static IEnumerable<int[]> Seen(int[] path, Evidence needs) => needs switch
    {
        Transitions(var order) =>
            Enumerable.Range(0, Math.Max(0, path.Length - order)).Select(start => path[start..(start + order + 1)]).Append(path[Math.Max(0, path.Length - order)..]),
        ChannelSets => [[.. path.Distinct().Order()]],
        _ => [path],
    };

    private static string[] Channels(string path) => path.Split('>', StringSplitOptions.TrimEntries);

    private static string Text(Credit credit) => FormattableString.Invariant($"{credit.Channel} {credit.Conversions:R} {credit.Value:R}");

    private static void Near(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"The credit comes to {actual:R} {what}, and the journeys to {expected:R}."));
}
