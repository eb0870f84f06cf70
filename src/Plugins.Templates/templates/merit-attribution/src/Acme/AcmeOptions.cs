using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Acme;

/// <summary>What merit.yaml may say beside <c>model: acme-id</c>.</summary>
public sealed class AcmeOptions
{
    /// <summary>The key <c>power</c>.</summary>
    [Range(0, 10)]
    [Description("How much faster the weight grows than the touch's place in its journey; 0 gives every touch the same.")]
    public double Power { get; set; } = 1;
}
