using System.Numerics;

namespace Merit.Attribution.Learning.Games;

/// <summary>Exact Shapley values where a coalition is worth the conversion rate of the journeys inside it.</summary>
internal static class RateGame
{
    /// <summary>So many have a million coalitions; each one more doubles them.</summary>
    public const int MostPlayers = 20;

    /// <summary>Each player's value in conversions and in money: its part of the rate, times the journeys.</summary>
    public static (double Conversions, double Value)[] Values(Players players, double journeys, CancellationToken stop)
    {
        var (conversions, value, all) = (new double[1 << players.Count], new double[1 << players.Count], new double[1 << players.Count]);
        foreach (var set in players.Sets)
        {
            var coalition = set.Players.Aggregate(0, (mask, player) => mask | (1 << player));
            conversions[coalition] += set.Conversions;
            value[coalition] += set.Value;
            all[coalition] += set.Journeys;
        }

        Array.ForEach([conversions, value, all], each => SumSubsets(each, players.Count, stop));
        for (var coalition = 0; coalition < all.Length; coalition++)
        {
            var rate = all[coalition] > 0 ? 1 / all[coalition] : 0;
            conversions[coalition] *= rate;
            value[coalition] *= rate;
        }

        return [.. Values(conversions, players.Count).Zip(Values(value, players.Count), (c, v) => (c * journeys, v * journeys))];
    }

    /// <summary>The Shapley values of a game given by the worth of every coalition, a bit per player.</summary>
    public static double[] Values(double[] worth, int players)
    {
        // A player joins s others in s!(n − s − 1)!/n! of all orders; nobody joins the coalition of all.
        var joins = new double[players + 1];
        joins[0] = 1d / players;
        for (var s = 1; s < players; s++)
        {
            joins[s] = joins[s - 1] * s / (players - s);
        }

        // Adding up w(s − 1)·v over the coalitions with a player and taking off w(s)·v over those without, written so that each is visited once.
        var values = new double[players];
        double without = 0;
        for (var coalition = 1; coalition < worth.Length; coalition++)
        {
            var size = BitOperations.PopCount((uint)coalition);
            without += joins[size] * worth[coalition];
            var with = (joins[size - 1] + joins[size]) * worth[coalition];
            for (var left = (uint)coalition; left != 0; left &= left - 1)
            {
                values[BitOperations.TrailingZeroCount(left)] += with;
            }
        }

        without += joins[0] * worth[0];
        return [.. values.Select(v => v - without)];
    }

    // Yates's transform: afterwards each coalition holds the sum over all coalitions inside it.
    private static void SumSubsets(double[] sums, int players, CancellationToken stop)
    {
        for (var player = 0; player < players; player++)
        {
            stop.ThrowIfCancellationRequested();
            var half = 1 << player;
            for (var start = 0; start < sums.Length; start += 2 * half)
            {
                for (var i = start; i < start + half; i++)
                {
                    sums[i + half] += sums[i];
                }
            }
        }
    }
}
