using System.Diagnostics;
using System.Net;
using Merit.Host.Dashboard;
using Merit.Host.Delivery;
using Merit.Host.Tests.Workers;
using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;

namespace Merit.Host.Tests.Dashboard;

/// <summary>The other workers start when the first one has answered: that they do without anybody looking at a page tells that somebody has.</summary>
public sealed class GreetingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly WorkspaceCard Card = new() { Name = "Own", Currency = "CNY", Locale = "en", Zone = "UTC", OutDirectory = "", StateDirectory = "", Models = ["linear"] };

    [Fact]
    public async Task Pages_are_looked_at_before_anybody_does_and_again_when_others_have_taken_over()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The workers of these tests are shells.");
        var clock = new HandClock();
        var program = new CannedProgram { Card = Card };
        await using var pool = new WorkerPool(program, new WorkerLimits { Workers = 2, Time = Patience, Memory = long.MaxValue }, () => program.State, clock) { IsGreeted = true };
        await pool.OpenAsync(CancellationToken.None);
        Assert.Single(program.Started);

        await using var site = await Site.StartAsync(pool, new IPEndPoint(IPAddress.Loopback, 0), null, null, new Resending((_, _) => Task.FromResult(false)), CancellationToken.None);

        await Until(() => pool.Processes.Count == 2);
        var greeted = pool.Current;
        program.State = "two";
        await Until(() =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(200));
            return pool.Current != greeted && pool.Processes.Count == 2;
        });
    }

    private static async Task Until(Func<bool> done)
    {
        var patience = Stopwatch.StartNew();
        while (!done())
        {
            Assert.True(patience.Elapsed < Patience, "It did not come.");
            await Task.Yield();
        }
    }
}
