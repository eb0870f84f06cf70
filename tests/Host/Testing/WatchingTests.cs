using System.Threading.Channels;
using Merit.Host.Testing;

namespace Merit.Host.Tests.Testing;

public sealed class WatchingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Changes_that_come_together_are_one_and_the_next_is_another()
    {
        using var stop = new CancellationTokenSource();
        using var changes = new ToldChanges();
        var clock = new HandClock();
        var runs = Channel.CreateUnbounded<int>();
        var done = 0;
        var watching = new Watching(changes, clock).RunAsync(() => runs.Writer.WriteAsync(++done).AsTask(), stop.Token);
        Assert.Equal(1, await runs.Reader.ReadAsync().AsTask().WaitAsync(Patience));

        changes.Tell("metrics/a.csx");
        await clock.WaitedFor();
        changes.Tell("metrics/b.csx");
        clock.Advance();
        await clock.WaitedFor();
        Assert.Equal(1, done);
        clock.Advance();
        Assert.Equal(2, await runs.Reader.ReadAsync().AsTask().WaitAsync(Patience));

        changes.Tell("merit.yaml");
        await clock.WaitedFor();
        clock.Advance();
        Assert.Equal(3, await runs.Reader.ReadAsync().AsTask().WaitAsync(Patience));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
        Assert.Equal(3, done);
    }

    [Fact]
    public async Task The_file_system_tells_of_a_script_that_is_written()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "metrics"));
        using var changes = new FileChanges(folder.Path);
        folder.Write("metrics/a.csx", "Metric(\"a\", Count(leads));");

        Assert.Equal("a.csx", Path.GetFileName(await changes.NextAsync(CancellationToken.None).AsTask().WaitAsync(Patience)));
    }

    [Theory]
    [InlineData("metrics/a.csx", true)]
    [InlineData("models/a.csx", true)]
    [InlineData("merit.yaml", true)]
    [InlineData("connectors/acme.yaml", true)]
    [InlineData(".merit/cache/scripts/x.csx", false)]
    [InlineData("out/a.csx", false)]
    [InlineData("data/leads.csv", false)]
    public void Only_what_tests_are_made_of_matters(string file, bool matters) => Assert.Equal(matters, FileChanges.Matters(file));

    private sealed class ToldChanges : IFileChanges
    {
        private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

        public void Tell(string name) => _told.Writer.TryWrite(name);

        public ValueTask<string> NextAsync(CancellationToken stop) => _told.Reader.ReadAsync(stop);

        public string? TryTake() => _told.Reader.TryRead(out var name) ? name : null;

        public void Dispose()
        {
        }
    }

    /// <summary>A clock whose timers fire when they are told to.</summary>
    private sealed class HandClock : TimeProvider
    {
        private readonly Channel<HandTimer> _timers = Channel.CreateUnbounded<HandTimer>();
        private HandTimer? _waiting;

        public async Task WaitedFor() => _waiting = await _timers.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public void Advance() => _waiting?.Fire();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(Watching.Quiet, dueTime);
            var timer = new HandTimer(() => callback(state));
            _timers.Writer.TryWrite(timer);
            return timer;
        }
    }

    private sealed class HandTimer(Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
