namespace Merit.Attribution.Learning.Games;

/// <summary>Shapley values of conversion rates from orders drawn at random, each with its reverse, which takes most of the noise out.</summary>
internal static class RateSample
{
    private const int Seed = 20_260_101;

    /// <summary>Each player's value in conversions and in money, and the largest standard error of the former.</summary>
    public static ((double Conversions, double Value)[] Values, double StandardError) Values(Players players, double journeys, int pairs, CancellationToken stop)
    {
        var random = new Random(Seed);
        int[] order = [.. Enumerable.Range(0, players.Count)];
        var joined = new Joining(players);
        var (sum, squares, value) = (new double[players.Count], new double[players.Count], new double[players.Count]);
        for (var pair = 0; pair < pairs; pair++)
        {
            stop.ThrowIfCancellationRequested();
            random.Shuffle(order);
            var (conversions, money) = (new double[players.Count], new double[players.Count]);
            joined.Add(order, conversions, money);
            Array.Reverse(order);
            joined.Add(order, conversions, money);
            for (var player = 0; player < players.Count; player++)
            {
                sum[player] += conversions[player] / 2;
                squares[player] += conversions[player] * conversions[player] / 4;
                value[player] += money[player] / 2;
            }
        }

        var variance = sum.Zip(squares, (s, q) => Math.Max(0, q - (s * s / pairs)) / (pairs - 1) / pairs).Max();
        return ([.. sum.Zip(value, (c, v) => (c / pairs * journeys, v / pairs * journeys))], Math.Sqrt(variance) * journeys);
    }

    /// <summary>Lets the players join in an order. A journey counts from when the last of its channels has joined.</summary>
    private sealed class Joining(Players players)
    {
        private readonly int[] _place = new int[players.Count];
        private readonly double[] _conversions = new double[players.Count];
        private readonly double[] _value = new double[players.Count];
        private readonly double[] _journeys = new double[players.Count];

        /// <summary>Adds to each player by how much the rate rose when it joined.</summary>
        public void Add(int[] order, double[] conversions, double[] value)
        {
            Array.ForEach([_conversions, _value, _journeys], Array.Clear);
            for (var i = 0; i < order.Length; i++)
            {
                _place[order[i]] = i;
            }

            foreach (var set in players.Sets)
            {
                var complete = 0;
                foreach (var player in set.Players)
                {
                    complete = Math.Max(complete, _place[player]);
                }

                _conversions[complete] += set.Conversions;
                _value[complete] += set.Value;
                _journeys[complete] += set.Journeys;
            }

            double converted = 0, brought = 0, all = 0, rate = 0, yield = 0;
            for (var i = 0; i < order.Length; i++)
            {
                converted += _conversions[i];
                brought += _value[i];
                all += _journeys[i];
                var (now, brings) = all > 0 ? (converted / all, brought / all) : (0, 0);
                conversions[order[i]] += now - rate;
                value[order[i]] += brings - yield;
                (rate, yield) = (now, brings);
            }
        }
    }
}
