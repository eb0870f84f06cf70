using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Acme;

/// <summary>What merit.yaml may say of the model.</summary>
public sealed class AcmeOptions
{
    /// <summary>The key <c>ceiling</c>.</summary>
    [Range(1, 100)]
    [Description("No component brings more points than this, before it is weighed.")]
    public double Ceiling { get; set; } = 100;
}
