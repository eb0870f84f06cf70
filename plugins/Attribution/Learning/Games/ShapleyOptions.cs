using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Learning.Games;

/// <summary>What a coalition of channels is worth.</summary>
internal enum Worth
{
    /// <summary>The conversions of the journeys that used no other channel.</summary>
    Conversions,

    /// <summary>The part of those journeys that converted.</summary>
    ConversionRate,
}

/// <summary>The game that is played.</summary>
internal sealed class ShapleyOptions
{
    [Description("What a set of channels is worth: the conversions of the journeys that used no other channel, or the rate at which those journeys convert.")]
    public Worth Worth { get; set; } = Worth.Conversions;

    [Range(100, 1_000_000)]
    [Description("How many pairs of orders of the channels are drawn where there are more than 20 and the worth is the conversion rate.")]
    public int Samples { get; set; } = 2000;
}
