using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Rules;

/// <summary>The weights of the touches that brought a stage, and of the others; only their proportion matters.</summary>
internal abstract class MilestoneOptions(double stage, double rest)
{
    [Range(0, 100)]
    [Description("Weight of each touch that brought a stage, the first touch being one of them.")]
    public double Stage { get; set; } = stage;

    [Range(0, 100)]
    [Description("Weight that the other touches share equally.")]
    public double Rest { get; set; } = rest;
}

/// <summary>First touch, lead, opportunity: 30 each; the others share 10.</summary>
internal sealed class WShapedOptions() : MilestoneOptions(30, 10);

/// <summary>First touch, lead, opportunity, conversion: 22.5 each; the others share 10.</summary>
internal sealed class FullPathOptions() : MilestoneOptions(22.5, 10);
