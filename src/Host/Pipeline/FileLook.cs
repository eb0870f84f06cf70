using System.Text.Json;
using Merit.Host.Plugins;
using Merit.Host.Proposing;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Pipeline;

/// <summary>Looks at files as a load would read them: which columns they have, and of what type.</summary>
internal static class FileLook
{
    /// <summary>The columns of each file.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<FileColumn>>> ColumnsAsync(IReadOnlyList<string> files, PluginCatalog catalog, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("merit-look").FullName;
        try
        {
            var sources = files.Select((f, i) => FormattableString.Invariant($"  file_{i}: {{ connector: files, path: {JsonSerializer.Serialize(f)}, into: file_{i} }}\n"));
            await File.WriteAllTextAsync(Path.Combine(folder, WorkspaceLoader.FileName), $"name: look\ncurrency: USD\ntimezone: UTC\nsources:\n{string.Concat(sources)}", stop);
            var workspace = WorkspaceLoader.Load(folder, catalog, new Dictionary<string, string>(StringComparer.Ordinal));
            await using var inputs = await Inputs.GatherAsync(workspace, catalog, stop);
            using var session = Session.Open(Path.Combine(folder, "look.duckdb"), new SessionSettings { TempDirectory = folder, AllowedDirectories = [.. inputs.Folders, folder] }, stop);
            WarehouseTables.Create(session);
            List<IReadOnlyList<FileColumn>> columns = [];
            foreach (var source in workspace.Sources)
            {
                var area = new StagingArea(session, workspace, source, folder, new RejectLog(session, source.Name, source.Into));
                await foreach (var chunk in inputs.ReadAsync(source, stop))
                {
                    area.Take(chunk);
                }

                columns.Add([.. ColumnInference.Columns(session, area.Finish(), source.At).Select(c => new FileColumn(c.From ?? c.Name, c.Type ?? ColumnType.Text))]);
            }

            return columns;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
