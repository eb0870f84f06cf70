using System.Text.Encodings.Web;
using System.Text.Json;
using Merit.Host.Plugins;

namespace Merit.Host.Workspaces;

/// <summary><c>schemas/merit.schema.json</c>: what editors check and complete merit.yaml by.</summary>
internal static class SchemaFile
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(PluginCatalog catalog) => new WorkspaceKeys(catalog).Schema().ToJsonString(Options) + "\n";
}
