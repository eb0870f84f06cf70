using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Acme;

/// <summary>What a source says in merit.yaml beside <c>connector: acme-id</c>.</summary>
public sealed class AcmeOptions
{
    /// <summary>The key <c>path</c>.</summary>
    [Required]
    [Description("The log of the phone system, seen from the workspace.")]
    public string Path { get; set; } = "";
}
