using FsCheck;
using FsCheck.Fluent;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Warehouse.Identity;

public sealed class ComponentsTests : IDisposable
{
    private readonly string _spill = System.IO.Directory.CreateTempSubdirectory("merit-people").FullName;
    private readonly Session _session;

    public ComponentsTests() => _session = Session.Open(":memory:", new SessionSettings { TempDirectory = _spill });

    [Fact]
    public void Groups_are_those_of_a_naive_union_find_whatever_the_order_of_rows()
    {
        var link = Gen.Choose(1, 14).Zip(Gen.Choose(0, 2)).Zip(Gen.Choose(0, 7)).Select(l => (Contact: l.Item1.Item1, Key: l.Item1.Item2, Value: l.Item2));
        Prop.ForAll(link.ListOf().Zip(Gen.Choose(2, 4)).ToArbitrary(), given =>
        {
            var (links, atMost) = (given.Item1, given.Item2);
            var expected = Naive(14, links, atMost);
            return Joined(14, links, atMost).SequenceEqual(expected) && Joined(14, [.. Enumerable.Reverse(links)], atMost).SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Fact]
    public void A_long_chain_is_one_group()
    {
        // Each shares a value with the next one only, in an order that has little to do with their numbers.
        var order = Enumerable.Range(1, 400).OrderBy(n => n * 7919 % 401).ToList();
        var links = order.Zip(order.Skip(1)).SelectMany((pair, i) => new[] { (pair.First, 0, i), (pair.Second, 0, i) }).ToList();
        Assert.All(Joined(400, links, 2), g => Assert.Equal(1, g.Root));
    }

    [Fact]
    public void A_value_that_too_many_share_joins_nobody_unless_surer_keys_have_made_them_fewer()
    {
        List<(int, int, int)> telephone = [(1, 1, 5), (2, 1, 5), (3, 1, 5)];
        Assert.Equal([(1, 1), (2, 2), (3, 3)], Joined(3, telephone, 2));
        Assert.Equal(["1|5|3"], _session.Query($"SELECT key, value, people FROM {Components.Shared}", r => $"{r.GetInt32(0)}|{r.GetString(1)}|{r.GetInt64(2)}"));
        Assert.Equal([(1, 1), (2, 1), (3, 1)], Joined(3, [(2, 0, 9), (3, 0, 9), .. telephone], 2));
    }

    public void Dispose()
    {
        _session.Dispose();
        System.IO.Directory.Delete(_spill, recursive: true);
    }

    private List<(int Contact, int Root)> Joined(int contacts, IReadOnlyList<(int Contact, int Key, int Value)> links, int atMost)
    {
        _session.Execute("CREATE OR REPLACE TABLE known (contact BIGINT, key INTEGER, value VARCHAR)");
        if (links.Count > 0)
        {
            _session.Execute($"INSERT INTO known SELECT DISTINCT * FROM (VALUES {string.Join(", ", links.Select(l => $"({l.Contact}, {l.Key}, '{l.Value}')"))})");
        }

        var components = new Components(_session, $"SELECT unnest(range(1, {contacts + 1}))", "known");
        for (var key = 0; key < 3; key++)
        {
            components.Join(key, atMost);
        }

        return [.. _session.Query($"SELECT contact, root FROM {Components.Groups} ORDER BY contact", r => ((int)r.GetInt64(0), (int)r.GetInt64(1)))];
    }

    // Of each key, first which values may join, by the groups as they are; then the joining, one by one.
    private static List<(int Contact, int Root)> Naive(int contacts, IReadOnlyList<(int Contact, int Key, int Value)> links, int atMost)
    {
        var group = Enumerable.Range(0, contacts + 1).ToArray();
        for (var key = 0; key < 3; key++)
        {
            var values = links.Where(l => l.Key == key).GroupBy(l => l.Value).Select(g => g.Select(l => group[l.Contact]).Distinct().ToList()).Where(g => g.Count <= atMost).ToList();
            foreach (var (from, onto) in values.SelectMany(v => v.Skip(1).Select(other => (other, v[0]))))
            {
                var (a, b) = (group[from], group[onto]);
                for (var i = 0; i < group.Length; i++)
                {
                    group[i] = group[i] == a || group[i] == b ? Math.Min(a, b) : group[i];
                }
            }
        }

        return [.. Enumerable.Range(1, contacts).Select(c => (c, group[c]))];
    }
}
