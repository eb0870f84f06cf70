using System.ComponentModel;
using Merit.Plugins.Attribution;

namespace Merit.Attribution.Rules;

/// <summary>The user's own weights by place: for the first touches of a journey, for its last, and one that all between share equally.</summary>
/// <remarks>
/// In a journey too short to have a touch for every place, a touch fills several of them and has their weights together: with start 30, 10 and end 60, the first of two
/// touches weighs 30 and the last 10 + 60. Where no place that is filled weighs anything, the touches share equally.
/// </remarks>
internal sealed class Places : IRuleModel
{
    private readonly PlacesOptions _options;

    /// <exception cref="ArgumentException">No weight is given, or one is negative or no number.</exception>
    public Places(PlacesOptions options)
    {
        double[] weights = [.. options.Start, .. options.End, options.Middle];
        if (!Array.TrueForAll(weights, w => w >= 0 && double.IsFinite(w)))
        {
            throw new ArgumentException("start, middle and end must be numbers of at least 0.", nameof(options));
        }

        if (!Array.Exists(weights, w => w > 0))
        {
            throw new ArgumentException("One of start, middle and end must be above 0.", nameof(options));
        }

        _options = options;
    }

    public Term Weigh(Touch touch)
    {
        Term weight = 0;
        for (var i = 0; i < _options.Start.Count; i++)
        {
            weight += touch.If(touch.Position.Is(i + 1), _options.Start[i], 0);
        }

        for (var i = 0; i < _options.End.Count; i++)
        {
            weight += touch.If((touch.Count - touch.Position).Is(_options.End.Count - 1 - i), _options.End[i], 0);
        }

        int start = _options.Start.Count, end = _options.End.Count;
        var between = touch.Position > start & touch.Count - touch.Position >= end;
        weight += touch.If(between, _options.Middle / (touch.Count - (start + end)), 0);
        return ShortestWithWeight(out var shortest) ? weight : touch.If(touch.Count < shortest, 1, weight);
    }

    // Below this many touches no filled place weighs anything; every longer journey has a place that does.
    private bool ShortestWithWeight(out int shortest)
    {
        var start = _options.Start.TakeWhile(w => w is 0).Count();
        var end = _options.End.Reverse().TakeWhile(w => w is 0).Count();
        shortest = Math.Min(
            start < _options.Start.Count ? start + 1 : int.MaxValue,
            end < _options.End.Count ? end + 1 : int.MaxValue);
        shortest = Math.Min(shortest, _options.Middle > 0 ? _options.Start.Count + _options.End.Count + 1 : int.MaxValue);
        return shortest == 1;
    }
}

/// <summary>Weights by place; only their proportion matters.</summary>
internal sealed class PlacesOptions
{
    [Description("Weights of the journey's first touches, in order.")]
    public IReadOnlyList<double> Start { get; set; } = [];

    [Description("Weight that the touches between share equally; 0 unless given.")]
    public double Middle { get; set; }

    [Description("Weights of the journey's last touches, in order; the last one is the touch right before the conversion.")]
    public IReadOnlyList<double> End { get; set; } = [];
}
