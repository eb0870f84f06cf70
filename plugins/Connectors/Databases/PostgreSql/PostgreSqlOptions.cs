using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Merit.Plugins;

namespace Merit.Connectors.Databases.PostgreSql;

/// <summary>Whether the connection is encrypted.</summary>
internal enum Encryption
{
    None,
    Prefer,
    Require,
    Verify,
}

/// <summary>A PostgreSQL server, and what to read of it.</summary>
internal sealed class PostgreSqlOptions : ChangingTableOptions
{
    [Required]
    [Description("The server's name or address.")]
    public string Host { get; set; } = "";

    [Range(1, 65535)]
    [Description("The server's port; 5432 unless given.")]
    public int Port { get; set; } = 5432;

    [Required]
    [Description("The database.")]
    public string Database { get; set; } = "";

    [Required]
    [Description("The user; one that may only read will do.")]
    public string User { get; set; } = "";

    [Secret]
    [Description("The user's password, such as ${PGPASSWORD}.")]
    public string? Password { get; set; }

    [Description("Whether the connection is encrypted: none, prefer (unless given), require, or verify the server's certificate too.")]
    public Encryption Encryption { get; set; } = Encryption.Prefer;

    [Description("How long a statement may take; 10min unless given.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);
}
