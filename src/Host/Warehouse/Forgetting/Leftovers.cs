using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Forgetting;

/// <summary>What is left of the forgotten once a version without them is published: the versions before it, and copies of sources.</summary>
internal static class Leftovers
{
    /// <summary>Removes it, and marks those whose forgetting this ends. Done again after a crash, it does what was not done.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="versions">Its versions.</param>
    /// <param name="published">The version without them.</param>
    /// <param name="begun">Those who were on the list when that version's load began.</param>
    public static void Remove(Workspace workspace, PublishedVersions versions, PublishedVersion published, IReadOnlyList<ForgottenPerson> begun)
    {
        if (begun.Count == 0)
        {
            return;
        }

        try
        {
            foreach (var old in versions.All().Where(v => v.Number < published.Number))
            {
                File.Delete(old.Path);
            }

            versions.Spare.Drop();

            foreach (var folder in new[] { Path.Combine(workspace.StateDirectory, "unpacked"), Path.Combine(workspace.StateDirectory, "logs") }.Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(IdentityRules.NotRemoved.Here(held.Message.TrimEnd('.')), held);
        }

        ForgottenPeople.Read(workspace).Finish(workspace, begun);
    }

    /// <summary>Files rendered earlier in which one of some values stands, relative to the workspace.</summary>
    public static IReadOnlyList<string> Naming(Workspace workspace, IReadOnlyList<string> values)
    {
        // Shorter ones stand everywhere.
        const int Telling = 5;
        var telling = values.Where(v => v.Length >= Telling).Distinct(StringComparer.Ordinal).ToList();
        return telling.Count == 0
            ? []
            :
            [
                .. new[] { workspace.OutDirectory, Path.Combine(workspace.StateDirectory, "sent"), Path.Combine(workspace.StateDirectory, Reports.Archive.ReportArchive.Folder) }.Where(Directory.Exists)
                    .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                    .Where(f => File.ReadAllText(f) is var text && telling.Exists(v => text.Contains(v, StringComparison.OrdinalIgnoreCase)))
                    .Select(f => Path.GetRelativePath(workspace.Directory, f)),
            ];
    }
}
