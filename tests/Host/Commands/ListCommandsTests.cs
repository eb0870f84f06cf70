using Merit.Diagnostics;

namespace Merit.Host.Tests.Commands;

public sealed class ListCommandsTests
{
    [Fact]
    public async Task Plugins_are_listed_with_kind_id_version_and_origin()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("plugins", "--format", "csv"));
        Assert.StartsWith("kind,id,version,origin\nconnector,files,1.0,built-in\n", run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_plugin_is_said_and_the_others_are_listed()
    {
        using var run = new CommandRun();
        run.Stages.PluginFindings.Add(new DiagnosticRule("MRT1199", Severity.Error, "It is broken.", "").At(new Place("plugins/a.dll")));

        Assert.Equal(1, await run.Run("plugins"));
        Assert.Contains("files", run.Data, StringComparison.Ordinal);
        Assert.Equal("plugins/a.dll: error MRT1199: It is broken.\n", run.Notes);
    }

    [Fact]
    public async Task Metrics_are_listed_in_the_reader_s_language()
    {
        using var run = new CommandRun();

        Assert.Equal(0, await run.Run("metrics", "--format", "csv"));
        Assert.Contains("cost,Total cost,money,Sum(spend.amount),All of it.", run.Data, StringComparison.Ordinal);

        run.Folder.Write("merit.yaml", "name: Acme\ncurrency: CNY\ntimezone: UTC\nlocale: zh-CN\n");
        Assert.Equal(0, await run.Run("metrics", "--format", "json"));
        Assert.Contains("\"label_zh\": \"总成本\"", run.Data, StringComparison.Ordinal);
    }
}
