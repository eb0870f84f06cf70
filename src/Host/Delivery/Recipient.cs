using Merit.Diagnostics;
using Merit.Plugins;

namespace Merit.Host.Delivery;

/// <summary>Who gets reports, by a name of the workspace's own.</summary>
internal abstract record Recipient
{
    public required string Name { get; init; }

    public required Place At { get; init; }

    /// <summary>How it reaches them: <c>folder</c>, <c>mail</c>, or what a webhook speaks.</summary>
    public abstract string Kind { get; }
}

/// <summary>A folder, which may be a mounted bucket.</summary>
/// <param name="Folder">Absolute.</param>
internal sealed record FolderRecipient(string Folder) : Recipient
{
    public override string Kind => "folder";
}

/// <summary>People, by mail.</summary>
/// <param name="Addresses">Their addresses.</param>
internal sealed record MailRecipient(IReadOnlyList<string> Addresses) : Recipient
{
    public override string Kind => "mail";
}

/// <summary>Of reports made for each member of a dimension, that member: each gets its own report by mail, and no other.</summary>
/// <param name="Addresses">The members' addresses, by the values of the dimension as data have them; empty where the data know them.</param>
/// <param name="Column">The column that holds them, or null.</param>
internal sealed record EachRecipient(IReadOnlyDictionary<string, IReadOnlyList<string>> Addresses, string? Column) : Recipient
{
    public override string Kind => "each";
}

/// <summary>A group of a chat, or a program, by a webhook.</summary>
/// <param name="Speaks">What it understands: <c>slack</c>, <c>feishu</c>, <c>dingtalk</c>, <c>wecom</c>, <c>teams</c> or <c>json</c>.</param>
internal sealed record HookRecipient(string Speaks) : Recipient
{
    /// <summary>Its address, which whoever knows it can post to.</summary>
    [Secret]
    public required string Address { get; init; }

    /// <summary>What messages are signed with, or null.</summary>
    [Secret]
    public string? SigningSecret { get; init; }

    public override string Kind => Speaks;
}

/// <summary><c>mail</c>: the server mail is handed to.</summary>
internal sealed record MailServer
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required MailEncryption Encryption { get; init; }

    public string? User { get; init; }

    [Secret]
    public string? Password { get; init; }

    /// <summary>The sender's address, perhaps with a name.</summary>
    public required string From { get; init; }
}

/// <summary>How a connection to a mail server is encrypted.</summary>
internal enum MailEncryption
{
    StartTls,
    Tls,
    None,
}
