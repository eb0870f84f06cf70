using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Chains;

/// <summary>Makes a chain from counted runs of channels.</summary>
/// <remarks>
/// A state is a window of <c>order</c> channels; a journey shorter than that is one state. Equal states in a row are one. Where journeys begin is not counted: they
/// leave a state as often as they enter it.
/// </remarks>
internal sealed class ChainBuilder(JourneyCounts counts, int order, bool withNulls)
{
    private readonly Dictionary<long, int> _states = [];
    private readonly List<int[]> _windows = [];
    private readonly List<double> _conversions = [];
    private readonly List<double> _value = [];
    private readonly List<double> _out = [];
    private readonly List<double> _in = [];
    private readonly Dictionary<(int From, int To), double> _steps = [];

    /// <exception cref="LearningException">Nothing converts, or some journeys never end.</exception>
    public Chain Build()
    {
        foreach (var group in counts.Groups)
        {
            Add(group);
        }

        var conversions = _conversions.Sum();
        if (!(conversions > 0))
        {
            throw new LearningException(
                "None of the journeys converts, so there is nothing to share out.",
                "Check the conversions of the period and the column that counts them; journeys without touches take no part.");
        }

        var steps = _steps.Where(s => s.Value > 0).OrderBy(s => s.Key.From).ThenBy(s => s.Key.To).ToArray();
        CheckEnds(steps);
        var starts = _out.Zip(_in, (leaving, entering) => Math.Max(0, leaving - entering)).ToArray();
        var journeys = starts.Sum();
        return new Chain
        {
            States = _out.Count,
            From = Offsets(steps),
            To = [.. steps.Select(s => s.Key.To)],
            Probability = [.. steps.Select(s => s.Value / _out[s.Key.From])],
            Start = [.. starts.Select(s => s / journeys)],
            Converts = [.. _conversions.Zip(_out, Rate)],
            Brings = [.. _value.Zip(_out, Rate)],
            StatesOf = StatesByChannel(),
            MeanLength = _out.Sum() / journeys,
            Conversions = conversions,
            Value = _value.Sum(),
        };
    }

    private static double Rate(double part, double whole) => whole > 0 ? part / whole : 0;

    private void Add(Group group)
    {
        var weight = group.Conversions + (withNulls ? group.Nulls : 0);
        if (weight == 0 && group.Value == 0)
        {
            return;
        }

        if (group.Channels.Count <= order)
        {
            var end = State(group.Channels, 0, group.Channels.Count);
            _conversions[end] += group.Conversions;
            _value[end] += group.Value;
            _out[end] += weight;
            return;
        }

        var (from, to) = (State(group.Channels, 0, order), State(group.Channels, 1, order));
        if (from != to)
        {
            _steps[(from, to)] = _steps.GetValueOrDefault((from, to)) + weight;
            _out[from] += weight;
            _in[to] += weight;
        }
    }

    private int State(IReadOnlyList<int> channels, int start, int length)
    {
        long key = 0;
        for (var i = start; i < start + length; i++)
        {
            key = (key * (counts.Channels.Count + 1)) + channels[i] + 1;
        }

        if (!_states.TryGetValue(key, out var state))
        {
            state = _states.Count;
            _states.Add(key, state);
            _windows.Add([.. Enumerable.Range(start, length).Select(i => channels[i]).Distinct()]);
            Array.ForEach([_conversions, _value, _out, _in], list => list.Add(0));
        }

        return state;
    }

    private int[] Offsets(KeyValuePair<(int From, int To), double>[] steps)
    {
        var offsets = new int[_out.Count + 1];
        foreach (var step in steps)
        {
            offsets[step.Key.From + 1]++;
        }

        for (var s = 0; s < _out.Count; s++)
        {
            offsets[s + 1] += offsets[s];
        }

        return offsets;
    }

    private List<int>[] StatesByChannel()
    {
        List<int>[] states = [.. counts.Channels.Select(_ => new List<int>())];
        foreach (var (window, state) in _windows.Select((w, s) => (w, s)))
        {
            Array.ForEach(window, channel => states[channel].Add(state));
        }

        return states;
    }

    // A state from which no journey ends would make the chain's equations unsolvable; counts of whole journeys have none.
    private void CheckEnds(KeyValuePair<(int From, int To), double>[] steps)
    {
        var entrances = steps.ToLookup(s => s.Key.To, s => s.Key.From);
        var passed = new double[_out.Count];
        Array.ForEach(steps, s => passed[s.Key.From] += s.Value);
        var ending = new Queue<int>(Enumerable.Range(0, _out.Count).Where(s => _out[s] - passed[s] > 1e-9 * _out[s]));
        var reached = ending.ToHashSet();
        while (ending.TryDequeue(out var state))
        {
            foreach (var before in entrances[state].Where(reached.Add))
            {
                ending.Enqueue(before);
            }
        }

        if (Enumerable.Range(0, _out.Count).FirstOrDefault(s => _out[s] > 0 && !reached.Contains(s), -1) is var lost and >= 0)
        {
            throw new LearningException(
                $"Journeys that come to {string.Join(" > ", _windows[lost].Select(c => counts.Channels[c]))} go round without ever ending.",
                "Count whole journeys: each must end in a conversion or without one.");
        }
    }
}
