using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Merit.Connectors.Databases;

/// <summary>What to read of a database.</summary>
internal abstract class TableOptions
{
    [MinLength(1)]
    [Description("The table or view, such as orders or sales.orders. Or give a query.")]
    public string? Table { get; set; }

    [MinLength(1)]
    [Description("A SELECT whose rows are read, instead of a table.")]
    public string? Query { get; set; }
}

/// <summary>What to read of a database that Merit asks by SQL, and how to tell what changed.</summary>
internal abstract class ChangingTableOptions : TableOptions
{
    [MinLength(1)]
    [Description("The column that grows with every change, such as updated_at, or an id of rows that never change: only rows from its last value on are read. Everything is read unless given.")]
    public string? Cursor { get; set; }

    [Description("The columns that tell rows apart; a table's primary key unless given. Needed with a cursor.")]
    public IReadOnlyList<string> RowKey { get; set; } = [];

    [Description("Whether to look by their keys for rows that were deleted, with a cursor; false unless given.")]
    public bool FindDeleted { get; set; }

    [Range(1, 1_000_000)]
    [Description("Rows fetched at a time; 10000 unless given.")]
    public int BatchSize { get; set; } = 10_000;
}
