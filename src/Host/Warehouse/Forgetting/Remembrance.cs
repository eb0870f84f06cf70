using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Forgetting;

/// <summary>What of a person is remembered, so that it can be forgotten: everything that is this person's and nobody else's.</summary>
internal static class Remembrance
{
    /// <summary>Contact ids and values, each with what it is.</summary>
    public static IReadOnlyList<(string Kind, string Value)> Of(Session session, Workspace workspace, Person person)
    {
        List<(string Kind, string Value)> values = [(IdentityKey.Contact, person.Id), .. person.Records.Select(r => (IdentityKey.Contact, r.ContactId))];
        if (workspace.Identity is not null && PersonReader.HasPeople(session))
        {
            values.AddRange(session.Query(
                $"SELECT DISTINCT key_name, value FROM {People.Keys} WHERE outcome IN ('joins', 'alone') AND contact_id IN (SELECT contact_id FROM {People.Identities} WHERE person_id = $1)",
                r => (r.GetString(0), r.GetString(1)), person.Id));
            return values;
        }

        foreach (var key in new[] { IdentityKey.Usual("email"), IdentityKey.Usual("phone") })
        {
            var normal = new KeyText(key, hashed: false).Normal(SqlText.Name(key.Name));
            values.AddRange(session.Query(
                $"SELECT value FROM (SELECT contact_id, {normal} AS value FROM main.contacts) WHERE value IS NOT NULL GROUP BY value HAVING count(*) = 1 AND min(contact_id) = $1",
                r => (key.Name, r.GetString(0)), person.Id));
        }

        return values;
    }
}
