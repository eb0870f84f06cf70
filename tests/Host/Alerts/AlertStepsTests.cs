using FsCheck;
using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Host.Alerts;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Alerts;

/// <summary>What an alert tells as time goes on, beside what follows from the looks themselves.</summary>
public sealed class AlertStepsTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    // One letter a look: + holds, - does not, ? cannot be said, ! nothing can be said at all, z holds while nobody is to be told, s does not while nobody is.
    [Theory]
    [InlineData(0, 0, "+", "F")]
    [InlineData(0, 0, "+++", "F..")]
    [InlineData(0, 0, "-+-+", ".FOF")]
    [InlineData(2, 0, "+++", "..F")]
    [InlineData(2, 0, "++-+++-", ".....FO")]
    [InlineData(2, 0, "+?+++", "....F")]
    [InlineData(0, 2, "++++++-", "F.A.A.O")]
    [InlineData(0, 2, "+??+-", "F..AO")]
    [InlineData(0, 0, "+?-", "F.O")]
    [InlineData(0, 0, "+!+-", "FUBO")]
    [InlineData(0, 0, "+!!-", "FU.BO")]
    [InlineData(0, 0, "!!-", "U.B")]
    [InlineData(0, 0, "zz+-", "..FO")]
    [InlineData(0, 0, "zs-", "...")]
    [InlineData(0, 0, "+zss-", "F...O")]
    [InlineData(0, 1, "+zz+", "F..A")]
    [InlineData(2, 0, "zz+", "..F")]
    public void Day_by_day(int days, int again, string looks, string told) => Assert.Equal(told, Told(Of(days, again), looks));

    [Fact]
    public void An_end_may_be_kept_quiet() => Assert.Equal("F.F", Told(Of(0, 0) with { EndsQuietly = true }, "+-+"));

    [Fact]
    public void Groups_go_their_own_ways_and_one_that_is_gone_is_over()
    {
        var alert = Of(0, 0) with { By = ["channel"] };
        var (state, _, first) = AlertSteps.Next(alert, null, Seen(("a", true), ("b", false), (null, true)), Start, null);
        var (after, _, second) = AlertSteps.Next(alert, state, Seen(("a", true), ("b", true)), Start.AddDays(1), null);

        Assert.Equal(["Fires a", "Fires ", "Fires b", "Over "], [.. first.Concat(second).Select(e => $"{e.What} {e.Group[0]}")]);
        Assert.Equal(["a", "b"], after.Groups.Select(g => g.Group[0]));
    }

    [Fact]
    public void It_is_looked_at_when_what_it_waits_for_has_come()
    {
        var (held, _, _) = AlertSteps.Next(Of(2, 3), null, Seen(("", true)), Start, null);
        var (fires, _, _) = AlertSteps.Next(Of(2, 3), held, Seen(("", true)), Start.AddDays(2), null);
        var (well, _, _) = AlertSteps.Next(Of(2, 3), fires, Seen(("", false)), Start.AddDays(3), null);
        var (quiet, _, _) = AlertSteps.Next(Of(0, 0), null, Seen(("", true)), Start, Start.AddHours(5));

        Assert.Equal([Start.AddDays(2), Start.AddDays(5), null, Start.AddHours(5)], [held.NextAt, fires.NextAt, well.NextAt, quiet.NextAt]);
    }

    [Fact]
    public void Whatever_is_seen_recipients_know_what_is_so_and_hear_it_once()
    {
        var look = Gen.Choose(0, 5).Two().Select(two => (Letter: "++-?zs"[two.Item1], Hours: 1 + (two.Item2 * 9)));
        Prop.ForAll(Gen.Zip(look.ListOf(), Gen.Choose(0, 40)).ToArbitrary(), walk =>
        {
            var looks = walk.Item1.ToList();
            var alert = Of(0, 0) with { For = TimeSpan.FromHours(walk.Item2), Renotify = TimeSpan.FromHours(20) };
            var times = new List<DateTimeOffset>();
            AlertState? state = null;
            var (believed, toldAt) = (false, Start);
            for (var i = 0; i < looks.Count; i++)
            {
                times.Add((i == 0 ? Start : times[^1]).AddHours(looks[i].Hours));
                var quiet = looks[i].Letter is 'z' or 's';
                var (next, _, tell) = AlertSteps.Next(alert, state, See(looks[i].Letter), times[i], quiet ? times[i].AddMinutes(1) : null);
                state = next;
                Assert.True(tell.Count <= (quiet ? 0 : 1));
                foreach (var told in tell)
                {
                    Assert.Equal(told.What is AlertNews.Over or AlertNews.Again, believed);
                    Assert.True(told.What is not AlertNews.Again || times[i] - toldAt >= alert.Renotify);
                    (believed, toldAt) = (told.What is not AlertNews.Over, times[i]);
                }

                var fires = Fires(looks.ConvertAll(l => l.Letter), times, alert.For, i);
                Assert.Equal(fires, next.Groups.Any(g => g.Fires));
                Assert.True(quiet || believed == fires);
            }
        }).Check(Config.QuickThrowOnFailure);
    }

    // By its meaning: it has held at every look of the last so many hours; what cannot be seen leaves it as it was.
    private static bool Fires(List<char> looks, List<DateTimeOffset> times, TimeSpan hold, int at)
    {
        if (at < 0 || looks[at] is '-' or 's')
        {
            return false;
        }

        var first = at;
        while (first > 0 && looks[first - 1] is '+' or 'z')
        {
            first--;
        }

        return Fires(looks, times, hold, at - 1) || (looks[at] is not '?' && times[at] - times[first] >= hold);
    }

    private static string Told(Alert alert, string looks)
    {
        AlertState? state = null;
        return string.Concat(looks.Select((letter, day) =>
        {
            var now = Start.AddDays(day);
            var (next, _, tell) = AlertSteps.Next(alert, state, See(letter), now, letter is 'z' or 's' ? now.AddHours(1) : null);
            state = next;
            return tell.Count == 0 ? "." : string.Concat(tell.Select(t => $"{t.What}"[0]));
        }));
    }

    private static AlertSight See(char letter) => letter switch
    {
        '!' => new AlertSight([new AlertReason("Nothing is loaded.", "没有加载任何数据。")], []),
        '?' => new AlertSight([], [new SeenGroup([], null, [])]),
        _ => new AlertSight([], [new SeenGroup([], letter is '+' or 'z', [new SeenFigure(60, 50, NoValue.None)])]),
    };

    private static AlertSight Seen(params (string? Group, bool Holds)[] groups) => new([], [.. groups.Select(g => new SeenGroup([g.Group], g.Holds, []))]);

    private static Alert Of(int days, int again) => new()
    {
        Name = "cpl", When = [AlertCondition.Parse("cpl > 50")], For = TimeSpan.FromDays(days), Renotify = again == 0 ? null : TimeSpan.FromDays(again), Zone = "UTC", At = new Place("merit.yaml"),
    };
}
