using System.Runtime.CompilerServices;
using Merit.Metrics.Results;

namespace Merit.Metrics.Planning;

/// <summary>Places of groups among their peers: 1, and one more for every peer that is better. Groups without a value take no place.</summary>
internal sealed class Ranking(Question question, Standings standings, IReadOnlyList<GroupKey> groups)
{
    private readonly Dictionary<(RankFormula Formula, bool IsBefore), Dictionary<GroupKey, Dictionary<double, int>>> ranked = new(new BySameFormula());

    public Outcome Of(RankFormula rank, Standing at, Func<Formula, Standing, Outcome> evaluate)
    {
        if (at.Key is not { } key || rank.Columns is not { Count: > 0 } columns)
        {
            return Outcome.None(NoValue.NotMeaningful);
        }

        var own = evaluate(rank.Ranked, at);
        if (own.Value is not { } value)
        {
            return own;
        }

        if (!ranked.TryGetValue((rank, at.IsBefore), out var peers))
        {
            ranked[(rank, at.IsBefore)] = peers = Peers(rank, columns, at.IsBefore, evaluate);
        }

        return Outcome.Of(peers[Rest(key, columns)][value]);
    }

    private Dictionary<GroupKey, Dictionary<double, int>> Peers(RankFormula rank, IReadOnlyList<string> columns, bool isBefore, Func<Formula, Standing, Outcome> evaluate) => groups
        .Select(key => isBefore ? standings.Before(key) : standings.Now(key))
        .OfType<Standing>()
        .Select(at => (at.Key, evaluate(rank.Ranked, at).Value))
        .Where(peer => peer is { Key: not null, Value: not null })
        .GroupBy(peer => Rest(peer.Key.GetValueOrDefault(), columns), peer => peer.Value.GetValueOrDefault())
        .ToDictionary(same => same.Key, same => Places(rank.LowestFirst ? same.Order() : same.OrderDescending()));

    private static Dictionary<double, int> Places(IEnumerable<double> bestFirst)
    {
        var places = new Dictionary<double, int>();
        var place = 0;
        foreach (var value in bestFirst)
        {
            places.TryAdd(value, ++place);
        }

        return places;
    }

    private GroupKey Rest(GroupKey key, IReadOnlyList<string> columns) =>
        new([.. key.Values.Where((_, i) => !columns.Contains(question.By[i].Column, StringComparer.Ordinal))]);

    // Formulas that read the same are ranked once each; comparing their trees would cost more than it saves.
    private sealed class BySameFormula : IEqualityComparer<(RankFormula Formula, bool IsBefore)>
    {
        public bool Equals((RankFormula Formula, bool IsBefore) x, (RankFormula Formula, bool IsBefore) y) => ReferenceEquals(x.Formula, y.Formula) && x.IsBefore == y.IsBefore;

        public int GetHashCode((RankFormula Formula, bool IsBefore) rank) => HashCode.Combine(RuntimeHelpers.GetHashCode(rank.Formula), rank.IsBefore);
    }
}
