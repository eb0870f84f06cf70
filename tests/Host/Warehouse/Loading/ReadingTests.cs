using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Pipeline;
using Merit.Host.Workspaces;
using Merit.Plugins;
using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Warehouse.Loading;

/// <summary>How sources are read: side by side, stopped on request, and with their secrets kept.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Password = "s3cret & sons";

    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Sources_are_read_side_by_side()
    {
        // Each goes on only when the other has given rows.
        using var meeting = new Barrier(2);
        await _bed.LoadAsync(LoadBed.With("acme", new Acme(_ => meeting.SignalAndWait(TestContext.Current.CancellationToken))), Source("a"), Source("b"));
        Assert.Equal(["1", "1"], _bed.Rows("SELECT count(*) FROM a UNION ALL SELECT count(*) FROM b"));
    }

    [Fact]
    public async Task Whoever_stops_does_not_wait_for_a_connector_that_does_not_listen()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var deaf = new Deaf(stop.Cancel);
        var workspace = _bed.Workspace(Source("a"));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Host.Warehouse.Loading.Inputs.GatherAsync(workspace, LoadBed.With("acme", deaf), stop.Token));
        deaf.Finish();
    }

    [Fact]
    public async Task Secrets_are_blotted_out_of_everything_a_connector_says()
    {
        var asked = new List<Exception>
        {
            new ConnectorException($"Signing in as {Password} failed.", $"See https://x/?key={Uri.EscapeDataString(Password)}."),
            new InvalidOperationException(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Password))),
        };
        foreach (var exception in asked)
        {
            var shown = await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(LoadBed.With("acme", new Acme(_ => throw exception)), Source("a")));
            Assert.Contains("***", $"{shown.Diagnostics[0]}", StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", $"{shown.Diagnostics[0]}", StringComparison.Ordinal);
        }

        await _bed.LoadAsync(LoadBed.With("acme", new Acme(_ => new Reject("p", 1, null, $"bad {Password}", Password))), Source("a"));
        Assert.Equal(["bad *** ***"], _bed.Rejects().Select(r => $"{r.Reason} {r.Raw}"));
        var leak = await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(LoadBed.With("acme", new Acme(_ => new Checkpoint($"token={Password}"))), Source("a")));
        Assert.Equal(LoadRules.ConnectorFailed, Assert.Single(leak.Diagnostics).Rule);
        Assert.All(Directory.EnumerateFiles(_bed.Directory, "*", SearchOption.AllDirectories), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf("s3cret"u8)));
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_in_parts_is_refused_past_its_budget()
    {
        var refused = await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(LoadBed.With("acme", new Acme(_ => null)), Source("a") with { Budget = new ReadBudget(1, null) }));
        Assert.Equal(LoadRules.OverBudget, Assert.Single(refused.Diagnostics).Rule);
    }

    [Fact]
    public async Task Checking_names_the_setting_and_discovering_what_there_is()
    {
        var at = new Place("merit.yaml", 9, 5);
        var workspace = _bed.Workspace(Source("a") with { OptionsAt = new Dictionary<string, Place> { ["token"] = at } });
        var connections = new SourceConnections(workspace, LoadBed.With("acme", new Acme(_ => null)), TimeProvider.System);
        var wrong = Assert.Single(await connections.CheckAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"merit.yaml(9,5): error MRT1222: The source 'a' does not connect: 'token': *** is not known. Get a new one.", wrong.ToString());
        var stream = Assert.Single(await connections.DiscoverAsync(workspace.Sources[0], TestContext.Current.CancellationToken));
        Assert.Equal("contacts", stream.Name);
    }

    [Fact]
    public async Task A_connector_that_can_neither_is_no_failure_of_a_check_but_of_a_discovery()
    {
        var workspace = _bed.Workspace(Source("a"));
        var connections = new SourceConnections(workspace, LoadBed.With("acme", new Deaf(() => { })), TimeProvider.System);
        Assert.Empty(await connections.CheckAsync(TestContext.Current.CancellationToken));
        var refused = await Assert.ThrowsAsync<MeritException>(() => connections.DiscoverAsync(workspace.Sources[0], TestContext.Current.CancellationToken));
        Assert.Equal(LoadRules.NotDiscovered, Assert.Single(refused.Diagnostics).Rule);
    }

    public void Dispose() => _bed.Dispose();

    private static Source Source(string name) => new()
    {
        Name = name, Connector = "acme", Options = new AcmeOptions { Token = Password }, Into = name, Columns = [], Zone = TimeZoneInfo.Utc, At = new Place("merit.yaml", 5, 3),
    };

    private sealed class AcmeOptions
    {
        [Secret]
        public string Token { get; set; } = "";
    }

    /// <summary>Gives a row, does something or gives what it is told, and checks.</summary>
    private sealed class Acme(Func<string, Chunk?> then) : IConnector, IChecks, IDiscovers
    {
        public Acme(Action<string> then)
            : this(source =>
            {
                then(source);
                return null;
            })
        {
        }

        public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            await Task.CompletedTask;
            yield return new Rows("p", [new TextColumn("id", ["x"])], [1]);
            if (then(request.Source) is { } chunk)
            {
                yield return chunk;
            }
        }

        public Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<WrongSetting>>([new WrongSetting("token", $"{Password} is not known.", "Get a new one.")]);

        public Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<SourceStream>>([new SourceStream("contacts", [new StreamColumn("id", ValueKind.Text)])]);
    }

    /// <summary>Waits for something that never comes, whatever it is asked.</summary>
    private sealed class Deaf(Action begun) : IConnector
    {
        private readonly TaskCompletionSource _never = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Finish() => _never.SetResult();

        public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
        {
            begun();
            await _never.Task;
            yield break;
        }
    }
}
