using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Workspaces.Keys;
using MimeKit;

namespace Merit.Host.Workspaces;

/// <summary><c>mail</c>: the server that mail is handed to.</summary>
internal static class MailKeys
{
    private static readonly Key<string> Host = new("host", Values.Text, "The server's name or address.") { Required = true };
    private static readonly Key<int> Port = new("port", Values.Integer.Where("a port", "a whole number from 1 to 65535", p => p is > 0 and <= 65535), "Its port; 587 unless given, 465 with encryption tls.");
    private static readonly Key<MailEncryption> Encryption = new(
        "encryption",
        Values.OneOf(new Dictionary<string, MailEncryption>(StringComparer.Ordinal) { ["starttls"] = MailEncryption.StartTls, ["tls"] = MailEncryption.Tls, ["none"] = MailEncryption.None }),
        "starttls (unless given), tls from the first byte, or none.");

    private static readonly Key<string> User = new("user", Values.Text, "The user the server knows, where it asks for one.");
    private static readonly Key<string> Password = new("password", Values.Text, "The user's password, such as ${SMTP_PASSWORD}.");
    private static readonly Key<string> From = new("from", Values.Text, "The sender, such as Merit <merit@example.com>.") { Required = true };

    public static Shape<MailServer> Shape { get; } = new ObjectShape<MailServer>(new KeySet([Host, Port, Encryption, User, Password, From]), (values, findings) =>
    {
        RecipientKeys.Written(values, Password, findings);
        if (values.Find(From) is { } from && (!MailboxAddress.TryParse(from, out var box) || !box.Address.Contains('@', StringComparison.Ordinal)))
        {
            findings.Add(DeliveryRules.NoAddress, values.At(From), values.Written(From), "mail", "Merit <merit@example.com>");
        }

        var encryption = values.Get(Encryption, MailEncryption.StartTls);
        return new MailServer
        {
            Host = values.Get(Host, ""),
            Port = values.Get(Port, encryption is MailEncryption.Tls ? 465 : 587),
            Encryption = encryption,
            User = values.Find(User),
            Password = values.Find(Password),
            From = values.Get(From, ""),
        };
    });
}
