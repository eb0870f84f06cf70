using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Connectors.Databases.Sqlite;

/// <summary>A SQLite file, and what to read of it.</summary>
internal sealed class SqliteOptions : ChangingTableOptions
{
    [Required]
    [MinLength(1)]
    [Description("The file, relative to the workspace.")]
    public string Path { get; set; } = "";
}
