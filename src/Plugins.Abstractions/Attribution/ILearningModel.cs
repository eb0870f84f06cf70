namespace Merit.Plugins.Attribution;

/// <summary>An attribution model that learns from all journeys at once. It sees counts made by the engine, never rows.</summary>
/// <remarks>
/// A model is a function of counts and nothing else: the same counts give the same credit, so whatever it draws at random it draws from a fixed seed. The host
/// calls it again with one bucket of journeys left out at a time, and makes the intervals from how far its credit then moves.
/// </remarks>
public interface ILearningModel
{
    /// <summary>What has to be counted.</summary>
    Evidence Needs { get; }

    /// <summary>Whether its credit comes with intervals unless a user says otherwise; no for a model that takes long to learn.</summary>
    bool HasIntervals { get; }

    /// <summary>
    /// Whether every journey is shared out by itself, whatever the others are, so that the credit of all is the sum of what each group is given alone; no unless a model says so.
    /// Intervals then cost hardly more than the credit.
    /// </summary>
    bool SharesEachAlone => false;

    /// <summary>Shares out the conversions and their value among channels.</summary>
    /// <param name="counts">What <see cref="Needs"/> asked for.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>One credit per channel, summing to the conversions and to the value.</returns>
    /// <exception cref="LearningException">Nothing can be learned from these journeys; the message says why.</exception>
    Learned Learn(JourneyCounts counts, CancellationToken stop);
}

/// <summary>What a learning model learned.</summary>
/// <param name="Credits">One credit per channel.</param>
public sealed record Learned(IReadOnlyList<Credit> Credits)
{
    /// <summary>What a reader of the credit should know, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How good the model is, such as its accuracy on journeys it has not seen.</summary>
    public IReadOnlyList<Quality> Quality { get; init; } = [];
}

/// <summary>What a channel is given.</summary>
/// <param name="Channel">Index of the channel.</param>
/// <param name="Conversions">Its share of the conversions.</param>
/// <param name="Value">Its share of the value.</param>
public sealed record Credit(int Channel, double Conversions, double Value)
{
    /// <summary>Its conversions by place in the journey, the first touch first; empty where the model does not tell places apart.</summary>
    public IReadOnlyList<double> Places { get; init; } = [];
}

/// <summary>A figure that says how far a model can be trusted.</summary>
/// <param name="Name">What it is, in words joined by hyphens, such as <c>hold-out-auc</c>.</param>
/// <param name="Value">The figure.</param>
public sealed record Quality(string Name, double Value);
