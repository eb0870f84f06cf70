using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;

namespace Acme.Tests;

/// <summary>The tests every connector passes. They come with the base class; this says how to make the connector and how to change its source.</summary>
public sealed class AcmeConformance : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("acme").FullName;
    private int _calls;

    public AcmeConformance() => Note("C1", "C2", "C3");

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    protected override string? FutureState => "1000000";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_line_that_is_still_being_written_is_read_when_it_is_whole()
    {
        await File.AppendAllTextAsync(Path.Combine(_folder, "calls.log"), "2025-03-01T09:12:00 id=C9 from= line=40", TestContext.Current.CancellationToken);
        Assert.Equal(["C1", "C2", "C3"], await Ids(null));

        await File.AppendAllTextAsync(Path.Combine(_folder, "calls.log"), "01 seconds=4\n", TestContext.Current.CancellationToken);
        Assert.Equal(["C9"], await Ids("3"));
    }

    [Fact]
    public async Task What_is_not_a_call_is_rejected_with_its_line()
    {
        await File.AppendAllTextAsync(Path.Combine(_folder, "calls.log"), "restarted\n", TestContext.Current.CancellationToken);

        var reject = Assert.Single((await Chunks(null)).OfType<Reject>());

        Assert.Equal((4, "restarted"), (reject.Row, reject.Raw));
    }

    protected override IConnector Make() => new AcmeConnector(new AcmeOptions { Path = "calls.log" });

    protected override (IConnector Connector, string Option)? MakeWrong() => (new AcmeConnector(new AcmeOptions { Path = "nowhere.log" }), "path");

    protected override Task<bool> ChangeAsync()
    {
        // A new call, and one that is noted again.
        Note($"N{_calls}", "C2");
        return Task.FromResult(true);
    }

    private async Task<IReadOnlyList<Chunk>> Chunks(string? state)
    {
        var chunks = new List<Chunk>();
        await foreach (var chunk in Make().ReadAsync(Request with { State = state }, TestContext.Current.CancellationToken))
        {
            chunks.Add(chunk);
        }

        return chunks;
    }

    private async Task<IEnumerable<string?>> Ids(string? state) => (await Chunks(state)).OfType<Rows>().SelectMany(r => r.Columns.OfType<TextColumn>().First().Values);

    private void Note(params string[] ids) =>
        File.AppendAllLines(Path.Combine(_folder, "calls.log"), ids.Select(id => $"2025-03-01T09:12:00 id={id} from=+8613800000001 line=4001 seconds={++_calls}"));
}
