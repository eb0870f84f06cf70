using FsCheck;
using FsCheck.Fluent;
using Merit.Host.Reports.Insights;

namespace Merit.Host.Tests.Reports.Insights;

public sealed class ContributionTests
{
    [Fact]
    public void A_ratio_is_split_as_by_hand()
    {
        // Cost 100 / 10 leads = 10 became 180 / 12 = 15. ½(1/12 + 1/10) = 11/120; ½(180 + 100) / (10·12) = 7/6.
        RatioMember[] members = [new("a", 60, 6, 120, 6), new("b", 40, 4, 60, 6)];

        var parts = Contributions.OfRatio(members, 100, 10, 180, 12);

        Assert.Equal(60 * 11 / 120d, parts[0].Amount, 12);
        Assert.Equal((20 * 11 / 120d) - (2 * 7 / 6d), parts[1].Amount, 12);
        Assert.Equal(5, parts.Sum(p => p.Amount), 12);
        Assert.Equal((10d, 20d), (parts[0].Before, parts[0].Now));
    }

    [Fact]
    public void Parts_of_any_ratio_add_up_to_its_change() => Prop.ForAll(
        Gen.Choose(1, 1000).Four().ListOf(7).ToArbitrary(),
        quadruples =>
        {
            var members = quadruples.Select((q, i) => new RatioMember(i, q.Item1, q.Item2, q.Item3, q.Item4)).ToList();
            var (a0, b0, a1, b1) = (members.Sum(m => m.ABefore), members.Sum(m => m.BBefore), members.Sum(m => m.ANow), members.Sum(m => m.BNow));

            var parts = Contributions.OfRatio(members, a0, b0, a1, b1);

            Assert.Equal((a1 / b1) - (a0 / b0), parts.Sum(p => p.Amount), 9);
            Assert.True(Contributions.AddUp(parts, (a1 / b1) - (a0 / b0)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_counted_twice_does_not_add_up()
    {
        var parts = Contributions.OfSum([("a", 1, 3), ("b", null, 2)]);

        Assert.True(Contributions.AddUp(parts, 4));
        Assert.False(Contributions.AddUp(parts, 3));
    }

    [Fact]
    public void Fewer_members_explain_more()
    {
        Assert.Equal(1, Contributions.Needed(Contributions.OfSum([("a", 0, 8), ("b", 0, 1), ("c", 0, 1)])));
        Assert.Equal(3, Contributions.Needed(Contributions.OfSum([("a", 0, 1), ("b", 0, 1), ("c", 0, -1)])));
    }
}
