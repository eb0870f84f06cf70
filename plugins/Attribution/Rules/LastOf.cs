using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>All credit to the latest touch that counts; where none does, to the latest of all.</summary>
internal sealed class LastOf(Func<Touch, Test> counts) : IRuleModel
{
    /// <summary>The latest touch whose channel is none of these.</summary>
    /// <exception cref="ArgumentException">No channel is given.</exception>
    public static LastOf Except(IReadOnlyList<string> channels, string option) => new(ChannelIn(channels, option, negate: true));

    /// <summary>The latest touch whose channel is one of these.</summary>
    /// <exception cref="ArgumentException">No channel is given.</exception>
    public static LastOf Among(IReadOnlyList<string> channels, string option) => new(ChannelIn(channels, option, negate: false));

    public Term Weigh(Touch touch)
    {
        var counting = counts(touch);
        return touch.If(touch.CountWhere(counting).Is(0),
            touch.If(touch.Position.Is(touch.Count), 1, 0),
            touch.If(touch.LatestWhere(counting), 1, 0));
    }

    private static Func<Touch, Test> ChannelIn(IReadOnlyList<string> channels, string option, bool negate)
    {
        if (channels.Count == 0)
        {
            throw new ArgumentException($"{option} must name at least one channel.", nameof(channels));
        }

        return touch => negate ? !touch.ChannelIs([.. channels]) : touch.ChannelIs([.. channels]);
    }
}
