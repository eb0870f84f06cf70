namespace Merit.Host.Warehouse.Identity;

/// <summary>The parts a person would fall into: of one person there are few records, so this is no work for the engine.</summary>
internal static class PersonParts
{
    /// <summary>The groups that are left, each in the order of the records; empty where it is one.</summary>
    /// <param name="records">The person's contacts.</param>
    /// <param name="joins">The contacts that each remaining value joins.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<string> records, IReadOnlyList<IReadOnlyList<string>> joins)
    {
        var root = records.ToDictionary(r => r, r => r, StringComparer.Ordinal);
        foreach (var join in joins.Select(j => j.Where(root.ContainsKey).ToList()).Where(j => j.Count > 1))
        {
            foreach (var other in join.Skip(1))
            {
                root[Root(other)] = Root(join[0]);
            }
        }

        var parts = records.GroupBy(Root, StringComparer.Ordinal).Select(g => (IReadOnlyList<string>)[.. g]).ToList();
        return parts.Count == 1 ? [] : parts;

        string Root(string record)
        {
            while (root[record] != record)
            {
                root[record] = root[root[record]];
                record = root[record];
            }

            return record;
        }
    }
}
