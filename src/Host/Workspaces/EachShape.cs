using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Host.Delivery;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>Where each member of a dimension is mailed to: addresses by member, or the column that holds them.</summary>
internal sealed class EachShape : Shape<EachRecipient>
{
    // Any value of a dimension may be a member.
    private static readonly MapShape<IReadOnlyList<string>> Addresses = new(new ListShape<string>(Values.Text, oneWillDo: true));

    public override string Expected => "addresses by member, or a column such as leads.owner_email";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out EachRecipient value)
    {
        value = null;
        if (node is ScalarNode)
        {
            value = Values.Text.TryRead(node, findings, out var column) ? Of(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal), column, node) : null;
        }
        else if (Addresses.TryRead(node, findings, out var members))
        {
            value = Of(members.ToDictionary(m => m.Name, m => m.Value, StringComparer.Ordinal), null, node);
        }

        return value is not null;
    }

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(Values.Text.Schema(), Addresses.Schema()) };

    // The recipient's own name and place are those of the entry it stands in.
    private static EachRecipient Of(Dictionary<string, IReadOnlyList<string>> addresses, string? column, Node node) => new(addresses, column) { Name = "", At = node.At };
}
