using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Semantics;

/// <summary>The many-to-one lookups of a warehouse: a column called like the key of another table finds that table's one row,
/// if the key was found unique when it was loaded.</summary>
internal sealed class Lookups(WarehouseSchema schema)
{
    // These answer only when named: a chain through a contact's first touch would attribute by accident.
    private static readonly HashSet<string> NeverBetween = new(StringComparer.Ordinal) { "first_touches", "scores" };

    private readonly Dictionary<string, string?> keys = new(StringComparer.Ordinal);

    /// <summary>The one column that identifies a table's rows, verified, or null.</summary>
    public string? KeyOf(string table)
    {
        if (!keys.TryGetValue(table, out var key))
        {
            keys[table] = key = FindKey(table);
        }

        return key;
    }

    /// <summary>Whether the data model gives the table a key that its rows do not keep.</summary>
    public bool HasBrokenKey(string table) => KeyOf(table) is null && Canonical.Find(table)?.Key.Count == 1;

    /// <summary>A column of the table at the end of the shortest chain of lookups from a fact, or null where no chain leads there.</summary>
    public Reach? Find(string fact, string table, string column)
    {
        if (schema.Table(table)?.Column(column) is not { } found)
        {
            return null;
        }

        var target = new OwnColumn(column, found.Type);
        return string.Equals(fact, table, StringComparison.Ordinal) ? target
            : KeyPath(fact, table) is { } key && KeyOf(table) is { } keyColumn ? target.Through(key, table, keyColumn)
            : null;
    }

    /// <summary>The tables a fact's rows can look up, nearest first, without the fact itself.</summary>
    public IEnumerable<string> Reachable(string fact) =>
        schema.Tables.Select(t => t.Name).Where(t => !string.Equals(t, fact, StringComparison.Ordinal) && KeyPath(fact, t) is not null);

    /// <summary>The campaign of a fact's rows, or null: the sourced one where the warehouse worked it out; of a lead its own, else its contact's first touch's.</summary>
    public Reach? Campaign(string fact)
    {
        if (Own(fact, "sourced_campaign_id") is { } sourced)
        {
            return sourced;
        }

        var own = Own(fact, "campaign_id");
        if (string.Equals(fact, "leads", StringComparison.Ordinal))
        {
            return FirstTouch(fact, "campaign_id") is { } touch && own is not null ? new FirstOf([own, touch]) : own;
        }

        return own ?? Parent(fact, Campaign);
    }

    /// <summary>A column of the contact's first touch.</summary>
    public Reach? FirstTouch(string fact, string column) =>
        Own(fact, "contact_id") is { } contact && schema.Table("first_touches")?.Column(column) is { } found
            ? new LookedUp(contact, "first_touches", "contact_id", column, found.Type)
            : null;

    /// <summary>What the fact's parent has, for facts whose rows are parts of another's: the items of an order.</summary>
    public Reach? Parent(string fact, Func<string, Reach?> ofParent)
    {
        var parent = fact switch { "order_lines" => "orders", "opportunity_contacts" => "opportunities", _ => null };
        return parent is not null && KeyOf(parent) is { } key && Own(fact, key) is { } own ? ofParent(parent)?.Through(own, parent, key) : null;
    }

    public OwnColumn? Own(string fact, string column) => schema.Table(fact)?.Column(column) is { } found ? new OwnColumn(column, found.Type) : null;

    // The value in the fact's rows that finds a row of the table. Breadth first, so that a table's own column wins over a detour.
    private Reach? KeyPath(string fact, string table)
    {
        if (KeyOf(table) is null)
        {
            return null;
        }

        var paths = new Dictionary<string, Reach?>(StringComparer.Ordinal) { [fact] = null };
        var waiting = new Queue<string>([fact]);
        while (waiting.TryDequeue(out var from))
        {
            foreach (var (to, key) in Steps(from))
            {
                // A fact's campaign is decided by Campaign alone; a detour to another row's campaign would contradict it.
                if (IsCampaigns(to) && !string.Equals(from, fact, StringComparison.Ordinal))
                {
                    continue;
                }

                var path = paths[from] is { } before && KeyOf(from) is { } fromKey ? key.Through(before, from, fromKey) : key;
                if (string.Equals(to, table, StringComparison.Ordinal))
                {
                    return path;
                }

                if (!NeverBetween.Contains(to) && paths.TryAdd(to, path))
                {
                    waiting.Enqueue(to);
                }
            }
        }

        return null;
    }

    private IEnumerable<(string To, Reach Key)> Steps(string from)
    {
        foreach (var table in schema.Tables)
        {
            if (string.Equals(table.Name, from, StringComparison.Ordinal) || KeyOf(table.Name) is not { } key)
            {
                continue;
            }

            var value = IsCampaigns(table.Name) ? Campaign(from) : Own(from, key);
            if (value is not null && value.Type == table.Column(key)?.Type)
            {
                yield return (table.Name, value);
            }
        }
    }

    private static bool IsCampaigns(string table) => string.Equals(table, "campaigns", StringComparison.Ordinal);

    // Derived tables are unique by construction, and an empty table is unique whatever is in it.
    private string? FindKey(string table)
    {
        var declared = Canonical.Find(table);
        return schema.Table(table) switch
        {
            null => null,
            { Key: [var only] } => only,
            { Key: [], Loaded: var loaded } when declared is { Key: [var only] } && (declared.Derived || !loaded) => only,
            _ => null,
        };
    }
}
