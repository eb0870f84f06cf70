namespace Merit.Plugins.Tests.Attribution.Learning;

/// <summary>Removal effects once more, with nothing in common with the product: states are texts, and every channel's chain is walked anew until it has ended.</summary>
internal sealed class NaiveChain
{
    private const string Start = "(start)";
    private readonly Dictionary<string, Dictionary<string, double>> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _value = new(StringComparer.Ordinal);
    private readonly double _conversions;
    private readonly double _all;

    public NaiveChain(IReadOnlyList<PathRow> rows, int order, bool nulls = true)
    {
        foreach (var row in rows)
        {
            var weight = row.Conversions + (nulls ? row.Nulls : 0);
            List<string> states = [Start];
            for (var i = Math.Min(order, row.Path.Length); i <= row.Path.Length; i++)
            {
                var state = "|" + string.Join('|', row.Path[Math.Max(0, i - order)..i]) + "|";
                if (states[^1] != state)
                {
                    states.Add(state);
                }
            }

            for (var i = 1; i < states.Count; i++)
            {
                Add(states[i - 1], states[i], weight);
            }

            Add(states[^1], "(converted)", row.Conversions);
            Add(states[^1], "(lost)", nulls ? row.Nulls : 0);
            _value[states[^1]] = _value.GetValueOrDefault(states[^1]) + row.Value;
            _conversions += row.Conversions;
            _all += row.Value;
        }
    }

    public double Chance => Walk(null).Converted;

    public Dictionary<string, (double Conversions, double Value)> Credit(IEnumerable<string> channels)
    {
        var whole = Walk(null);
        var effects = channels.ToDictionary(c => c, c =>
        {
            var left = Walk(c);
            return (Conversions: 1 - (left.Converted / whole.Converted), Value: 1 - (left.Brought / whole.Brought));
        }, StringComparer.Ordinal);
        return effects.ToDictionary(
            e => e.Key,
            e => (e.Value.Conversions / effects.Values.Sum(v => v.Conversions) * _conversions, e.Value.Value / effects.Values.Sum(v => v.Value) * _all),
            StringComparer.Ordinal);
    }

    // Moves all journeys one step at a time.
    private (double Converted, double Brought) Walk(string? removed)
    {
        var at = new Dictionary<string, double>(StringComparer.Ordinal) { [Start] = 1 };
        double converted = 0, brought = 0;
        while (at.Values.Sum() > 1e-16)
        {
            var next = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (state, mass) in at)
            {
                var leaving = _steps[state].Values.Sum();
                brought += mass * _value.GetValueOrDefault(state) / leaving;
                foreach (var (to, weight) in _steps[state])
                {
                    if (to == "(converted)")
                    {
                        converted += mass * weight / leaving;
                    }
                    else if (to != "(lost)" && (removed is null || !to.Contains($"|{removed}|", StringComparison.Ordinal)))
                    {
                        next[to] = next.GetValueOrDefault(to) + (mass * weight / leaving);
                    }
                }
            }

            at = next;
        }

        return (converted, brought);
    }

    private void Add(string from, string to, double weight)
    {
        if (weight > 0)
        {
            var steps = _steps.TryGetValue(from, out var known) ? known : _steps[from] = new(StringComparer.Ordinal);
            steps[to] = steps.GetValueOrDefault(to) + weight;
        }
    }
}
