using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>Credit to the touch that opened the journey and to the one that closed it; those between share the rest equally. U-shaped, j-shaped and inverse-j differ in the weights.</summary>
/// <remarks>Two touches divide the credit in the proportion of the two ends, and a single one has it all.</remarks>
internal sealed class EndWeights : IRuleModel
{
    private readonly EndWeightOptions _options;

    /// <exception cref="ArgumentException">All three weights are zero.</exception>
    public EndWeights(EndWeightOptions options)
    {
        if (options is { First: 0, Middle: 0, Last: 0 })
        {
            throw new ArgumentException("One of first, middle and last must be above 0.", nameof(options));
        }

        _options = options;
    }

    public Term Weigh(Touch touch)
    {
        var isFirst = touch.Position.Is(1);
        var isLast = touch.Position.Is(touch.Count);

        // A journey of two has no middle to give to when the ends weigh nothing: it is then divided evenly.
        var (first, last) = _options is { First: 0, Last: 0 } ? (1, 1) : (_options.First, _options.Last);
        return touch.If(touch.Count.Is(1), 1,
            touch.If(touch.Count.Is(2), touch.If(isFirst, first, last),
            touch.If(isFirst, _options.First,
            touch.If(isLast, _options.Last, _options.Middle / (touch.Count - 2)))));
    }
}
