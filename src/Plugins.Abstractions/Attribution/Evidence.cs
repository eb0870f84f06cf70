namespace Merit.Plugins.Attribution;

/// <summary>What a learning model needs counted: the least of the journeys that it can do with.</summary>
public abstract record Evidence
{
    private protected Evidence()
    {
    }
}

/// <summary>Runs of consecutive channels, from which a chain of any order can be made.</summary>
/// <remarks>
/// A group of order + 1 channels counts the passages from the state of its first channels to that of its last; a journey passes as often as it holds the run.
/// A group of fewer is where journeys end: their last <c>order</c> channels, or all of them where they are shorter. Where journeys begin follows: they leave a
/// state as often as they enter it.
/// </remarks>
/// <param name="Order">How many channels make a state, from 1.</param>
public sealed record Transitions(int Order) : Evidence;

/// <summary>The distinct channels of a journey, in ascending order.</summary>
public sealed record ChannelSets : Evidence;

/// <summary>Whole journeys, channel by channel.</summary>
public sealed record Paths : Evidence;
