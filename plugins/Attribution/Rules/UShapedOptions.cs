using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Rules;

/// <summary>The weights of a journey's ends and of what lies between; only their proportion matters.</summary>
internal sealed class UShapedOptions
{
    [Range(0, 100)]
    [Description("Weight of the first touch.")]
    public double First { get; set; } = 40;

    [Range(0, 100)]
    [Description("Weight that the touches between the first and the last share equally.")]
    public double Middle { get; set; } = 20;

    [Range(0, 100)]
    [Description("Weight of the last touch.")]
    public double Last { get; set; } = 40;
}
