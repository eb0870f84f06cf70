using System.Globalization;
using System.Runtime.CompilerServices;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Xunit.Sdk;

namespace Merit.Plugins.Tests.Conformance;

/// <summary>The suite finds what is wrong with connectors that break the contract, each by the test that is there for it and by no other.</summary>
public sealed class WrongConnectorsTests
{
    private const string Token = "tok-12345";

    [Fact]
    public async Task A_sound_connector_passes() => Assert.Equal([], await FailuresAsync(_ => { }));

    [Fact]
    public async Task A_state_that_passes_unread_rows_is_found() =>
        Assert.Equal(
            ["Incremental_reads_equal_a_full_one: Reading what changed came to other rows than reading everything.", "Restated_rows_are_picked_up: A corrected row was not read again."],
            await FailuresAsync(c => c.StateRunsAhead = true));

    [Fact]
    public async Task Rows_other_than_promised_are_found() =>
        Assert.Equal(["Rows_keep_to_the_schema: The column 'amount' was promised as Decimal, and is Text."], await FailuresAsync(c => c.AmountAsText = true));

    [Fact]
    public async Task A_told_secret_is_found() => Assert.Equal(["No_secret_leaks: A secret is told."], await FailuresAsync(c => c.TellsToken = true));

    [Fact]
    public async Task A_connector_that_does_not_listen_is_found() =>
        Assert.Equal(["Cancellation_is_heard: Rows were read after the request to stop."], await FailuresAsync(c => c.IsDeaf = true));

    private static async Task<IReadOnlyList<string>> FailuresAsync(Action<Toy> spoil)
    {
        List<string> failures = [];
        foreach (var test in typeof(ConnectorConformance).GetMethods().Where(m => m.IsDefined(typeof(FactAttribute), inherit: false)).OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            try
            {
                await (test.Invoke(new Suite(spoil), []) as Task ?? Task.CompletedTask);
            }
            catch (XunitException e)
            {
                failures.Add($"{test.Name}: {e.Message.Split('\n').First(l => l.Trim() is { Length: > 0 } line && !line.StartsWith("Assert.", StringComparison.Ordinal) && !line.StartsWith('[')).Trim().Replace("Error: ", "", StringComparison.Ordinal)}");
            }
        }

        return failures;
    }

    private sealed class Suite(Action<Toy> spoil) : ConnectorConformance
    {
        private readonly List<(long Id, decimal Amount, long At)> _rows = [(1, 10, 1), (2, 20, 2), (3, 30, 3)];

        protected override string? FutureState => "1000000";

        protected override IReadOnlyList<string> Secrets => [Token];

        protected override IConnector Make() => Made(isWrong: false);

        protected override (IConnector Connector, string Option)? MakeWrong() => (Made(isWrong: true), "token");

        protected override Task<bool> ChangeAsync()
        {
            var at = _rows.Max(r => r.At) + 1;
            _rows[0] = (1, at, at);
            _rows.Add((at * 10, 1, at + 1));
            return Task.FromResult(true);
        }

        protected override Task<bool> RestateAsync()
        {
            _rows[^1] = _rows[^1] with { Amount = 99 };
            return Task.FromResult(true);
        }

        private Toy Made(bool isWrong)
        {
            var toy = new Toy(_rows) { IsWrong = isWrong };
            spoil(toy);
            return toy;
        }
    }

    /// <summary>A connector that keeps the contract unless told otherwise.</summary>
    private sealed class Toy(List<(long Id, decimal Amount, long At)> rows) : IConnector, IChecks, IDiscovers
    {
        public bool IsWrong { get; init; }

        public bool StateRunsAhead { get; set; }

        public bool AmountAsText { get; set; }

        public bool TellsToken { get; set; }

        public bool IsDeaf { get; set; }

        public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
        {
            await Task.CompletedTask;
            if (!IsDeaf)
            {
                stop.ThrowIfCancellationRequested();
            }

            if (IsWrong)
            {
                throw new ConnectorException(TellsToken ? $"The token {Token} is wrong." : "The token is wrong.");
            }

            var since = request.State is { } state ? long.Parse(state, CultureInfo.InvariantCulture) : 0;
            yield return new Changes(["id"]);
            var some = rows.Where(r => r.At >= since).OrderBy(r => r.At).ToList();
            Column amount = AmountAsText
                ? new TextColumn("amount", [.. some.Select(r => r.Amount.ToString(CultureInfo.InvariantCulture))])
                : new DecimalColumn("amount", [.. some.Select(r => (decimal?)r.Amount)]);
            yield return new Rows("page", [new IntegerColumn("id", [.. some.Select(r => (long?)r.Id)]), amount], [.. some.Select(r => r.At)]);
            var reached = some.Select(r => r.At).Append(since).Max();
            yield return new Checkpoint((StateRunsAhead && since == 0 ? reached + 2 : reached).ToString(CultureInfo.InvariantCulture));
        }

        public Task<IReadOnlyList<WrongSetting>> CheckAsync(ReadRequest request, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<WrongSetting>>(IsWrong ? [new WrongSetting("token", "The token is wrong.")] : []);

        public Task<IReadOnlyList<SourceStream>> DiscoverAsync(ReadRequest request, CancellationToken stop) => Task.FromResult<IReadOnlyList<SourceStream>>(
            [new SourceStream("things", [new StreamColumn("id", ValueKind.Integer), new StreamColumn("amount", ValueKind.Decimal)]) { Key = ["id"], Selected = true }]);
    }
}
