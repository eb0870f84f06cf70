using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Rules;

/// <summary>How fast a touch loses weight.</summary>
internal sealed class TimeDecayOptions
{
    // Much shorter, and the weights of a journey's early touches are below the smallest number there is.
    [Range(0.25, 3650)]
    [Description("Days after which a touch counts half.")]
    public double HalfLife { get; set; } = 7;
}
