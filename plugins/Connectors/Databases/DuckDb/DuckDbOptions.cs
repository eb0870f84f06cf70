using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Connectors.Databases.DuckDb;

/// <summary>A DuckDB file, and what to read of it.</summary>
internal sealed class DuckDbOptions : TableOptions
{
    [Required]
    [MinLength(1)]
    [Description("The file, relative to the workspace.")]
    public string Path { get; set; } = "";
}
