namespace Merit.Attribution.Learning.Chains;

/// <summary>A Markov chain of journeys: from state to state, until they convert or not. States are numbered from 0.</summary>
/// <remarks>The probabilities of leaving a state add up to 1 with those of ending in it; staying in a state is no step.</remarks>
internal sealed class Chain
{
    public required int States { get; init; }

    /// <summary>The states' steps one after another: those of state s stand from <c>From[s]</c> to before <c>From[s + 1]</c>.</summary>
    public required int[] From { get; init; }

    /// <summary>Where each step leads.</summary>
    public required int[] To { get; init; }

    /// <summary>How likely each step is.</summary>
    public required double[] Probability { get; init; }

    /// <summary>How likely a journey begins in a state.</summary>
    public required double[] Start { get; init; }

    /// <summary>How likely a journey in a state converts there and then.</summary>
    public required double[] Converts { get; init; }

    /// <summary>The value that ends in a state, by journey that is in it.</summary>
    public required double[] Brings { get; init; }

    /// <summary>For each channel the states that hold it.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> StatesOf { get; init; }

    /// <summary>How many states a journey visits on average.</summary>
    public required double MeanLength { get; init; }

    /// <summary>How many journeys converted.</summary>
    public required double Conversions { get; init; }

    /// <summary>The value of all conversions.</summary>
    public required double Value { get; init; }

    /// <summary>Whether negative value ends in some state.</summary>
    public bool HasRefunds => Array.Exists(Brings, v => v < 0);
}
