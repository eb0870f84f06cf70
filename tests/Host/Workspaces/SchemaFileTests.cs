using System.Text.Json.Nodes;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Tests;

namespace Merit.Host.Tests.Workspaces;

public sealed class SchemaFileTests
{
    [Fact]
    public void The_schema_for_editors_is_up_to_date()
    {
        using var folder = new TemporaryFolder();
        var builtIn = PluginLoader.Load(PluginLoader.BuiltInDirectory, folder.Path);

        Assert.Empty(builtIn.Diagnostics);
        Baseline.Same(SchemaFile.Text(builtIn.Catalog), "schemas", "merit.schema.json");
    }

    [Fact]
    public void The_page_of_keys_is_up_to_date()
    {
        var builtIn = PluginLoader.Load(PluginLoader.BuiltInDirectory, null);

        Baseline.Same(ReferencePage.Of(new WorkspaceKeys(builtIn.Catalog).Schema()), "docs", "merit-yaml.md");
    }

    [Fact]
    public void Options_are_those_of_the_connector()
    {
        var schema = JsonNode.Parse(SchemaFile.Text(Loading.Catalog));
        var source = schema?["properties"]?["sources"]?["additionalProperties"];

        Assert.Equal("files", (string?)source?["allOf"]?[0]?["if"]?["properties"]?["connector"]?["const"]);
        Assert.Equal("The files.", (string?)source?["allOf"]?[0]?["then"]?["properties"]?["path"]?["description"]);
        Assert.Equal("path", (string?)source?["allOf"]?[0]?["then"]?["required"]?[0]);
        Assert.False((bool?)source?["unevaluatedProperties"]);

        // A connector that knows which table its rows are for leaves 'into' open.
        Assert.Equal(["connector"], source?["required"]?.AsArray().Select(n => (string?)n));
        Assert.Equal("into", (string?)source?["allOf"]?[0]?["then"]?["required"]?[1]);
    }

    [Fact]
    public void Every_key_is_described()
    {
        var schema = JsonNode.Parse(SchemaFile.Text(Loading.Catalog));

        Assert.All(schema?["properties"]?.AsObject() ?? [], p => Assert.EndsWith(".", (string?)p.Value?["description"], StringComparison.Ordinal));
    }
}
