using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Learning.Conversion;

/// <summary>How a journey's credit is read off the conversion model.</summary>
internal enum Contribution
{
    /// <summary>Each channel's Shapley value in the predicted chance to convert.</summary>
    Shapley,

    /// <summary>By how much the predicted chance falls without the channel.</summary>
    Removal,
}

/// <summary>How the conversion model is fitted and read.</summary>
internal sealed class DataDrivenOptions
{
    [Range(0.000001, 1_000_000)]
    [Description("How strongly the effects of channels are held towards none, in journeys' worth of evidence; more for fewer journeys.")]
    public double Ridge { get; set; } = 1;

    [Description("How credit is read off the model: by each channel's Shapley value in the predicted chance to convert, or by how much the chance falls without it.")]
    public Contribution Credit { get; set; } = Contribution.Shapley;
}
