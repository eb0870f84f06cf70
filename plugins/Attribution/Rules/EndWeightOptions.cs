using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Rules;

/// <summary>The weights of a journey's ends and of what lies between; only their proportion matters.</summary>
internal abstract class EndWeightOptions(double first, double middle, double last)
{
    [Range(0, 100)]
    [Description("Weight of the first touch.")]
    public double First { get; set; } = first;

    [Range(0, 100)]
    [Description("Weight that the touches between the first and the last share equally.")]
    public double Middle { get; set; } = middle;

    [Range(0, 100)]
    [Description("Weight of the last touch.")]
    public double Last { get; set; } = last;
}

/// <summary>Most to both ends: 40, 20, 40.</summary>
internal sealed class UShapedOptions() : EndWeightOptions(40, 20, 40);

/// <summary>Most to the last touch: 20, 20, 60.</summary>
internal sealed class JShapedOptions() : EndWeightOptions(20, 20, 60);

/// <summary>Most to the first touch: 60, 20, 20.</summary>
internal sealed class InverseJOptions() : EndWeightOptions(60, 20, 20);
