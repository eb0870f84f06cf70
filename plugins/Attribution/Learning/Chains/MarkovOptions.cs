using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Attribution.Learning.Chains;

/// <summary>What the chain remembers, and whom it has seen.</summary>
internal sealed class MarkovOptions
{
    [Range(1, 4)]
    [Description("How many touches in a row the chain remembers, from 1 to 4.")]
    public int Order { get; set; } = 1;

    [Description("Whether journeys that did not convert take part.")]
    public bool Nulls { get; set; } = true;
}
