using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics.Rules;
using Merit.Host.Delivery;
using Merit.Host.Delivery.Carriers;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;
using MimeKit;

namespace Merit.Host.Workspaces;

/// <summary>An entry of <c>recipients</c>: people, a folder, or a webhook.</summary>
internal sealed class RecipientKeys(string directory) : Shape<Recipient>
{
    private static readonly Key<IReadOnlyList<string>> Mail = new("mail", new ListShape<string>(Values.Text, oneWillDo: true), "The addresses it is mailed to.");
    private static readonly Key<string> Folder = new("folder", Values.Text, "The folder its files are put into, relative to the workspace; it may be a mounted bucket.");
    private static readonly Key<EachRecipient> Each = new("each", new EachShape(), "Of reports made for each member (for_each), where each member's own is mailed to: addresses by member, or the column that holds them, such as leads.owner_email.");
    private static readonly Key<string> Webhook = new("webhook", Values.Text, "The address it is posted to, such as ${TEAM_WEBHOOK}: whoever knows it can post there.");
    private static readonly Key<string> Speaks = new("as", Values.OneOf([.. HookBody.Kinds]), "What the webhook understands: slack, feishu, dingtalk, wecom, teams, or json (unless given) for a program.");
    private static readonly Key<string> Secret = new("secret", Values.Text, "What messages are signed with, such as ${FEISHU_SECRET}; feishu and dingtalk know one.");

    private static readonly KeySet Keys = new([Mail, Folder, Each, Webhook, Speaks, Secret]);

    public override string Expected => "a mapping";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out Recipient value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            Wrong(node, findings);
            return false;
        }

        var name = mapping.Path[(mapping.Path.LastIndexOf('.') + 1)..];
        var before = findings.All.Count;
        var values = Keys.Read(mapping, findings);
        Written(values, Webhook, findings);
        Written(values, Secret, findings);
        var ways = new Key[] { Mail, Folder, Each, Webhook }.Count(k => mapping.Find(k.Name) is not null);
        if (ways != 1)
        {
            findings.Add(DeliveryRules.RecipientKind, mapping.At, name, ways == 0 ? "no way" : $"{ways} ways");
        }

        foreach (var (key, address) in values.Get(Mail, []).Select(a => ((Key)Mail, a)).Concat((values.Find(Each)?.Addresses.Values ?? []).SelectMany(a => a).Select(a => ((Key)Each, a))).Where(a => !IsAddress(a.Item2)))
        {
            findings.Add(DeliveryRules.NoAddress, values.At(key), address, "mail", "lead@example.com");
        }

        if (values.Find(Webhook) is { } hook && (!Uri.TryCreate(hook, UriKind.Absolute, out var at) || at.Scheme is not ("https" or "http")))
        {
            findings.Add(DeliveryRules.NoAddress, values.At(Webhook), values.Written(Webhook), "the web", "https://example.com/hook");
        }

        var speaks = values.Get(Speaks, "json");
        if (values.Has(Secret) && !HookBody.Signed.Contains(speaks, StringComparer.Ordinal))
        {
            findings.Add(DeliveryRules.NotSigned, values.At(Secret), speaks);
        }

        value = values switch
        {
            _ when values.Find(Mail) is { } addresses => new MailRecipient(addresses) { Name = name, At = mapping.At },
            _ when values.Find(Each) is { } each => each with { Name = name, At = mapping.At },
            _ when values.Find(Folder) is { } folder => new FolderRecipient(Path.GetFullPath(folder, directory)) { Name = name, At = mapping.At },
            _ => new HookRecipient(speaks) { Name = name, At = mapping.At, Address = values.Get(Webhook, ""), SigningSecret = values.Find(Secret) },
        };
        return findings.All.Count == before;
    }

    public override JsonObject Schema() => Keys.Schema();

    /// <summary>Whether mail can be sent there.</summary>
    public static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var box) && box.Address.Contains('@', StringComparison.Ordinal);

    /// <summary>Finds a secret that stands in the file.</summary>
    public static void Written(KeyValues values, Key key, Findings findings)
    {
        if (values.Has(key) && !values.Written(key).Contains("${", StringComparison.Ordinal))
        {
            findings.Add(DeliveryRules.SecretWritten, values.At(key), key.Name);
        }
    }
}
