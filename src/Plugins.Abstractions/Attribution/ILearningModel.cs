namespace Merit.Plugins.Attribution;

/// <summary>An attribution model that learns from all journeys at once. It sees counts made by the engine, never rows.</summary>
public interface ILearningModel
{
    /// <summary>Shares out the conversions and their value among channels.</summary>
    /// <param name="channels">The channels; groups refer to them by index.</param>
    /// <param name="groups">What the evidence asked for, counted.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>One credit per channel, summing to the conversions and to the value.</returns>
    IReadOnlyList<Credit> Learn(IReadOnlyList<string> channels, IEnumerable<Group> groups, CancellationToken stop);
}

/// <summary>What a learning model needs counted.</summary>
public enum Evidence
{
    /// <summary>From-to pairs of states.</summary>
    Transitions,

    /// <summary>Sets of distinct channels of a journey.</summary>
    ChannelSets,

    /// <summary>Whole sequences of channels.</summary>
    Paths,
}

/// <summary>Journeys that look the same.</summary>
/// <param name="Channels">Indexes into the channels: a path in order, a set in ascending order, or a pair.</param>
/// <param name="Conversions">How many converted.</param>
/// <param name="Value">The value they brought.</param>
/// <param name="Nulls">How many did not convert.</param>
/// <param name="Bucket">The hash bucket of the journeys, from which intervals come.</param>
public sealed record Group(IReadOnlyList<int> Channels, double Conversions, double Value, double Nulls, int Bucket);

/// <summary>What a channel is given.</summary>
/// <param name="Channel">Index of the channel.</param>
/// <param name="Conversions">Its share of the conversions.</param>
/// <param name="Value">Its share of the value.</param>
public sealed record Credit(int Channel, double Conversions, double Value);
