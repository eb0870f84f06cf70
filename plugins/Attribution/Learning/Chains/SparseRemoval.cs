using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Chains;

/// <summary>Removal effects of a chain of many states, each of which leads to few others.</summary>
/// <remarks>
/// Windows of channels overlap so much that any factorisation of a long chain fills up. Its equations are solved by sweeps over the steps instead, from below:
/// every sweep adds, and what is still missing is at most the largest change of a sweep times the length of a journey. It ends where that is below a
/// trillionth of the result, so that the result is exact for every purpose, and the bound does not rest on trust.
/// </remarks>
internal sealed class SparseRemoval(Chain chain, CancellationToken stop)
{
    private const double Missing = 1e-12;
    private const double Ulp = 2.3e-16;
    private const int MostSweeps = 200_000;

    /// <exception cref="LearningException">The journeys are so long that the sweeps do not end.</exception>
    public IEnumerable<Effect> Effects()
    {
        var removed = new bool[chain.States];
        var (converts, brings) = ((double[])chain.Converts.Clone(), (double[])chain.Brings.Clone());
        Settle(chain.Converts, chain.Brings, removed, converts, brings);
        var (conversions, value) = (Begun(converts), Begun(brings));
        foreach (var states in chain.StatesOf)
        {
            var lost = Lost(states, removed, converts, brings);
            yield return new Effect(lost.Conversions / conversions, value > 0 ? lost.Value / value : 0);
        }
    }

    // What is lost from a state is what it would send, on the way, into states that are gone.
    private Effect Lost(IReadOnlyList<int> states, bool[] removed, double[] converts, double[] brings)
    {
        foreach (var state in states)
        {
            removed[state] = true;
        }

        var (conversions, value) = (new double[chain.States], new double[chain.States]);
        for (var state = 0; state < chain.States; state++)
        {
            for (var step = chain.From[state]; step < chain.From[state + 1]; step++)
            {
                if (removed[chain.To[step]])
                {
                    conversions[state] += chain.Probability[step] * converts[chain.To[step]];
                    value[state] += chain.Probability[step] * brings[chain.To[step]];
                }
            }
        }

        foreach (var state in states)
        {
            (conversions[state], value[state]) = (converts[state], brings[state]);
        }

        Settle((double[])conversions.Clone(), (double[])value.Clone(), removed, conversions, value);
        foreach (var state in states)
        {
            removed[state] = false;
        }

        return new Effect(Begun(conversions), Begun(value));
    }

    // Solves x = constant + Q·x over the states that are left; those removed keep what they have and give nothing on.
    private void Settle(double[] first, double[] second, bool[] removed, double[] x, double[] y)
    {
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            stop.ThrowIfCancellationRequested();
            double changed = 0, changedToo = 0, largest = 0, largestToo = 0;
            for (var state = chain.States - 1; state >= 0; state--)
            {
                if (removed[state])
                {
                    continue;
                }

                var (sum, sumToo) = (first[state], second[state]);
                for (var step = chain.From[state]; step < chain.From[state + 1]; step++)
                {
                    var to = chain.To[step];
                    if (!removed[to])
                    {
                        sum += chain.Probability[step] * x[to];
                        sumToo += chain.Probability[step] * y[to];
                    }
                }

                changed = Math.Max(changed, Math.Abs(sum - x[state]));
                changedToo = Math.Max(changedToo, Math.Abs(sumToo - y[state]));
                (x[state], y[state]) = (sum, sumToo);
                largest = Math.Max(largest, Math.Abs(sum));
                largestToo = Math.Max(largestToo, Math.Abs(sumToo));
            }

            if (IsSettled(changed, largest, x) && IsSettled(changedToo, largestToo, y))
            {
                return;
            }
        }

        throw new LearningException("The journeys are so long that the chain's equations do not settle.", "Shorten the lookback, or collapse repeated touches.");
    }

    private bool IsSettled(double changed, double largest, double[] values) =>
        changed <= Ulp * largest || changed * chain.MeanLength <= Missing * Math.Abs(Begun(values));

    private double Begun(double[] values)
    {
        double sum = 0;
        for (var state = 0; state < values.Length; state++)
        {
            sum += chain.Start[state] * values[state];
        }

        return sum;
    }
}
