using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Merit.Connectors.Databases.Reading;
using Merit.Plugins;

namespace Merit.Connectors.Databases.AdoNet;

/// <summary>A database by its ADO.NET provider, and what to read of it.</summary>
internal sealed class AdoNetOptions : ChangingTableOptions
{
    [Required]
    [MinLength(1)]
    [Description("The provider's assembly, relative to the workspace, such as providers/firebird/FirebirdSql.Data.FirebirdClient.dll; what it needs lies beside it.")]
    public string Provider { get; set; } = "";

    [MinLength(1)]
    [Description("The provider's factory, where its assembly has several, such as FirebirdSql.Data.FirebirdClient.FirebirdClientFactory.")]
    public string? Factory { get; set; }

    [Secret]
    [Required]
    [Description("The connection string, as the provider's documentation has it, such as ${WAREHOUSE}.")]
    public string Connection { get; set; } = "";

    [Description("The transaction a read takes place in: read-uncommitted, read-committed, repeatable-read, serializable, snapshot, or none; repeatable-read unless given. With one that lets changes be seen, a read may hold rows of two moments.")]
    public ReadIsolation Isolation { get; set; } = ReadIsolation.RepeatableRead;

    [RegularExpression(@"[:@?$]\w*")]
    [Description("How a statement names the parameter of the cursor: @merit_from unless given, :merit_from or ? for some providers.")]
    public string Parameter { get; set; } = ReadPlan.From;
}

/// <summary>What a read may see of changes made while it goes on.</summary>
internal enum ReadIsolation
{
    None,
    ReadUncommitted,
    ReadCommitted,
    RepeatableRead,
    Serializable,
    Snapshot,
}
