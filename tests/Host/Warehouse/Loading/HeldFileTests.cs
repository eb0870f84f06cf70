using System.Diagnostics;
using Merit.Connectors.Databases.DuckDb;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Tests;

namespace Merit.Host.Tests.Warehouse.Loading;

/// <summary>A database that another process writes meanwhile: here it is the draft of a load that waits for its source.</summary>
public sealed class HeldFileTests : IDisposable
{
    private static readonly PluginCatalog Plugins = new(
        [new PluginEntry(PluginKind.Connector, "duckdb", "1", "built-in", typeof(DuckDbOptions), o => new DuckDbConnector((DuckDbOptions)o))]);

    private readonly LoadBed _bed = new();
    private readonly TemporaryFolder _other = new();

    public void Dispose()
    {
        _bed.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_DuckDB_file_that_another_program_writes_is_told_as_such()
    {
        var stop = TestContext.Current.CancellationToken;
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new LoopbackServer(async context =>
        {
            asked.TrySetResult();
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var leaving = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        });
        _other.Write("api.yaml", $"address: {server.Address}\nstreams: {{ things: {{ path: /things, records: items, fields: {{ id: {{}} }} }} }}\n");
        _other.Write("merit.yaml", "name: Other\ncurrency: CNY\ntimezone: UTC\nsources:\n  crm: { connector: http, describe: api.yaml, stream: things, into: things, columns: { id: id } }\n");
        using var writing = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "merit.dll"), "load", "--quiet", "--project", _other.Path]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("The host does not start.");
        try
        {
            Assert.Same(asked.Task, await Task.WhenAny(asked.Task, writing.WaitForExitAsync(stop)));
            var source = new Source
            {
                Name = "things", Connector = "duckdb", Options = new DuckDbOptions { Path = Path.Combine(_other.Path, ".merit", "warehouse", "drafts", "draft.duckdb"), Table = "things" }, Into = "things", Zone = TimeZoneInfo.Utc,
                At = new Place("merit.yaml", 5, 3), Columns = [LoadBed.Map("id")],
            };
            var told = Assert.Single((await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(Plugins, source))).Diagnostics);
            Assert.Equal(LoadRules.CannotRead, told.Rule);
            Assert.Contains("draft.duckdb open for writing", told.Message, StringComparison.Ordinal);
        }
        finally
        {
            writing.Kill(entireProcessTree: true);
            await writing.WaitForExitAsync(CancellationToken.None);
        }
    }
}
