using System.Numerics;
using Merit.Attribution.Learning.Games;

namespace Merit.Attribution.Learning.Conversion;

/// <summary>What each channel of one journey contributes to its predicted chance to convert.</summary>
internal static class JourneyGame
{
    /// <summary>A journey of more distinct channels has its coalitions drawn, not all tried.</summary>
    private const int MostExact = 12;
    private const int Pairs = 256;
    private const int Seed = 20_260_102;

    /// <summary>By how much the chance falls without each channel.</summary>
    public static double[] Removal(ConversionModel model, IReadOnlyList<int> channels)
    {
        var odds = model.Intercept + channels.Sum(c => model.Effects[c]);
        return [.. channels.Select(c => ConversionModel.Chance(odds) - ConversionModel.Chance(odds - model.Effects[c]))];
    }

    /// <summary>Each channel's Shapley value in the chance.</summary>
    public static double[] Shapley(ConversionModel model, IReadOnlyList<int> channels)
    {
        if (channels.Count > MostExact)
        {
            return Sampled(model, channels);
        }

        var odds = new double[1 << channels.Count];
        odds[0] = model.Intercept;
        for (var coalition = 1; coalition < odds.Length; coalition++)
        {
            odds[coalition] = odds[coalition & (coalition - 1)] + model.Effects[channels[BitOperations.TrailingZeroCount(coalition)]];
        }

        return RateGame.Values([.. odds.Select(ConversionModel.Chance)], channels.Count);
    }

    private static double[] Sampled(ConversionModel model, IReadOnlyList<int> channels)
    {
        var random = new Random(Seed);
        int[] order = [.. Enumerable.Range(0, channels.Count)];
        var values = new double[channels.Count];
        for (var draw = 0; draw < 2 * Pairs; draw++)
        {
            if (draw % 2 == 0)
            {
                random.Shuffle(order);
            }
            else
            {
                Array.Reverse(order);
            }

            var (odds, before) = (model.Intercept, ConversionModel.Chance(model.Intercept));
            foreach (var i in order)
            {
                odds += model.Effects[channels[i]];
                var chance = ConversionModel.Chance(odds);
                values[i] += (chance - before) / (2 * Pairs);
                before = chance;
            }
        }

        return values;
    }
}
