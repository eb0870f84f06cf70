using Merit.Host.Commands;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Pipeline;

/// <content>People: who is one, and who is forgotten.</content>
internal sealed partial class Stages
{
    public Person ExplainContact(Workspace workspace, PersonName name, CancellationToken stop)
    {
        using var session = PublishedVersions.Of(workspace).OpenLatest(stop);
        var reader = new PersonReader(session, workspace.Identity);
        return reader.Read(reader.Find(name));
    }

    public bool IsForgotten(Workspace workspace, PersonName name)
    {
        if (ForgottenPeople.Read(workspace) is not { People.Count: > 0 } list || PublishedVersions.Of(workspace).Latest is null)
        {
            return false;
        }

        using var session = PublishedVersions.Of(workspace).OpenLatest();
        return new PersonReader(session, workspace.Identity).Values(name).Any(v => list.People.Any(p => p.Prints.Contains(list.Print(workspace, v.Kind, v.Value), StringComparer.Ordinal)));
    }

    public async Task<Forgotten> ForgetAsync(Workspace workspace, PluginCatalog catalog, PersonName name, string by, IOutput output, CancellationToken stop)
    {
        IReadOnlyList<(string Kind, string Value)> values;
        Person person;
        using (var session = PublishedVersions.Of(workspace).OpenLatest(stop))
        {
            var reader = new PersonReader(session, workspace.Identity);
            person = reader.Read(reader.Find(name));
            values = Remembrance.Of(session, workspace, person);
        }

        // First on the list: whatever happens from here on, the next load leaves the person out.
        var rows = person.Rows.ToDictionary(r => r.Table, r => r.Count, StringComparer.Ordinal);
        var (_, forgotten) = ForgottenPeople.Read(workspace).Add(workspace, values, rows, by, clock.GetUtcNow().UtcDateTime);
        var load = await LoadAsync(workspace, catalog, output, stop);
        return new Forgotten(forgotten with { Done = true }, load, Leftovers.Naming(workspace, [.. values.Select(v => v.Value)]));
    }
}
