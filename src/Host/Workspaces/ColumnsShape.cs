using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Keys;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary><c>columns</c>: a mapping of columns to what they are made of, or a list of names that the source and the table have in common.</summary>
internal sealed class ColumnsShape(Shape<ColumnMapping> column) : Shape<IReadOnlyList<ColumnMapping>>
{
    private readonly MapShape<ColumnMapping> _map = new(column);

    private readonly ListShape<string> _list = new(Values.Text);

    public override string Expected => "a mapping of columns, or a list of names";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out IReadOnlyList<ColumnMapping> value)
    {
        value = null;
        switch (node)
        {
            case MappingNode:
                // The columns that could be read go on to be checked, so that everything is said at once.
                _map.TryRead(node, findings, out var named);
                value = [.. (named ?? []).Select(c => c.Value with { Name = c.Name, At = c.At })];
                return true;
            case SequenceNode sequence:
                value = Common(sequence, findings);
                return true;
            default:
                Wrong(node, findings);
                return false;
        }
    }

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(_map.Schema(), _list.Schema()) };

    private static List<ColumnMapping> Common(SequenceNode sequence, Findings findings)
    {
        var columns = new List<ColumnMapping>();
        foreach (var item in sequence.Items)
        {
            if (!Values.Text.TryRead(item, findings, out var name))
            {
                continue;
            }

            if (columns.Find(c => string.Equals(c.Name, name, StringComparison.Ordinal)) is { } first)
            {
                findings.Add(WorkspaceRules.DuplicateKey, item.At, name, first.At.Line);
            }
            else
            {
                columns.Add(new ColumnMapping { Name = name, From = name, At = item.At });
            }
        }

        return columns;
    }
}
